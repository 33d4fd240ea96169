import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { partsByPlace } from '../../scripts/documents/parts-by-place.ts';

const kind = (name: string) =>
  z.strictObject({ [name]: z.strictObject({ path: z.string() }).describe(name) }).meta({ title: name });

function schemaOf(...names: readonly string[]): string {
  const store = z.union(names.map(kind));
  const whole = z.strictObject({ first: store, second: store, third: z.string().describe('The last one.') });
  return JSON.stringify(partsByPlace(z.toJSONSchema(whole, { target: 'draft-7', reused: 'ref' })), undefined, 1);
}

test('what is added to a schema changes nothing of what is there', () => {
  const longer = schemaOf('one', 'new', 'two').split('\n');
  const lost = schemaOf('one', 'two')
    .split('\n')
    .filter((line) => !longer.includes(line));
  assert.deepEqual(lost, []);
  assert.ok(longer.some((line) => line.includes('$ref')));
});
