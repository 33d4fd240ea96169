import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type BaselineRules,
  compareApart,
  compareMeasured,
  type Measured,
} from '../../../src/core/decisions/baseline.ts';

const rules = (more: Partial<BaselineRules>): BaselineRules => ({
  compare: undefined,
  tolerance: undefined,
  factor: undefined,
  apart: false,
  ...more,
});
const measured = (more: Partial<Measured>): Measured => ({ name: 'm', milliseconds: 10, ...more });

test('a number may increase and not decrease', () => {
  const compare = (before: number, now: number) =>
    compareMeasured(measured({ count: before }), measured({ count: now }), rules({ compare: 'not-fewer' }));
  assert.deepEqual(compare(3, 3), { kind: 'passed', note: '3 now, 3 before' });
  assert.deepEqual(compare(3, 4), { kind: 'passed', note: '4 now, 3 before' });
  assert.deepEqual(compare(3, 2), { kind: 'failed', reason: '2 now, 3 before' });
});

test('there may be fewer failures, but not more', () => {
  const compare = (before: number, now: number) =>
    compareMeasured(measured({ count: before }), measured({ count: now }), rules({ compare: 'not-more' })).kind;
  assert.deepEqual([compare(3, 3), compare(3, 2), compare(0, 1)], ['passed', 'passed', 'failed']);
});

test('a rate may be worse by the tolerance, and not by more', () => {
  const compare = (before: number, now: number, more: Partial<BaselineRules>) =>
    compareMeasured(measured({ count: before }), measured({ count: now }), rules({ compare: 'not-more', ...more }));
  assert.equal(compare(0, 0.5, { tolerance: { by: 0.5 } }).kind, 'passed');
  assert.deepEqual(compare(0.101010101, 0.7, { tolerance: { by: 0.5 } }), {
    kind: 'failed',
    reason: '0.7 now, 0.101 before; at most 0.601 is accepted',
  });
  assert.equal(compare(10, 12, { tolerance: { percent: 20 } }).kind, 'passed');
  assert.equal(compare(10, 12.1, { tolerance: { percent: 20 } }).kind, 'failed');
  assert.equal(compare(100, 90, { compare: 'not-fewer', tolerance: { percent: 10 } }).kind, 'passed');
  assert.deepEqual(compare(100, 89, { compare: 'not-fewer', tolerance: { percent: 10 } }), {
    kind: 'failed',
    reason: '89 now, 100 before; at least 90 is accepted',
  });
});

test('a copy must have a value of its own', () => {
  const compare = (now: Partial<Measured>) => compareApart(measured({ digest: 'a' }), measured(now), 'staging');
  assert.deepEqual(compare({ digest: 'a' }), { kind: 'failed', reason: 'it is the same as on staging' });
  assert.deepEqual(compare({ digest: 'b' }), { kind: 'passed', note: 'different from staging' });
  assert.equal(compare({ count: 1 }).kind, 'unknown');
});

test('a value must be the same, and neither value is shown', () => {
  const compare = (now: string) =>
    compareMeasured(measured({ digest: 'a' }), measured({ digest: now }), rules({ compare: 'same' }));
  assert.deepEqual(compare('a'), { kind: 'passed', note: 'the same as before' });
  assert.deepEqual(compare('b'), { kind: 'failed', reason: 'it is not the same as before' });
});

test('it may take the configured factor longer, and 100 ms more in any case', () => {
  const compare = (before: number, now: number) =>
    compareMeasured(measured({ milliseconds: before }), measured({ milliseconds: now }), rules({ factor: 2 })).kind;
  assert.equal(compare(300, 600), 'passed');
  assert.equal(compare(300, 601), 'failed');
  assert.equal(compare(2, 102), 'passed');
  assert.equal(compare(2, 103), 'failed');
});

test('a value that was measured differently is not compared, and does not pass', () => {
  const was = measured({ count: 3 });
  assert.equal(compareMeasured(was, measured({ digest: 'a' }), rules({ compare: 'same' })).kind, 'unknown');
  assert.equal(compareMeasured(measured({}), was, rules({ compare: 'not-fewer' })).kind, 'unknown');
});
