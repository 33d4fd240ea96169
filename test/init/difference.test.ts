import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceOf } from '../../src/init/difference.ts';

test('differences are shown with line numbers, first what is there and then what would be written', () => {
  const existing = 'a: 1\nb: 2\nc: 3\nd: 4\n';
  assert.deepEqual(differenceOf(existing, 'a: 1\nb: 9\nc: 3\nnew: 5\nd: 4\n'), ['-2: b: 2', '+2: b: 9', '+4: new: 5']);
  assert.deepEqual(differenceOf(existing, 'b: 2\nc: 3\nd: 4\n'), ['-1: a: 1']);
});

test('equal texts have no differences, whatever their line ends', () => {
  assert.deepEqual(differenceOf('a: 1\r\nb: 2\r\n', 'a: 1\nb: 2\n'), []);
});

test('a long difference shows only its beginning, and how much more there is', () => {
  const lines = differenceOf('', Array.from({ length: 60 }, (_, index) => `line ${index}`).join('\n'));
  assert.equal(lines.length, 41);
  assert.equal(lines.at(-1), '… and 21 lines more');
});
