import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { guards } from './guards.ts';

const root = join(import.meta.dirname, '../..');

test('each guard that the simulation must miss is in the sources, once, where the list says', async () => {
  const stale: string[] = [];
  for (const { name, removals } of guards) {
    for (const { file, find } of removals) {
      const count = (await readFile(join(root, file), 'utf8')).split(find).length - 1;
      if (count !== 1) stale.push(`${name}: ${file} has it ${count} times: ${find}`);
    }
  }
  assert.deepEqual(stale, []);
});
