import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SystemFailure } from '../../../src/core/messages/errors.ts';
import type { Finding } from '../../../src/core/messages/finding.ts';
import type { BranchReading } from '../../../src/core/model/gate.ts';
import { branchFindings } from '../../../src/planning/checks/branches.ts';
import { gateFindings, pathGateFindings } from '../../../src/planning/checks/gates.ts';
import { identityFindings, markFindings, type Seen } from '../../../src/planning/checks/identities.ts';
import { journalFinding } from '../../../src/planning/checks/journal.ts';
import { leaseFinding } from '../../../src/planning/checks/lease.ts';
import { liveFindings, stagingFindings } from '../../../src/planning/checks/live.ts';
import { outcomeOf } from '../../../src/planning/checks/outcome.ts';
import { spaceFindings } from '../../../src/planning/checks/space.ts';
import { windowFindings } from '../../../src/planning/checks/window.ts';
import { onlyData } from '../../support/data-backup.ts';

const { signal } = new AbortController();
const kinds = (findings: readonly Finding[]): string[] => findings.map(({ kind }) => kind);
const store = (free: number | undefined) => ({ description: 'folder backups', freeBytes: async () => free });
const sized = (...all: readonly (number | undefined)[]) => all.map((bytes) => ({ estimatedBytes: async () => bytes }));

test('a store must have room for more than all the data takes', async () => {
  const [finding] = await spaceFindings(sized(1000), store(1100), signal);
  assert.equal(finding?.kind, 'problem');
  assert.match(finding?.happened ?? '', /takes up to 1\.2 KiB, and 1\.1 KiB are free in folder backups/);
  assert.deepEqual(kinds(await spaceFindings(sized(1000), store(1200), signal)), ['ok']);
  assert.deepEqual(kinds(await spaceFindings(sized(600, 400), store(1100), signal)), ['problem']);
  assert.deepEqual(kinds(await spaceFindings(sized(undefined), store(1), signal)), ['cannot-tell']);
  assert.deepEqual(kinds(await spaceFindings(sized(1, undefined), store(1_000_000), signal)), ['cannot-tell']);
  assert.deepEqual(kinds(await spaceFindings(sized(undefined), store(undefined), signal)), ['ok']);
});

test('a database that may be production counts as production', () => {
  const at = (address: string): Seen => [
    [
      onlyData,
      {
        ...{ kind: 'postgres', lineage: { system: '1' }, location: { address }, startedAt: address },
        mark: { kind: 'none' },
      },
    ],
  ];
  const [finding] = identityFindings(at('10.0.0.1'), at('10.0.0.2'));
  assert.equal(finding?.kind, 'problem');
  assert.match(finding?.next ?? '', /its own empty database/);
  const [unmarked] = markFindings(at('10.0.0.2'), [], 'records');
  assert.equal(unmarked?.kind, 'problem');
  assert.match(unmarked?.next ?? '', /mark it once: staged-upgrade mark-disposable/);
});

test('a window that no rehearsed hop fits into is a problem', () => {
  const windows = {
    timeZone: 'UTC',
    closed: [],
    weekly: [{ days: ['sat'], from: '22:00', to: '23:00' }],
  } as const;
  const at = { windows, freeze: { kind: 'off' }, now: new Date('2026-03-03T12:00:00Z') } as const;
  assert.deepEqual(kinds(windowFindings({ ...at, longestJobMilliseconds: 3_600_000 })), ['warning']);
  assert.deepEqual(kinds(windowFindings({ ...at, longestJobMilliseconds: 3_600_001 })), ['warning', 'problem']);
  assert.deepEqual(kinds(windowFindings({ ...at, windows: undefined, longestJobMilliseconds: 1e9 })), ['ok']);
});

test('a GitHub environment without protection is not a gate', async () => {
  const why = 'it has a wait timer, which no person’s approval is needed for';
  const [finding] = await gateFindings('finalize', 'environment', 'production-finalize', async (name) => {
    assert.equal(name, 'production-finalize');
    return { kind: 'unprotected', why };
  });
  assert.equal(finding?.kind, 'problem');
  assert.match(finding?.happened ?? '', /"production-finalize" is not protected: it has a wait timer/);
});

test('one approval for a whole path is described as such, and only checked in the environment of production', async () => {
  const asked: string[] = [];
  const found = await pathGateFindings('environment', 'production', async (name) => {
    asked.push(name);
    return { kind: 'protected', reviewers: ['mona'], preventSelfReview: true, waitMinutes: 0, adminsMayBypass: false };
  });
  assert.deepEqual(asked, ['production']);
  assert.deepEqual(kinds(found), ['ok', 'ok']);
  assert.match(found[0]?.happened ?? '', /lets every hop of a run go to production and its migrations start there/);
  for (const kind of ['any', 'missing'] as const) {
    const open = async (): Promise<BranchReading> => ({ kind, why: 'it has no rule about branches' });
    assert.deepEqual(kinds(await branchFindings('production-approved', open)), ['problem']);
    assert.deepEqual(kinds(await branchFindings('production', open)), ['warning']);
  }
});

test('a warning is given if administrators may bypass the reviewers', async () => {
  const reading = { kind: 'protected', reviewers: ['mona'], preventSelfReview: true, waitMinutes: 0 } as const;
  const of = (adminsMayBypass?: boolean) =>
    gateFindings('production', 'environment', 'production', async () => ({
      ...reading,
      ...(adminsMayBypass === undefined ? {} : { adminsMayBypass }),
    }));
  assert.deepEqual(kinds(await of(false)), ['ok']);
  for (const may of [true, undefined]) assert.deepEqual(kinds(await of(may)), ['ok', 'warning']);
  const [, warned] = await of(true);
  assert.match(
    warned?.happened ?? '',
    /Administrators can bypass the reviewers of the GitHub environment "production"/,
  );
});

test('a running migration is waited for, a failed one must be fixed first', () => {
  const seen = { at: '', version: { kind: 'known', value: '1.0.2' }, serving: { kind: 'yes' } } as const;
  const running = liveFindings({ ...seen, migrations: { kind: 'running', current: 'v2' } }, 'Records', true);
  assert.deepEqual(kinds(running), ['ok', 'ok', 'warning']);
  const failed = liveFindings(
    { ...seen, migrations: { kind: 'failed', current: 'v2', error: 'no space' } },
    'Records',
    true,
  );
  assert.deepEqual(kinds(failed), ['ok', 'ok', 'problem']);
});

test('an unknown result never counts as passed, and a problem is worse', () => {
  const of = (...all: readonly Finding['kind'][]) =>
    outcomeOf(all.map((kind) => ({ kind, subject: '', happened: '', means: '', next: '' })));
  assert.equal(of('ok', 'warning'), 'passed');
  assert.equal(of('ok', 'cannot-tell'), 'unknown');
  assert.equal(of('cannot-tell', 'problem'), 'failed');
});

test('without a probe of its migrations nothing is reported about them', () => {
  const seen = { at: '', version: { kind: 'known', value: '1.0.2' }, serving: { kind: 'yes' } } as const;
  const findings = liveFindings({ ...seen, migrations: { kind: 'done', assumed: true } }, 'Records', false);
  assert.deepEqual(
    findings.map(({ happened }) => happened),
    ['It runs Records 1.0.2.', 'It is healthy.'],
  );
});

test('staging may be down, but its credential must be accepted', () => {
  const silent = { kind: 'unknown', reason: 'connect ECONNREFUSED' } as const;
  const down = stagingFindings({ at: '', version: silent, serving: silent, migrations: silent }, 'Records');
  assert.deepEqual(kinds(down), ['warning']);
  const yes = { kind: 'yes' } as const;
  const version = { kind: 'known', value: '1.0.2' } as const;
  const refused = { kind: 'unknown', reason: 'it answered 401', refused: true } as const;
  const closed = stagingFindings({ at: '', version, serving: yes, migrations: refused }, 'Records');
  assert.deepEqual(kinds(closed), ['problem']);
  assert.match(closed[0]?.happened ?? '', /refuses the credential of the probes: it answered 401\./);
  assert.deepEqual(kinds(stagingFindings({ at: '', version, serving: yes, migrations: { kind: 'done' } }, 'Records')), [
    'ok',
  ]);
});

test('the lease of a dead run is shown, with the time from which others may act', () => {
  const run = { kind: 'terminal', id: 'other', attempt: 1, actor: 'engineer' } as const;
  const lease = { fence: 1, owner: 'terminal other', run, expiresAt: '2026-03-02T00:15:00.000Z' };
  const times = { since: '2026-03-02T00:00:00.000Z', freeAt: '2026-03-02T00:17:00.000Z', doing: undefined };
  const acting = leaseFinding({ kind: 'acting', lease, ...times });
  assert.match(acting.means, /others may act from 2 Mar 2026 00:17 UTC on/);
  const lapsed = leaseFinding({ kind: 'lapsed', lease, ...times });
  assert.match(
    lapsed.happened,
    /terminal other \(engineer\) has held it since 2 Mar 2026 00:00 UTC, and did not release it/,
  );
  const gone = leaseFinding({ kind: 'gone', lease, ...times });
  assert.match(gone.means, /That run was killed.* takes over at once\.$/);
  const atWork = { happened: '"sh" is still running.', means: 'It may be changing records.', next: 'Wait.' };
  assert.equal(leaseFinding({ kind: 'nobody' }, atWork).happened, atWork.happened);
  assert.deepEqual(kinds([acting, lapsed, gone, leaseFinding({ kind: 'nobody' })]), [
    ...['warning', 'warning', 'warning', 'ok'],
  ]);
});

test('what preflight reports about its own journal entry is true', async () => {
  const unreachable = {
    description: 'a folder that is gone',
    read: async () => [],
    append: () =>
      Promise.reject(
        new SystemFailure({ happened: 'The journal cannot be written.', means: '', next: 'Make the folder.' }),
      ),
  };
  assert.equal((await journalFinding(unreachable, [])).kind, 'problem');
});
