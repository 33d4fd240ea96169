import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { report } from '../../../src/steps/report/report.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const minute = 60_000;
const { id, from, to } = hop;
const production = { hop, environment: 'production' } as const;
const staging = { hop, environment: 'staging' } as const;
const deployed: readonly JournalEvent[] = [
  { ...production, type: 'deploying', release: 'to', version: to, deferred: true },
  { ...production, type: 'deployed', release: 'to', version: to, deferred: true, milliseconds: 1 },
];
const restored: readonly JournalEvent[] = [
  { ...production, type: 'migrating' },
  { ...production, type: 'rolling-back', to: from },
  { ...production, type: 'restoring', backup: 'point-1' },
  { ...production, type: 'restored', backup: 'point-1', proved: true, tables: 1, rows: 1, milliseconds: 1 },
];

/** Each is a minute after the previous one. */
async function reported(
  events: readonly JournalEvent[],
  change: (system: VirtualSystem) => Promise<void> | void = () => undefined,
  { planned = true } = {},
): Promise<{ readonly said: string; readonly next: string; readonly summary: string; readonly headline: string }> {
  const system = virtualSystem();
  const hops = [{ id, from, to, digest: system.hop.digest, manual: [] }];
  system.server.version = from;
  system.server.migrations = { state: 'done' };
  if (planned) await system.record({ type: 'planned', current: from, target: to, hops });
  for (const event of events) {
    system.pass(minute);
    await system.record(event);
  }
  await change(system);
  const { text, message, summary, headline } = await system.ask(report, { command: 'report' }, 'path');
  return { said: text, next: message?.next ?? '', summary, headline };
}

const on = (version: string, state: string) => (system: VirtualSystem) => {
  system.server.version = version;
  system.server.migrations = { state, current: 'm7' };
};

test('it says what runs where, and that nobody acts', async () => {
  const { said, next } = await reported([]);
  assert.equal(
    said,
    [
      'Production  runs 1.0.2, serving, no migration left, observed 2 Mar 00:00 UTC, just now.',
      'Staging     runs 1.0.2, serving, no migration left, observed 2 Mar 00:00 UTC, just now.',
      'Acting      nobody; no lease is held.',
    ].join('\n'),
  );
  assert.equal(next, 'Start a new run, which resumes from what it observes: npx staged-upgrade climb --target 1.1.4');
});

test('it also answers if nothing was ever planned', async () => {
  const { said, headline, summary } = await reported([], undefined, { planned: false });
  assert.equal(headline, 'No path was planned yet. staged-upgrade plan shows what there is to climb.');
  assert.match(said, /^Production {2}runs 1\.0\.2, serving/);
  assert.match(summary, /- \*\*Production\*\*: runs 1\\?\.0\\?\.2/);
});

test('who holds the lease, since when, what they do, and from when others may act', async () => {
  const lease = { fence: 1, owner: 'terminal other', expiresAt: '2026-03-02T00:15:00.000Z' } as const;
  const held = async (system: VirtualSystem): Promise<void> => {
    await system.recordBy('other', { type: 'lease-taken', ...lease }, ...deployed.slice(0, 1));
    on(from, 'done')(system);
  };
  const acting = await reported([], held);
  assert.match(
    acting.said,
    /^Acting {6}terminal other \(engineer\) has held the lease since 2 Mar 00:00 UTC\. Unless renewed it expires at 2 Mar 00:15 UTC; others may act from 2 Mar 00:17 UTC, since clocks may differ\. Last: deploying 1\.0\.2--1\.1\.4 on production: 1\.1\.4, migrations deferred, 2 Mar 00:00 UTC\.$/m,
  );
  assert.match(acting.next, /^Let terminal other end\. If it is dead, others may act from 2 Mar 00:17 UTC on\.$/);
  const said = '{"started":true}'.repeat(50);
  const answered = {
    hop,
    environment: 'production',
    type: 'start-answered',
    migration: 'm7',
    said,
    refused: false,
  } as const;
  const talkative = await reported([], async (system) => {
    await system.recordBy('other', { type: 'lease-taken', ...lease }, answered);
    on(from, 'done')(system);
  });
  assert.match(
    talkative.said,
    /Last: start answered 1\.0\.2--1\.1\.4 on production: m7: .{1,80}…, 2 Mar 00:00 UTC\.$/m,
  );
  const lapsed = await reported([], async (system) => {
    await held(system);
    system.pass(18 * minute);
  });
  assert.match(
    lapsed.said,
    /^Acting {6}nobody\. terminal other .*, which expired at 2 Mar 00:15 UTC without being released: that run has died\./m,
  );
  assert.match(lapsed.next, /^Finish the hop with a new run/);
});

test('which hop is half done, how far it got, and both ways to continue', async () => {
  const { said, next } = await reported(deployed, on(to, 'pending'));
  assert.match(
    said,
    /^Half done {3}Hop 1\.0\.2--1\.1\.4 on production: the deploy of 1\.1\.4 was started on 2 Mar 00:01 UTC, done on 2 Mar 00:02 UTC, not smoke-tested\.$/m,
  );
  assert.match(said, /^Production {2}runs 1\.1\.4, serving, m7 pending, not started, observed/m);
  assert.match(
    next,
    /^Finish the hop with a new run: npx staged-upgrade climb .*, to go back, run the workflow "Rollback"/,
  );
});

test('an unfinished rollback or restore comes first', async () => {
  const back = await reported([...deployed, { ...production, type: 'rolling-back', to: from }]);
  assert.match(
    back.said,
    /^Unfinished {2}The rollback of hop 1\.0\.2--1\.1\.4 to 1\.0\.2 was started on .*, and it is not finished\.$/m,
  );
  assert.match(back.next, /^Finish it: run the workflow "Rollback" with the hop 1\.0\.2--1\.1\.4/);
  const half = await reported([...deployed, ...restored.slice(0, 3)]);
  assert.match(
    half.said,
    /^Unfinished {2}A rollback .* has been restoring point-1 over production .* Its database may be half replaced\./m,
  );
  assert.match(
    half.next,
    /^Finish the rollback: staged-upgrade rollback --hop 1\.0\.2--1\.1\.4 --confirm 1\.0\.2--1\.1\.4/,
  );
});

test('after a rollback it says which data is there', async () => {
  const rolledBack: JournalEvent = { ...production, type: 'rolled-back', to: from, milliseconds: 1 };
  const redeployed = await reported([...deployed, rolledBack]);
  assert.match(
    redeployed.said,
    /^Rolled back {2}Hop 1\.0\.2--1\.1\.4 was rolled back to 1\.0\.2 on .*; nothing was restored\.$/m,
  );
  const restoredBack = await reported([...deployed, ...restored, rolledBack]);
  assert.match(restoredBack.said, /point-1 was restored, and everything written after it is lost\.$/m);
  assert.match(restoredBack.summary, /\| rolled back, 2 Mar 00:07 UTC \|/);
});

test('a rolled-back hop that somebody did by hand has to be recorded as such', async () => {
  const rolledBack: JournalEvent = { ...production, type: 'rolled-back', to: from, milliseconds: 1 };
  const { next } = await reported([...deployed, rolledBack], on(to, 'done'));
  assert.match(
    next,
    /^Production runs what hop 1\.0\.2--1\.1\.4 leads to, .* record that: staged-upgrade adopt --hop 1\.0\.2--1\.1\.4 --reason "why"\./,
  );
});

test('after a failed rehearsal it says so, and that the cause comes first', async () => {
  const failed: readonly JournalEvent[] = [
    { ...staging, type: 'restored', backup: 'b', proved: true, tables: 1, rows: 1, milliseconds: 1 },
    { ...staging, type: 'ended', command: 'smoke', outcome: 'failed', message: 'Two tests did not pass.' },
  ];
  const { said, next, summary } = await reported(failed);
  assert.match(
    said,
    /^Stopped {5}"smoke" of hop 1\.0\.2--1\.1\.4 on staging ended as failed on 2 Mar 00:02 UTC: Two tests did not pass\.$/m,
  );
  assert.match(next, /^Fix the cause first\. Start a new run/);
  assert.match(summary, /\| no: smoke failed on staging \| none \|/);
});

test('a run that was stopped has no cause to correct: it is only started again', async () => {
  const stopped: readonly JournalEvent[] = [
    { ...staging, type: 'restored', backup: 'b', proved: true, tables: 1, rows: 1, milliseconds: 1 },
    { ...staging, type: 'ended', command: 'deploy', outcome: 'unknown', message: 'It was stopped.' },
  ];
  const { next } = await reported(stopped);
  assert.match(next, /^Start a new run/);
});

test('smoke tests that fail now are not reported as passed because they passed once', async () => {
  const tests = { tests: ['t'], migrations: 'pending', milliseconds: 1 } as const;
  const passed: JournalEvent = { ...production, type: 'smoke-tested', release: 'to', version: to, ...tests };
  const failed: JournalEvent = { ...production, type: 'ended', command: 'smoke', outcome: 'failed', message: 'No.' };
  const since = await reported([...deployed, passed, failed], on(to, 'pending'));
  assert.match(since.said, /^Half done .*, smoke tests passed at first, and have failed since\.$/m);
  const never = await reported([...deployed, failed], on(to, 'pending'));
  assert.match(never.said, /^Half done .*, smoke tests failed\.$/m);
  const first = await reported([...deployed, passed], on(to, 'pending'));
  assert.match(first.said, /^Half done .*, smoke tests passed\.$/m);
});

test('a system for which this runner has no variables is not asked, and what was last seen is reported', async () => {
  const system = virtualSystem({
    configuration: {
      environments: {
        production: {
          url: '${NOT_SET}',
          data: { sqlite: { file: 'p.db' } },
          deploy: { command: { run: ['deploy', 'production', '{version}'] } },
        },
        staging: {
          url: 'http://staging.internal',
          disposable: true,
          data: { sqlite: { file: 's.db' } },
          deploy: { command: { run: ['deploy', 'staging', '{version}'] } },
        },
      },
    },
  });
  await system.record({ ...production, type: 'checked', version: from });
  const { text } = await system.ask(report, { command: 'report' }, 'path');
  assert.match(
    text,
    /^Production {2}could not be asked here \(.*NOT_SET.*\)\. It was last seen on 1\.0\.2 on 2 Mar 00:00 UTC\.$/m,
  );
});

test('a plan made only to look changes nothing on the page, in the issue or in the advice, which mention the look', async () => {
  const look = (target: string): JournalEvent => {
    const ahead = { id: `${from}--${target}`, from, to: target, digest: 'e'.repeat(64), manual: [] };
    return { type: 'planned', current: from, target, hops: [ahead], operation: 'plan' };
  };
  const system = virtualSystem();
  system.server.version = from;
  system.server.migrations = { state: 'done' };
  const hops = [{ id, from, to, digest: system.hop.digest, manual: [] }];
  await system.record({ type: 'planned', current: from, target: to, hops, operation: 'climb' });
  system.pass(minute);
  await system.record(look('1.0.9'), look('2.0.0'));
  system.pass(minute);
  const asked = { command: 'report', output: 'report.html' };
  const { text, message, summary, headline, outputs } = await system.ask(report, asked, 'path');
  const [page = ''] = system.saved.values();
  assert.match(page, /<title>records: 1\.0\.2 → 1\.1\.4<\/title>/);
  assert.match(page, /<ol class="path"[\s\S]*<span>1\.1\.4<\/span>[\s\S]*<\/ol>/);
  assert.match(page, /<h1>1\.0\.2 → 1\.1\.4<\/h1>/);
  assert.match(summary, /^# 1\\?\.0\\?\.2 → 1\\?\.1\\?\.4\n/);
  assert.equal(headline, '0 of 1 hops from 1.0.2 to 1.1.4 are complete.');
  assert.equal(outputs.target, '1.1.4');
  assert.match(message?.next ?? '', /npx staged-upgrade climb --target 1\.1\.4$/);
  assert.match(
    text,
    /^Looked at {3}1\.0\.2 → 2\.0\.0, 1 hop, planned 2 Mar 00:01 UTC, 1 min ago\. It was only a look: nothing was done for it, .*$/m,
  );
});

test('a hop of another path that was done by hand does not count as one of the current path', async () => {
  const other = { id: `${from}--1.0.9`, from, to: '1.0.9', digest: 'e'.repeat(64), manual: [] };
  const look: JournalEvent = { type: 'planned', current: from, target: '1.0.9', hops: [other], operation: 'plan' };
  const { next } = await reported([look], on('1.0.9', 'done'));
  assert.doesNotMatch(next, /adopt/);
  const behind = { id: `${to}--2.0.0`, from: to, to: '2.0.0', digest: 'e'.repeat(64), manual: [] };
  const onward: JournalEvent = { type: 'planned', current: to, target: '2.0.0', hops: [behind], operation: 'plan' };
  const done: JournalEvent = { type: 'completed', hop };
  const byHand = await reported([...deployed, done, onward], on('2.0.0', 'done'));
  assert.match(byHand.next, /adopt --hop 1\.1\.4--2\.0\.0 /);
});
