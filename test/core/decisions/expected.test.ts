import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedMilliseconds } from '../../../src/core/decisions/expected.ts';
import { decidePromotionTime } from '../../../src/core/decisions/promotion-time.ts';
import { recordOf } from '../../../src/core/history/record.ts';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { hop, World } from '../history/world.ts';

const minute = 60_000;
const on = { hop, environment: 'staging' } as const;

/** 5 min of deploy, 40 min of waiting, 2 min of tests. */
function rehearsed(deferred: boolean) {
  const world = new World({ deferrable: deferred, proveRestorePoint: false });
  const release = { release: 'to', version: hop.to, deferred } as const;
  const events: readonly JournalEvent[] = [
    { ...on, type: 'deploying', ...release },
    { ...on, type: 'deployed', ...release, milliseconds: 5 * minute },
    ...(deferred ? [{ ...on, type: 'migrating' } as const] : []),
  ];
  for (const event of events) world.append(event);
  world.time += 40 * minute;
  world.append({ ...on, type: 'waited', milliseconds: 40 * minute });
  const tested = { tests: ['t'], milliseconds: 2 * minute, migrations: 'done' } as const;
  world.append({ ...on, type: 'smoke-tested', release: 'to', version: hop.to, ...tested });
  return recordOf(world.entries, hop);
}

test('a job on production takes what it took in the rehearsal, plus its validation', () => {
  const record = rehearsed(true);
  assert.equal(expectedMilliseconds(record, 'deploy'), 7 * minute);
  assert.equal(expectedMilliseconds(record, 'migrate', 30 * minute), 72 * minute);
});

test('migrations that run at start-up are waited for in the job of the deploy', () => {
  const record = rehearsed(false);
  assert.equal(expectedMilliseconds(record, 'deploy'), 47 * minute);
  assert.equal(expectedMilliseconds(record, 'migrate'), undefined);
});

test('the duration of migrations whose end only a later run found is unknown, not zero', () => {
  const world = new World({ deferrable: true, proveRestorePoint: false });
  const release = { release: 'to', version: hop.to, deferred: true } as const;
  world.append({ ...on, type: 'deploying', ...release });
  world.append({ ...on, type: 'deployed', ...release, milliseconds: 5 * minute });
  world.append({ ...on, type: 'migrating' });
  world.run = 'later';
  world.append({ ...on, type: 'migrating' });
  world.append({ ...on, type: 'migrated', milliseconds: 1 });
  world.append({ ...on, type: 'waited', milliseconds: 0 });
  assert.equal(expectedMilliseconds(recordOf(world.entries, hop), 'migrate'), undefined);
});

test('a window in which the validation does not fit is not started, and the message lists both times separately', () => {
  const window = { days: ['mon'], from: '00:00', to: '01:00' } as const;
  const decision = decidePromotionTime({
    hop,
    act: 'migrate',
    started: false,
    now: new Date('2026-03-02T00:00:00Z'),
    freeze: { kind: 'off' },
    windows: { timeZone: 'UTC', weekly: [window, { ...window, days: ['sat'], to: '06:00' }], closed: [] },
    expectedMilliseconds: 72 * minute,
    validationMilliseconds: 30 * minute,
  });
  assert.ok(decision.kind === 'waiting');
  assert.match(
    decision.message.happened,
    /for 1 h 0 min; the rehearsal took 42 min 0 s, and the smoke tests then run for 30 min 0 s, which does not fit\.$/,
  );
});
