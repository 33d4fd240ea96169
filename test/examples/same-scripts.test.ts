import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

/* Each example is copied by itself, so each has the scripts of its own; what is tested of one must hold for all. */

const examples = join(import.meta.dirname, '../../examples');
const read = (example: string, script: string): string => readFileSync(join(examples, example, script), 'utf8');

for (const script of ['scrub.mjs', 'redis.mjs'])
  test(`the examples of Medplum have the same ${script}, which is tested in one of them`, () => {
    for (const example of ['medplum-aws', 'medplum-helm'])
      assert.equal(read(example, script), read('medplum-compose', script), example);
  });

for (const script of ['smoke.mjs', 'deploy/scrub.js'])
  test(`the examples of Mender have the same ${script}`, () => {
    assert.equal(read('mender-compose', script), read('mender', script));
  });
