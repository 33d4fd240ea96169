import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestFirst } from '../../scripts/longest-first.ts';

const files = ['test/e2e/b.test.ts', 'test/e2e/c.test.ts', 'test/e2e/a.test.ts', 'test/e2e/more/d.test.ts'];

test('the named files are started first, the others in the order of their names', () => {
  const order = longestFirst(files, ['d', 'b']).map((file) => file.replace(/^.*\/|\.test\.ts$/g, ''));
  assert.deepEqual(order, ['d', 'b', 'a', 'c']);
});

test('a name of no file ends the run before any test', () => {
  assert.throws(() => longestFirst(files, ['a', 'gone', 'b', 'renamed']), /no test file is called "gone", "renamed"/);
});
