import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { onDemand, optionOnDemand } from '../../../src/core/settings/on-demand.ts';

function choice() {
  const made: string[] = [];
  const form = (key: string) =>
    onDemand(
      () => {
        made.push(key);
        return z.strictObject({ [key]: z.string() });
      },
      (value) => typeof value === 'object' && value !== null && Object.hasOwn(value, key),
    );
  return { schema: z.strictObject({ store: z.union([form('folder'), form('bucket')]).optional() }), made };
}

test('among several forms, only the schema of the matching one is made, and once', () => {
  const { schema, made } = choice();
  for (let time = 0; time < 2; time++) {
    assert.deepEqual(schema.parse({ store: { bucket: 'backups' } }), { store: { bucket: 'backups' } });
  }
  assert.deepEqual(made, ['bucket']);
});

test('if none matches, none is made, and the value is refused unless it is optional', () => {
  const { schema, made } = choice();
  assert.deepEqual(schema.parse({}), {});
  assert.equal(schema.safeParse({ store: { tape: 'backups' } }).success, false);
  assert.equal(schema.required().safeParse({}).success, false);
  assert.deepEqual(made, []);
});

test('in a union that a text discriminates, only the option with that text is made, and its own mistakes are reported', () => {
  const made: string[] = [];
  const event = (type: string) =>
    optionOnDemand('type', type, () => {
      made.push(type);
      return z.object({ type: z.literal(type), count: z.int() });
    });
  const schema = z.discriminatedUnion('type', [event('started'), event('ended')]);
  assert.deepEqual(schema.parse({ type: 'ended', count: 1 }), { type: 'ended', count: 1 });
  assert.deepEqual(schema.safeParse({ type: 'ended', count: 'one' }).error?.issues[0]?.path, ['count']);
  assert.deepEqual(made, ['ended']);
});
