import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceBefore } from '../../../src/core/history/migration-trace.ts';
import { situationOf } from '../../../src/core/history/situation.ts';
import type { EnvironmentName } from '../../../src/core/model/hop.ts';
import type { Observation } from '../../../src/core/model/observation.ts';
import { entriesOf, maxAge, now, of } from '../decisions/table/chronicle.ts';
import { hop } from './world.ts';

/** `from` has reported its newest migration, on production in a check and on staging in a deploy; now this answers. */
function before(environment: EnvironmentName, version: string, applied: string) {
  const observation: Observation = {
    at: now.toISOString(),
    version: { kind: 'known', value: version },
    serving: { kind: 'yes' },
    migrations: { kind: 'done', applied },
  };
  const here = of(environment);
  const entries = entriesOf([
    { event: { ...here, type: 'checked', version: hop.from, applied: 'm6' } },
    {
      event: {
        ...of('staging'),
        type: 'restored',
        backup: 'backup-1',
        proved: true,
        tables: 1,
        rows: 1,
        milliseconds: 1,
      },
    },
    {
      event: {
        ...of('staging'),
        type: 'deployed',
        release: 'from',
        version: hop.from,
        deferred: true,
        applied: 'm6',
        milliseconds: 1,
      },
    },
  ]);
  const traits = { deferrable: true, proveRestorePoint: false };
  const situation = situationOf({ hop, traits, now, observation, entries, rehearsalMaxAge: maxAge });
  return traceBefore(situation, environment).applied;
}

test('the migration state of the restored copy stays known although something else answers when the release is deployed on it', () => {
  assert.equal(before('staging', '1.2.1', 'm6'), 'm6');
});

test('a migration that reached the restored copy later counts as one that nobody should have started', () => {
  assert.equal(before('staging', hop.from, 'm7'), 'm6');
});

test('a migration that people ran on production before the hop counts as already there', () => {
  assert.equal(before('production', hop.from, 'm7'), 'm7');
});
