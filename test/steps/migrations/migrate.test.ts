import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordOf } from '../../../src/core/history/record.ts';
import { rehearsalOf } from '../../../src/core/history/rehearsal.ts';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { deploy } from '../../../src/steps/deploy/deploy.ts';
import { migrate } from '../../../src/steps/migrations/migrate.ts';
import { wait } from '../../../src/steps/migrations/wait.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const second = 1000;
const minute = 60 * second;
const here = { hop, environment: 'production' } as const;
const what = { ...here, release: 'to', version: hop.to } as const;
const tested: readonly JournalEvent[] = [
  { ...here, type: 'checked', version: hop.from, applied: 'm6' },
  { ...what, type: 'deploying', deferred: true, applied: 'm6' },
  { ...what, type: 'put-in-place' },
  { ...what, type: 'deployed', deferred: true, milliseconds: 1, applied: 'm6', next: 'm7' },
  { ...what, type: 'smoke-tested', migrations: 'pending', tests: ['t'], milliseconds: 1 },
];

const point: JournalEvent = {
  ...here,
  type: 'backed-up',
  purpose: 'restore-point',
  backup: 'point',
  version: hop.from,
  dataAt: '',
  bytes: 1,
  milliseconds: 1,
};

/** A release that was tested on production, with its migrations deferred. */
async function atTheGate(): Promise<VirtualSystem> {
  const system = virtualSystem();
  await system.record(...tested);
  return system;
}

const start = (system: VirtualSystem, retry = false) =>
  system.ask(migrate, { command: 'migrate', environment: 'production', budget: 4 * 3_600_000, retry });

/** Each start runs one migration, for this long; returns when each was requested and when each ended. */
function oneAfterTheOther(system: VirtualSystem, durations: readonly number[]) {
  const asked: number[] = [];
  const ended: number[] = [];
  const { time, server } = system;
  const pending = (count: number) => ({ state: 'pending', current: `m${7 + count}`, applied: `m${6 + count}` });
  server.migrations = pending(0);
  server.start = () => {
    const count = asked.push(time.now);
    server.migrations = { state: 'running', current: `m${6 + count}`, applied: `m${5 + count}` };
    time.after(durations[count - 1] ?? 0, () => {
      ended.push(time.now);
      server.migrations = count < durations.length ? pending(count) : { state: 'done', applied: `m${6 + count}` };
    });
    return 202;
  };
  return { asked, ended };
}

test('each migration is started once, and the next one within 2 s, or 2 % of what the previous one took', async () => {
  const system = await atTheGate();
  const durations = [0, 100, 3 * second, 40 * second, 10 * minute, 90 * minute, second, 5 * second, 2 * minute];
  const { asked, ended } = oneAfterTheOther(system, durations);
  const { outcome, headline } = await start(system);
  assert.equal(outcome, 'passed', headline);
  const noticed = [...asked.slice(1), system.time.now];
  assert.equal(asked.length, durations.length);
  for (const [index, at] of ended.entries()) {
    const late = (noticed[index] ?? 0) - at;
    const allowed = Math.max(2 * second, 0.02 * (durations[index] ?? 0));
    assert.ok(late <= allowed, `the end of migration ${index + 1} was noticed ${late} ms late`);
  }
});

test('migrations that an interrupted run started are not overlooked', async () => {
  const system = await atTheGate();
  await system.record({ ...here, type: 'migrating' }, { ...here, type: 'starting', migration: 'm7', retry: false });
  system.server.migrations = { state: 'done', applied: 'm7' };
  const { outcome, headline } = await start(system);
  assert.equal(outcome, 'passed', headline);
  assert.match(headline, /^The migrations of 1\.1\.4 on production were started by an earlier run, .*only a restore/);
});

test('a migration that fails is not started again before a person asks for it, and then once for each request', async () => {
  const system = await atTheGate();
  const { server, time } = system;
  let starts = 0;
  server.start = () => {
    starts++;
    server.migrations = { state: 'running', current: 'm7', applied: 'm6' };
    time.after(5 * second, () => {
      server.migrations = { state: 'failed', current: 'm7', applied: 'm6', error: 'the disk is full' };
    });
    return 202;
  };
  const first = await start(system);
  assert.equal(first.outcome, 'failed');
  assert.match(first.message?.happened ?? '', /The migration m7 of 1\.1\.4 has failed: the disk is full\./);
  assert.match(first.message?.next ?? '', /staged-upgrade climb --retry/);
  for (let round = 0; round < 3; round++) {
    assert.equal((await start(system)).outcome, 'failed');
    assert.equal((await system.ask(wait, { command: 'wait', environment: 'production' })).outcome, 'failed');
  }
  assert.equal(starts, 1, 'nobody has asked');
  assert.equal((await start(system, true)).outcome, 'failed');
  assert.equal(starts, 2, 'one request, one start');
  const asked = (await system.entries()).flatMap(({ event }) => (event.type === 'starting' ? [event.retry] : []));
  assert.deepEqual(asked, [false, true]);
});

test('a retry that works comes to its end, although the earlier failure is still reported for a while', async () => {
  const system = await atTheGate();
  const { server, time } = system;
  await system.record({ ...here, type: 'migrating' }, { ...here, type: 'starting', migration: 'm7', retry: false });
  server.migrations = { state: 'failed', current: 'm7', applied: 'm6', error: 'the disk is full' };
  server.start = () => {
    time.after(10 * second, () => {
      server.migrations = { state: 'done', applied: 'm7' };
    });
    return 202;
  };
  assert.equal((await start(system, true)).outcome, 'passed');
});

test("a start that leaves no trace is made twice, and then the server's answer is reported", async () => {
  const system = await atTheGate();
  let starts = 0;
  system.server.start = () => {
    starts++;
    return 202;
  };
  const end = await start(system);
  assert.equal(end.outcome, 'unknown');
  assert.equal(starts, 2);
  assert.match(end.message?.happened ?? '', /was started 2 times .* answered 202 "\{"said":"so"\}"/);
  assert.equal((await start(system)).outcome, 'unknown');
  assert.equal(starts, 2, 'a new run does not begin to count anew');
});

test('on staging, a start that again leaves no trace in a later run has failed: the next run rehearses again', async () => {
  const system = virtualSystem();
  const staging = { hop, environment: 'staging' } as const;
  const release = (which: 'from' | 'to') => ({ ...staging, release: which, version: hop[which] }) as const;
  const put = {
    ...release('to'),
    type: 'deployed',
    deferred: true,
    milliseconds: 1,
    applied: 'm6',
    next: 'm7',
  } as const;
  const smoked = { type: 'smoke-tested', migrations: 'pending', tests: ['t'], milliseconds: 1 } as const;
  await system.record(
    { ...staging, type: 'restored', backup: 'rehearsal', proved: true, tables: 1, rows: 1, milliseconds: 1 },
    { ...staging, type: 'scrubbed', waived: false, milliseconds: 1 },
    { ...release('from'), ...smoked, migrations: 'done' },
    put,
    { ...release('to'), ...smoked },
    { ...staging, type: 'rolled-back', to: hop.from, milliseconds: 1 },
    { ...release('from'), ...smoked, migrations: 'done' },
    put,
  );
  system.server.start = () => 202;
  const begin = () => system.ask(migrate, { command: 'migrate', environment: 'staging', budget: minute * 60 });
  assert.equal((await begin()).outcome, 'unknown');
  const later = await begin();
  assert.equal(later.outcome, 'failed', later.headline);
  assert.match(later.message?.next ?? '', /start a new run: it rehearses again/);
  const entries = await system.entries();
  const planned = entries.flatMap(({ event }) => (event.type === 'planned' ? event.hops : []))[0] ?? hop;
  assert.equal(rehearsalOf(entries, recordOf(entries, planned), system.project.traits).kind, 'void');
});

test('a wait starts nothing: what is pending is left to the step behind the gate', async () => {
  const system = await atTheGate();
  let starts = 0;
  system.server.start = () => {
    starts++;
    return 202;
  };
  await system.record({ ...here, type: 'migrating' });
  const end = await system.ask(wait, { command: 'wait', environment: 'production' });
  assert.equal(end.outcome, 'skipped');
  assert.match(end.headline, /m7 is pending: only "migrate" starts it/);
  assert.equal(starts, 0);
});

test('access that is denied half way is reported at once, with the name of the credential and never its value', async () => {
  const system = await atTheGate();
  const { server, time } = system;
  oneAfterTheOther(system, [10 * minute]);
  let refusedAt = 0;
  time.after(4 * minute, () => {
    refusedAt = time.now;
    server.refused = 401;
  });
  const end = await start(system);
  assert.equal(end.outcome, 'failed');
  assert.match(end.message?.happened ?? '', /refused 3 times in a row: .*\/migrations answered 401/);
  assert.ok(time.now - refusedAt < 30 * second, `${time.now - refusedAt} ms later`);
});

test('another release that answers, healthy and steady, is reported soon, and not at the end of the budget', async () => {
  const system = virtualSystem();
  await system.record(...tested.slice(0, 3));
  system.server.version = '1.0.9';
  const before = system.time.now;
  const end = await system.ask(wait, { command: 'wait', environment: 'production' });
  assert.equal(end.outcome, 'failed');
  assert.match(end.message?.happened ?? '', /^The deploy command succeeded, but 1\.0\.9 answers on production/);
  assert.ok(system.time.now - before < minute);
});

const watched = async (
  after: Readonly<Record<string, unknown>>,
  later: Readonly<Record<string, unknown>> = after,
): Promise<VirtualSystem> => {
  const system = virtualSystem();
  await system.record(point, ...tested.slice(0, 3));
  system.server.migrations = after;
  system.time.after(5 * second, () => {
    system.server.migrations = later;
  });
  return system;
};

const resume = (system: VirtualSystem, acknowledge: readonly string[] = []) =>
  system.ask(deploy, { command: 'deploy', environment: 'production', release: 'to', acknowledge });

test('migrations that run inside the watch, or are complete before its first look, were not deferred', async () => {
  const pending = { state: 'pending', current: 'm7', applied: 'm6' };
  for (const system of [
    await watched(pending, { state: 'running', current: 'm7', applied: 'm6' }),
    await watched(pending, { state: 'pending', current: 'm8', applied: 'm7' }),
    await watched(pending, { state: 'done' }),
    await watched({ state: 'done', applied: 'm9' }),
  ]) {
    const end = await resume(system);
    assert.equal(end.outcome, 'failed', end.headline);
    assert.match(end.message?.happened ?? '', /but they were not deferred: /);
    assert.ok((await system.entries()).some(({ event }) => event.type === 'not-deferred'));
  }
});

test('if nothing would show that a migration has run, nothing is claimed before a person vouches for it', async () => {
  const system = await watched({ state: 'pending', current: 'm7' });
  const end = await resume(system);
  assert.equal(end.outcome, 'unknown');
  assert.match(end.message?.happened ?? '', /nothing shows whether its migrations were really deferred/);
  const acknowledged = await resume(system, ['unproved-deferral']);
  assert.equal(acknowledged.outcome, 'passed', acknowledged.headline);
  const deployed = (await system.entries()).findLast(({ event }) => event.type === 'deployed')?.event;
  assert.ok(deployed?.type === 'deployed' && deployed.unproved !== undefined);
});

test('a release whose deploy command succeeded, and that serves, is watched and not deployed again', async () => {
  const system = await watched({ state: 'pending', current: 'm7', applied: 'm6' });
  const end = await resume(system);
  assert.equal(end.outcome, 'passed');
  assert.match(end.headline, /was already deployed on production/);
  const deploys = (await system.entries()).filter(({ event }) => event.type === 'deploying');
  assert.equal(deploys.length, 1);
});

test('the first start after a deploy is not requested before it is useful, and then at once', async () => {
  const system = virtualSystem({ startAfter: '61s' });
  await system.record(...tested);
  system.pass(20 * second);
  const { asked } = oneAfterTheOther(system, [second, second]);
  const began = system.time.now;
  const { outcome, headline } = await start(system);
  assert.equal(outcome, 'passed', headline);
  const [first = 0, next = 0] = asked.map((at) => at - began);
  assert.ok(first >= 41 * second && first < 42 * second, `${first} ms after the step began`);
  assert.ok(next - first < 3 * second, 'the next one follows the first as always');
});

test('a gate that was open for long enough needs no further wait', async () => {
  const system = virtualSystem({ startAfter: '61s' });
  await system.record(...tested);
  system.pass(60 * minute);
  const { asked } = oneAfterTheOther(system, [second]);
  const began = system.time.now;
  await start(system);
  assert.ok((asked[0] ?? 0) - began < second);
});

test('a budget that ends before a start has left its trace is not a failure, and the next run continues', async () => {
  const system = await atTheGate();
  const { time, server } = system;
  let starts = 0;
  server.start = () => {
    starts++;
    time.after(20 * second, () => {
      server.migrations = { state: 'done', applied: 'm7' };
    });
    return 202;
  };
  const first = await system.ask(migrate, { command: 'migrate', environment: 'production', budget: 5 * second });
  assert.equal(first.outcome, 'waiting', first.headline);
  assert.match(
    first.message?.happened ?? '',
    /^After 5\.0 s the migration m7 was asked for, but is not seen running yet\.$/,
  );
  time.after(16 * second, () => {
    server.migrations = { state: 'done', applied: 'm7' };
  });
  const { outcome, headline } = await start(system);
  assert.equal(outcome, 'passed', headline);
  assert.ok(starts <= 2, `${starts}`);
});
