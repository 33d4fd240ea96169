import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typicalDuration, typicalDurations, typicalText } from '../../../src/core/decisions/typical-duration.ts';
import { versionScheme } from '../../../src/core/path/sources/versions/version-scheme.ts';

const durations = typicalDurations.parse({ patch: { from: '5m', to: '10m' }, minor: { from: '10m', to: '30m' } });
const scheme = versionScheme.parse({ scheme: 'pep440' });

test('what a vendor says about a hop depends on how far it goes', () => {
  const said = (from: string, to: string) => {
    const typical = typicalDuration(durations, scheme, { from, to });
    return typical && `${typical.kind}: ${typicalText(typical)}`;
  };
  assert.equal(said('1.9.3', '1.9.10'), 'patch: 5 min to 10 min, as a rule');
  assert.equal(said('1.9.10', '1.10.11'), 'minor: 10 min to 30 min, as a rule');
  assert.equal(said('1.11.9', '2.0.0'), undefined, 'nothing is said of it');
  assert.equal(said('old', 'new'), undefined);
  assert.equal(typicalDuration(undefined, scheme, { from: '1.9.3', to: '1.9.10' }), undefined);
});
