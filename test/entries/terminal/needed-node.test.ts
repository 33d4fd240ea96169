import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { missingNode, neededNode } from '../../../src/entries/terminal/needed-node.ts';

const root = resolve(import.meta.dirname, '../../..');

test('an older Node.js prints one line that says which one is needed', () => {
  assert.match(missingNode('20.20.2') ?? '', /^Staged Upgrade needs Node\.js 24 or newer, and this is 20\.20\.2\. .*$/);
  assert.equal(missingNode('24.0.0'), undefined);
  assert.equal(missingNode('26.1.0'), undefined);
});

test('package.json asks for the same, and the entry loads nothing else before it was looked at', async () => {
  const text = await readFile(resolve(root, 'package.json'), 'utf8');
  assert.match(text, new RegExp(`"node": ">=${neededNode}"`));
  const entry = await readFile(resolve(root, 'src/cli.ts'), 'utf8');
  assert.deepEqual(entry.match(/^import .*$/gm), ["import { missingNode } from './entries/terminal/needed-node.ts';"]);
});
