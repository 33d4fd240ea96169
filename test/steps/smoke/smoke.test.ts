import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { smoke } from '../../../src/steps/smoke/smoke.ts';
import { type VirtualSystem, virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const minute = 60_000;
const here = { hop, environment: 'production' } as const;
const deployed: readonly JournalEvent[] = [
  { ...here, type: 'deploying', release: 'to', version: hop.to, deferred: true },
  { ...here, type: 'deployed', release: 'to', version: hop.to, deferred: true, milliseconds: 1 },
];

async function deployedSystem(configuration: Record<string, unknown> = validated('30m')): Promise<VirtualSystem> {
  const system = virtualSystem({ configuration });
  await system.record(...deployed);
  return system;
}

function validated(time: string, every = '30s'): Record<string, unknown> {
  return { validate: { for: time, every } };
}

function testedOn(system: VirtualSystem, environment: 'production' | 'staging' = 'production') {
  return system.ask(smoke, { command: 'smoke', environment, release: 'to' });
}

const recorded = async (system: VirtualSystem, type: string) =>
  (await system.entries()).flatMap(({ event }) => (event.type === type ? [event] : []));

test('production is tested for as long as the validation says, and the journal and the result say so', async () => {
  const system = await deployedSystem();
  const began = system.time.now;
  const result = await testedOn(system);
  assert.equal(result.outcome, 'passed');
  assert.equal(
    result.headline,
    '1.1.4 on production passed 1 of 1 smoke tests, validated for 30 min 0 s in 61 rounds.',
  );
  assert.equal(system.time.now - began, 30 * minute);
  assert.ok(system.said.includes('1.1.4 on production: validated 12 of 30 min'), system.said.join('\n'));
  const [tested] = await recorded(system, 'smoke-tested');
  assert.ok(tested?.type === 'smoke-tested');
  const { validatedMilliseconds, rounds, migrations } = tested;
  assert.deepEqual(
    { validatedMilliseconds, rounds, migrations },
    {
      validatedMilliseconds: 30 * minute,
      rounds: 61,
      migrations: 'pending',
    },
  );
});

test('without a validation the tests run once, and no rounds are mentioned', async () => {
  const system = await deployedSystem({});
  const began = system.time.now;
  assert.equal((await testedOn(system)).headline, '1.1.4 on production passed 1 of 1 smoke tests in 0 ms.');
  assert.equal(system.time.now, began);
  const [tested] = await recorded(system, 'smoke-tested');
  assert.ok(tested !== undefined && !('rounds' in tested) && !('validatedMilliseconds' in tested));
});

test('on staging the tests run once, whatever is configured for production', async () => {
  const system = await deployedSystem();
  const on = { hop, environment: 'staging' } as const;
  await system.record({ ...on, type: 'restored', backup: 'b', proved: true, tables: 1, rows: 1, milliseconds: 1 });
  assert.equal((await testedOn(system, 'staging')).headline, '1.1.4 on staging passed 1 of 1 smoke tests in 0 ms.');
});

test('a test that fails ends the validation at once, and says when', async () => {
  const system = await deployedSystem();
  system.time.after(12 * minute + 1, () => {
    system.server.records = 503;
  });
  const { outcome, message } = await testedOn(system);
  assert.equal(outcome, 'failed');
  assert.match(
    message?.happened ?? '',
    /^After 12 min 30 s of validation, in round 26: 1\.1\.4 on production did not pass its smoke tests: "every record can be read": /,
  );
  assert.match(message?.next ?? '', /If a test itself is wrong, correct it in the configuration and start a new run/);
  assert.deepEqual(await recorded(system, 'smoke-tested'), []);
});

test('another version that answers later, or a migration that fails, is a failure although every test would pass', async () => {
  const other = await deployedSystem();
  other.time.after(minute, () => {
    other.server.version = hop.from;
  });
  const answered = await testedOn(other);
  assert.equal(answered.outcome, 'failed');
  assert.match(answered.message?.happened ?? '', /in round 3: Production runs 1\.0\.2, not 1\.1\.4\.$/);

  const migrated = await deployedSystem();
  migrated.time.after(minute, () => {
    migrated.server.migrations = { state: 'failed', current: 'm7', error: 'the disk is full' };
  });
  const ended = await testedOn(migrated);
  assert.equal(ended.outcome, 'failed');
  assert.match(ended.message?.happened ?? '', /in round 3: .*the migration m7 has failed: the disk is full\.$/);
});

test('a server that is silent twice is asked again, and the validation still ends with a good round', async () => {
  const system = await deployedSystem(validated('10m', '1m'));
  for (const [from, to] of [
    [2, 3.5],
    [9.5, 10.5],
  ] as const) {
    system.time.after(from * minute, () => {
      system.server.version = undefined;
    });
    system.time.after(to * minute, () => {
      system.server.version = hop.to;
    });
  }
  const result = await testedOn(system);
  assert.equal(
    result.headline,
    '1.1.4 on production passed 1 of 1 smoke tests, validated for 11 min 0 s in 12 rounds.',
  );
  assert.equal(system.said.filter((line) => line.includes('is asked again')).length, 3);
});

test('three unknown rounds in a row end as unknown', async () => {
  const system = await deployedSystem();
  system.time.after(5 * minute, () => {
    system.server.records = undefined;
  });
  const { outcome, message } = await testedOn(system);
  assert.equal(outcome, 'unknown');
  assert.match(
    message?.happened ?? '',
    /^After 6 min 0 s of validation, in round 13, its result could not be determined 3 times in a row: .*ECONNREFUSED/,
  );
});

test('if what answers at first is not the hop’s release, the test is refused: nothing was validated', async () => {
  const system = await deployedSystem();
  system.server.version = hop.from;
  const { outcome, message } = await testedOn(system);
  assert.equal(outcome, 'refused');
  assert.equal(message?.happened, 'Production runs 1.0.2, not 1.1.4.');
});

test('a validation that is stopped records nothing, and starts over', async () => {
  const system = await deployedSystem();
  system.time.after(20 * minute, () => system.stop.abort(new Error('stopped by SIGTERM')));
  await assert.rejects(testedOn(system), { name: 'StoppedStep' });
  assert.deepEqual(await recorded(system, 'smoke-tested'), []);
});

test('the lease is kept for as long as the validation continues', async () => {
  const system = await deployedSystem(validated('2h', '1m'));
  await testedOn(system);
  const leases = (await system.entries()).filter(({ event }) => 'fence' in event && event.type !== 'lease-released');
  const until = leases.flatMap(({ at, event }) =>
    'expiresAt' in event ? [[Date.parse(at), Date.parse(event.expiresAt)]] : [],
  );
  const gap = until.findIndex(([, end = 0], index) => end <= (until[index + 1]?.[0] ?? system.time.now));
  assert.equal(gap, -1, 'the lease ran out while tests continued');
  assert.ok(leases.length > 10);
});

test('a rollback that takes the system over ends the validation, and is not a defect', async () => {
  const system = await deployedSystem();
  system.time.after(10 * minute, () => {
    const lease = {
      fence: 2,
      owner: 'terminal rollback/1',
      preempted: 'the run that tests',
      expiresAt: new Date(system.time.now + minute).toISOString(),
    };
    void system.journalOf('rollback').append({ type: 'lease-taken', ...lease });
  });
  const { outcome, message } = await testedOn(system);
  assert.equal(outcome, 'refused');
  assert.match(message?.happened ?? '', /^The lease of this system was taken over by terminal rollback\/1\./);
  assert.deepEqual(await recorded(system, 'smoke-tested'), []);
});

test('a validation that would outlast its job is not started', async () => {
  const jobAge = 5 * 60 * minute + 20 * minute;
  const system = virtualSystem({ configuration: validated('30m'), jobAge });
  await system.record(...deployed);
  const end = await testedOn(system);
  assert.equal(end.outcome, 'waiting');
  assert.equal(
    end.message?.happened,
    'The smoke tests would run for 30 min 0 s, but only 25 min 0 s of this job are left.',
  );
  assert.deepEqual(await recorded(system, 'smoke-tested'), []);
});
