import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FactValue } from '../../../../src/core/path/graph/fact-values.ts';
import { stopsOf } from '../product-cases.ts';

/** Whether the stop at 1.1 is made, under a condition on one fact. */
function stops(condition: object, value: FactValue | undefined): boolean {
  const vendor = {
    releases: ['1.0.0', '1.1.0', '1.2.0'],
    path: [{ 'required-stops': { at: '1.1', when: { fact: 'it', ...condition }, reason: 'Required.' } }],
  };
  return stopsOf(vendor, '1.0.0', 'newest', value === undefined ? {} : { facts: { it: value } }).includes('1.1.0');
}

const spelt = fc.constantFrom(
  'true',
  'True',
  'YES',
  'on',
  '1',
  'false',
  'No',
  'OFF',
  '0',
  'maybe',
  '',
  ' ',
  'unknown',
  '2',
  '10',
  'MySQL',
);
const value = fc.oneof(spelt, fc.string(), fc.boolean(), fc.integer({ min: -3, max: 12 }), fc.constant(undefined));
const word = (given: FactValue | undefined): string =>
  String(given ?? '')
    .trim()
    .toLowerCase();

test('a stop that depends on a fact is dropped only if the fact says so unambiguously', () => {
  fc.assert(
    fc.property(value, (given) => {
      const said = word(given);
      assert.equal(stops({ is: true }, given), !['false', 'no', 'off', 'n', '0'].includes(said), said);
      assert.equal(stops({ 'is-not': true }, given), !['true', 'yes', 'on', 'y', '1'].includes(said), said);
      const isBelow = /^[-+]?\d+(\.\d+)?$/.test(said) && Number(said) < 2;
      assert.equal(stops({ 'at-least': 2 }, given), !isBelow, said);
      const isOther = !['', 'unknown', 'null', '~', 'mysql'].includes(said);
      assert.equal(stops({ is: 'MySQL' }, given), !isOther, said);
    }),
    { numRuns: 2000 },
  );
});

test('versions compare by their numbers', () => {
  assert.equal(stops({ 'at-least': '16.2' }, '16.10'), true);
  assert.equal(stops({ 'at-least': '16.2' }, 'v16.1.9'), false);
  assert.equal(stops({ 'at-least': '16.2' }, 16), false);
  assert.equal(stops({ 'at-most': '16.2' }, '17'), false);
  assert.equal(stops({ 'at-least': '16.2' }, 'sixteen'), true, 'what does not read as a version decides nothing');
});
