import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failedTest, shownBy } from '../../scripts/guards/outcomes.ts';

test('a crash does not show that a guard is missed; a violation behind it does', () => {
  const crashed = 'seed 3 violates: no defect\n  run 1: TypeError: x is undefined\n';
  assert.deepEqual(shownBy(crashed), { kind: 'crash', seed: 3 });
  const violated = `${crashed}run 2: starts\n\nseed 7 violates: two runs never act at once\n  run 2 and run 3\n`;
  assert.deepEqual(shownBy(violated), { kind: 'violation', seed: 7, invariant: 'two runs never act at once' });
  assert.deepEqual(shownBy('400 seeds, 0 violations\n'), { kind: 'nothing' });
});

test('a file that cannot be loaded shows nothing; a test of it that fails does', () => {
  assert.equal(failedTest('not ok 1 - test/steps/deploy.test.ts\n'), undefined);
  const tap = '    ok 1 - it deploys\n    not ok 2 - it waits for the lease\nnot ok 1 - test/steps/deploy.test.ts\n';
  assert.equal(failedTest(tap), 'it waits for the lease');
});
