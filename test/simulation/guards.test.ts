import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { proofs } from './guards/proofs.ts';
import { guards } from './guards.ts';

const root = join(import.meta.dirname, '../..');
const names = guards.map(({ name }) => name);

test('each guard that the simulation must miss occurs in the sources once, at the listed place', async () => {
  const stale: string[] = [];
  for (const { name, removals } of guards) {
    for (const { file, find } of removals) {
      const count = (await readFile(join(root, file), 'utf8')).split(find).length - 1;
      if (count !== 1) stale.push(`${name}: ${file} has it ${count} times: ${find}`);
    }
  }
  assert.deepEqual(stale, []);
});

test('for each guard it is recorded what misses it: a seed, or an existing test', async () => {
  const text = await readFile(join(import.meta.dirname, 'guards/proofs.json'), 'utf8');
  const recorded = proofs.parse(JSON.parse(text));
  assert.deepEqual(Object.keys(recorded), names, 'npm run simulate:guards -- --record --only NAME');
  for (const proof of Object.values(recorded)) if ('test' in proof) await access(join(root, proof.test));
});
