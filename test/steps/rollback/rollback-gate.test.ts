import '@octokit/core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEvent, RunIdentity } from '../../../src/core/model/event.ts';
import { type BackupManifest, manifestFormat } from '../../../src/core/model/manifest.ts';
import type { BackupStore } from '../../../src/drivers/backup-stores/store.ts';
import { rollback } from '../../../src/steps/rollback/rollback.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';
import { dataBackup } from '../../support/data-backup.ts';
import { type PlainGitHub, plainAddress, plainGitHub } from '../../support/github-api/plain-fetch.ts';
import type { Approval, EnvironmentRecord } from '../../support/github-api/world.ts';

const here = { hop, environment: 'production' } as const;
const point = 'restore-point-1';
const deployed: readonly JournalEvent[] = [
  {
    ...here,
    type: 'backed-up',
    purpose: 'restore-point',
    backup: point,
    version: hop.from,
    dataAt: '2026-03-01T23:00:00Z',
    bytes: 1,
    milliseconds: 1,
  },
  { ...here, type: 'deploying', release: 'to', version: hop.to, deferred: true, applied: 'm6' },
  { ...here, type: 'deployed', release: 'to', version: hop.to, deferred: true, milliseconds: 1 },
];
const migrated: readonly JournalEvent[] = [...deployed, { ...here, type: 'migrating' }];
const restorePoint: BackupManifest = {
  format: manifestFormat,
  id: point,
  system: 'records',
  product: 'virtual',
  purpose: 'restore-point',
  hop,
  version: hop.from,
  startedAt: '2026-03-01T22:59:00Z',
  finishedAt: '2026-03-01T23:00:00Z',
  dataAt: '2026-03-01T23:00:00Z',
  journalEntries: 1,
  data: [dataBackup('2026-03-01T23:00:00Z')],
};
const workflow: RunIdentity = { kind: 'github', id: '7001', attempt: 1, actor: 'engineer' };
const reviewed: EnvironmentRecord = { name: 'production', reviewers: ['mona'] };
const strict: EnvironmentRecord = { ...reviewed, canAdminsBypass: false };
const byMona: Approval = { state: 'approved', user: 'mona', comment: 'Go back', environments: ['production'] };

interface Choices {
  readonly environment?: EnvironmentRecord;
  readonly approvals?: readonly Approval[];
  readonly events?: readonly JournalEvent[];
  readonly run?: RunIdentity;
  readonly gate?: 'environment' | 'dispatch' | 'none';
}

/** A rollback as a step of a workflow's run, on a hop that was deployed. */
async function setUp(choices: Choices) {
  const { environment, approvals = [], events = deployed, run = workflow, gate = 'environment' } = choices;
  const github = plainGitHub({
    repositories: [
      {
        name: 'acme/records',
        id: 1,
        isPrivate: true,
        environments: environment === undefined ? [] : [environment],
        runs: [{ id: 7001, approvals: [...approvals] }],
      },
    ],
    tokens: {},
  });
  const backups: BackupManifest[] = [];
  const store: BackupStore = {
    description: 'a store of one backup',
    begin: () => Promise.reject(new Error('nothing is backed up here')),
    open: () => Promise.reject(new Error('nothing is opened here')),
    list: async () => ({ backups, damaged: [] }),
    remove: async () => ({ kind: 'removed' }),
    freeBytes: async () => undefined,
  };
  const system = virtualSystem({
    store,
    run,
    githubFetch: github.fetch,
    environment: { GITHUB_API_URL: plainAddress, GITHUB_REPOSITORY: 'acme/records' },
    configuration: { gates: { production: gate, finalize: 'none' } },
  });
  backups.push({ ...restorePoint, hop: system.reference });
  await system.record(...events);
  const ask = (confirm?: string) =>
    system.ask(rollback, {
      command: 'rollback',
      environment: 'production',
      ...(confirm === undefined ? {} : { confirm }),
    });
  const approved = async () =>
    (await system.entries()).flatMap(({ event }) => (event.type === 'approved' ? [event] : []));
  return { system, github, ask, approved };
}

function asDescribed({ violations }: PlainGitHub): void {
  assert.deepEqual(violations, []);
}

test('a rollback in a workflow is done if its environment has reviewers, and who approved is recorded', async () => {
  const { system, github, ask, approved } = await setUp({ environment: strict, approvals: [byMona] });
  const { outcome, message } = await ask();
  assert.equal(outcome, 'passed', message?.happened);
  assert.equal(system.server.version, hop.from);
  const [event] = await approved();
  assert.deepEqual([event?.gate, event?.by, event?.comment, event?.note], ['production', 'mona', 'Go back', undefined]);
  asDescribed(github);
});

test('if administrators may bypass the reviewers, a rollback without a listed approval is done, and that is recorded', async () => {
  const { ask, approved } = await setUp({ environment: reviewed });
  assert.equal((await ask()).outcome, 'passed');
  const [event] = await approved();
  assert.deepEqual([event?.by, event?.note], ['nobody', 'GitHub lists nobody; an administrator may have let it pass']);
});

test('a rollback is refused without protection, and if nobody approved and nobody may bypass', async () => {
  for (const environment of [undefined, { name: 'production', waitTimerMinutes: 10 }, strict]) {
    const { system, github, ask, approved } = await setUp(environment === undefined ? {} : { environment });
    for (const confirm of [undefined, `redeploy-${hop.id}`, hop.id]) {
      const { outcome, message } = await ask(confirm);
      assert.equal(outcome, 'refused', JSON.stringify(environment));
      assert.match(
        `${message?.means} ${message?.next}`,
        /Nothing was changed on production\. .*start the rollback again/s,
      );
    }
    assert.equal(system.server.version, hop.to, 'nothing was deployed');
    assert.deepEqual(await approved(), []);
    asDescribed(github);
  }
});

test('with GitHub out of reach the older release is deployed again only after a typed confirmation, and that is recorded', async () => {
  const { system, github, ask, approved } = await setUp({ environment: reviewed, approvals: [byMona] });
  github.isDown = true;
  const { outcome, message } = await ask();
  assert.equal(outcome, 'unknown');
  assert.match(
    message?.next ?? '',
    /started with redeploy-1\.0\.2--1\.1\.4 as confirmation; that way back loses nothing/,
  );
  for (const typed of ['yes', 'redeploy', 'redeploy-1.0.2--1.1.5', hop.id]) {
    assert.equal((await ask(typed)).outcome, 'unknown', typed);
  }
  assert.equal(system.server.version, hop.to, 'nothing was deployed');
  assert.equal((await ask(`redeploy-${hop.id}`)).outcome, 'passed');
  assert.equal(system.server.version, hop.from);
  const [event] = await approved();
  assert.deepEqual([event?.gate, event?.by], ['production', 'engineer']);
  assert.match(event?.note ?? '', /^its protection was unknown: GitHub could not be reached/);
});

test('with GitHub out of reach nothing is restored over production, whatever is typed', async () => {
  const { system, github, ask, approved } = await setUp({ environment: strict, approvals: [byMona], events: migrated });
  system.server.migrations = { state: 'running', current: 'm7' };
  github.isDown = true;
  const { outcome, message } = await ask(hop.id);
  assert.equal(outcome, 'unknown');
  assert.match(message?.happened ?? '', /could not be determined whether .* "production" has required reviewers/);
  assert.match(message?.next ?? '', /in a terminal .*: staged-upgrade rollback --hop 1\.0\.2--1\.1\.4 --confirm 1\.0/);
  for (const typed of [undefined, `redeploy-${hop.id}`]) assert.equal((await ask(typed)).outcome, 'refused');
  assert.deepEqual(await approved(), []);
  assert.deepEqual(await started(system), []);

  // With GitHub back it comes as far as the database, which is not the one that was backed up.
  github.isDown = false;
  const again = await ask(hop.id);
  assert.equal(again.outcome, 'refused');
  assert.match(again.message?.happened ?? '', /^The database of production is not shown to be the one/);
  assert.deepEqual(
    (await approved()).map(({ by }) => by),
    ['mona'],
  );
});

async function started(system: VirtualSystem): Promise<string[]> {
  const types = (await system.entries()).map(({ event }) => event.type);
  return types.filter((type) => type === 'rolling-back' || type === 'restoring');
}

test('a restore over production is refused without protection', async () => {
  const { system, ask } = await setUp({ environment: { name: 'production', branches: 'protected' }, events: migrated });
  system.server.migrations = { state: 'running', current: 'm7' };
  const { outcome, message } = await ask(hop.id);
  assert.equal(outcome, 'refused');
  assert.match(message?.happened ?? '', /"production" lets jobs start without anybody's approval/);
  assert.deepEqual(await started(system), []);
});

test('at a terminal only the person there is asked, and GitHub not at all', async () => {
  const run: RunIdentity = { ...workflow, kind: 'terminal' };
  const { github, ask } = await setUp({ run });
  assert.equal((await ask()).outcome, 'passed');
  assert.deepEqual(github.paths, []);
});

test('with gates set to dispatch or none, GitHub is not asked; who started the rollback is recorded', async () => {
  const dispatched = await setUp({ gate: 'dispatch' });
  assert.equal((await dispatched.ask()).outcome, 'passed');
  const [event] = await dispatched.approved();
  assert.deepEqual([event?.gate, event?.by], ['dispatch, rollback', 'engineer']);
  const open = await setUp({ gate: 'none' });
  assert.equal((await open.ask()).outcome, 'passed');
  assert.deepEqual([dispatched.github.paths, open.github.paths], [[], []]);
});

test('a re-run of a rollback does not undo what was deployed since', async () => {
  const { system, ask } = await setUp({ gate: 'none' });
  assert.equal((await ask()).outcome, 'passed');
  await system.record(...deployed);
  system.server.version = hop.to;
  const asked = { command: 'rollback', environment: 'production' } as const;
  const as = (run: RunIdentity) =>
    system.ask((project, invocation) => rollback.run({ ...project, run }, invocation), asked);
  const { outcome, message } = await as({ ...workflow, attempt: 2 });
  assert.equal(outcome, 'refused');
  assert.match(message?.happened ?? '', /^This run already rolled back hop .* on /);
  assert.equal(system.server.version, hop.to);
  const another = await as({ ...workflow, id: '7002' });
  assert.doesNotMatch(another.message?.happened ?? '', /already rolled/);
});
