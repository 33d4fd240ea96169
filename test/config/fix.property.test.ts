import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { fixFor } from '../../src/config/fix.ts';
import { versionOrLine, versionRange } from '../../src/core/path/sources/versions/version-range.ts';
import { duration, slug } from '../../src/core/settings/scalars.ts';

const fixOf = (schema: z.ZodType, value: unknown, written?: string): string =>
  fixFor({ schema, value, path: ['from'], given: true, written: () => written });

test("a range in another tool's notation is suggested in ours", () => {
  const meant: readonly [text: string, is: string][] = [
    ['>=2.0, <3', '>=2.0 <3'],
    ['=>2.0', '>=2.0'],
    ['>=2.0 and <3', '>=2.0 <3'],
    ['1.2 or 1.3', '1.2 || 1.3'],
    ['^2.1', '>=2.1 <3'],
    ['~2.1.4', '>=2.1.4 <2.2'],
    ['v2.1', '2.1'],
    ['2.1.x', '2.1'],
  ];
  for (const [text, is] of meant) assert.equal(fixOf(versionRange, text), `did you mean "${is}"?`, text);
  assert.equal(fixOf(versionRange, 1.1, '1.10'), 'put it in quotes: "1.10".');
  assert.equal(fixOf(z.union([versionOrLine, z.array(versionOrLine)]), 1.1, '1.10'), 'put it in quotes: "1.10".');
});

test('every fix that is suggested is accepted when it is followed', () => {
  const part = fc.constantFrom(
    '>=',
    '<',
    '=',
    '=>',
    '^',
    '~',
    'v',
    ',',
    ' ',
    '||',
    '|',
    ' and ',
    ' or ',
    '.x',
    '.*',
    '-rc.1',
    '1',
    '2.0',
    '3.10',
    '4.1.12',
    '5 hours',
    'Our Flags',
    'x',
  );
  const text = fc.oneof(
    fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
    fc.string(),
  );
  const schemas = fc.constantFrom<z.ZodType>(versionRange, versionOrLine, slug, duration, z.enum(['newest', 'any']));
  let followed = 0;
  fc.assert(
    fc.property(schemas, fc.oneof(text, fc.double(), fc.boolean()), (schema, value) => {
      fc.pre(!schema.safeParse(value).success);
      const fix = fixOf(schema, value, typeof value === 'string' ? undefined : String(value));
      const suggested = /^(?:did you mean|put it in quotes:) (?<text>".*")[.?]$/s.exec(fix)?.groups?.text;
      if (suggested === undefined) return;
      assert.ok(schema.safeParse(suggested.slice(1, -1)).success, `${JSON.stringify(value)}: ${fix}`);
      followed++;
    }),
    { numRuns: 3000 },
  );
  assert.ok(followed > 200, String(followed));
});
