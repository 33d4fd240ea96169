import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ofTimescale } from '../../../../src/drivers/data/postgres/timescale.ts';

test('the preflight names a database with hypertables as one that cannot be restored', () => {
  assert.deepEqual(ofTimescale(undefined), []);
  const [unused] = ofTimescale(0);
  assert.equal(unused?.kind, 'noted');
  const [used] = ofTimescale(2);
  assert.equal(used?.kind, 'refused');
  assert.match(used?.happened ?? '', /2 hypertables of the extension "timescaledb"/);
});
