import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPath } from '../../../src/core/path/check-path.ts';
import { requestOf, type Vendor } from './product-cases.ts';

// What a plan for several minors must satisfy, and how it can fail:
// https://cluster-api.sigs.k8s.io/tasks/experimental-features/runtime-sdk/implement-upgrade-plan-hooks
const clusterApi: Vendor = {
  releases: [
    'v1.31.0',
    'v1.32.0',
    'v1.32.3',
    'v1.33.0',
    'v1.34.0',
    { tag: 'v1.33.1', withdrawn: { reason: 'Broken' } },
  ],
  path: [{ 'no-line-skipped': { line: 'minor', reason: 'Minors are not skipped.' } }],
};

function faultsOf(path: readonly string[], target?: string): string[] {
  const check = checkPath({
    ...requestOf(clusterApi, 'v1.31.0', 'newest'),
    path,
    ...(target ? { target } : { target: 'newest' }),
  });
  if (check.kind !== 'faulty') return [check.kind];
  return check.faults.map(({ fault, from, to }) => `${fault} ${from} ${to}`);
}

test('a sound path is described as a planned one is', () => {
  const request = { ...requestOf(clusterApi, 'v1.31.0', 'newest'), path: ['v1.31.0', 'v1.32.3', 'v1.33.0', 'v1.34.0'] };
  const check = checkPath(request);
  assert.ok(check.kind === 'sound');
  assert.deepEqual(
    check.path.steps.map(({ from, to }) => `${from} ${to}`),
    ['1.31.0 1.32.3', '1.32.3 1.33.0', '1.33.0 1.34.0'],
  );
});

test('each fault has its name', () => {
  assert.deepEqual(faultsOf(['v1.32.3', 'v1.34.0']), ['skipped 1.32.3 1.34.0']);
  assert.deepEqual(faultsOf(['v1.32.3', 'v1.33.0']), ['stops-short 1.33.0 1.34.0']);
  assert.deepEqual(faultsOf(['v1.32.3', 'v1.33.0', 'v1.34.0'], '1.33'), ['overshoots 1.34.0 1.33.0']);
  assert.deepEqual(faultsOf(['v1.32.3', 'v1.32.0', 'v1.33.0'], '1.33'), ['downgrade 1.32.3 1.32.0']);
  assert.deepEqual(faultsOf(['v1.32.3', 'v1.33.1', 'v1.34.0']), ['unusable 1.33.1 1.33.1']);
  assert.deepEqual(faultsOf(['v1.32.0', 'v1.33.0', 'v1.34.0']), ['not-a-stop 1.32.0 1.32.0']);
  assert.deepEqual(faultsOf(['v1.32.3', 'v1.32.3', 'v1.33.0', 'v1.34.0']), ['already-there 1.32.3 1.32.3']);
  assert.deepEqual(faultsOf(['v1.31.0'], 'v1.31.0'), ['already-there 1.31.0 1.31.0']);
});

test('all faults are named at once', () => {
  assert.deepEqual(faultsOf(['v1.30.9', 'v1.33.0', 'v1.32.3']), [
    'unknown-release v1.30.9 v1.30.9',
    'skipped 1.31.0 1.33.0',
    'downgrade 1.33.0 1.32.3',
    'stops-short 1.32.3 1.34.0',
  ]);
});
