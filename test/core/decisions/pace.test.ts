import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Pace, paceAfter } from '../../../src/core/decisions/pace.ts';
import type { Observation } from '../../../src/core/model/observation.ts';

const seconds = 1000;
const hours = 3600 * seconds;

function running(at: number, applied: number): Observation {
  return {
    at: new Date(at).toISOString(),
    version: { kind: 'known', value: '2.0.0' },
    serving: { kind: 'yes' },
    migrations: { kind: 'running', current: 'fill the new column', applied: `${applied}` },
  };
}

test('the end of migrations is noticed within two seconds, or 2 % of what they took, however they progressed', () => {
  const lengths = fc.oneof(fc.integer({ min: 0, max: 120 * seconds }), fc.integer({ min: 0, max: 6 * hours }));
  const looks = fc.integer({ min: 0, max: 200 });
  const changes = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
  fc.assert(
    fc.property(lengths, looks, changes, (length, look, shares) => {
      let now = 0;
      let asked = 0;
      let pace: Pace | undefined;
      while (now < length) {
        const applied = shares.filter((share) => share * length <= now).length;
        now += look;
        asked += 1;
        pace = paceAfter(pace, running(now, applied), now);
        now += pace.pause;
      }
      const late = now + look - length;
      assert.ok(late <= Math.max(2 * seconds, 0.02 * length), `${late} ms late after ${length} ms`);
      // A look costs a server something: a long wait asks a few times a minute.
      assert.ok(asked <= 250 * (shares.length + 1) + length / (10 * seconds), `asked ${asked} times`);
    }),
  );
});
