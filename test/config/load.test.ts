import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { loadConfiguration } from '../../src/config/load.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { load } from './products.ts';

const valid = readFileSync(join(import.meta.dirname, 'valid.yml'), 'utf8');
const examples = join(import.meta.dirname, '../../docs/examples');

describe('a configuration', () => {
  it('is read with its defaults, while the document stays as it was written', () => {
    const loaded = load(valid);
    assert.ok(loaded.kind === 'configuration');
    assert.equal(loaded.value.rehearsal['max-age'], 7 * 24 * 3600 * 1000);
    assert.equal(loaded.value.budget, 5 * 3600 * 1000);
    assert.deepEqual(loaded.value.gates, { production: 'environment', finalize: 'environment', scope: 'hop' });
    assert.equal(loaded.value.journal.store.kind, 'git');
    assert.equal(loaded.value.environments.production.data[0]?.kind, 'postgres');
    assert.deepEqual(loaded.document, parse(valid));
  });

  it('may be saved by an editor of Windows, with a byte order mark', () => {
    assert.equal(load(`\uFEFF${valid.replaceAll('\n', '\r\n')}`).kind, 'configuration');
  });

  it('may use anchors, and a mistake in one is reported where it is written', () => {
    const anchored = valid
      .replace('run: [./deploy.sh, production, "{version}"]', 'run: &deploy [./deploy.sh, 1, "{version}"]')
      .replace('run: [./deploy.sh, staging, "{version}"]', 'run: *deploy');
    const loaded = load(anchored);
    assert.ok(loaded.kind === 'mistakes');
    assert.deepEqual(
      loaded.error.mistakes.map(({ line, fix }) => [line, fix]),
      [
        [8, 'put it in quotes: "1".'],
        [8, 'put it in quotes: "1".'],
      ],
    );
  });

  for (const file of readdirSync(examples)) {
    it(`of the documentation is right: ${file}`, () => {
      const text = readFileSync(join(examples, file), 'utf8');
      assert.equal(loadConfiguration(text, file, shippedProducts).kind, 'configuration');
    });
  }
});

describe('whatever the file contains', () => {
  const lineCount = valid.split('\n').length;
  const snippets = [
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ': ',
    '- ',
    '&a ',
    '*a ',
    '!x ',
    '<<: ',
    '\t',
    '\n',
    '#',
    '|',
    '>',
    '${',
    '}}',
    '---\n',
    '%',
    '\u0000',
    '\uD800',
    '0',
    'null',
    '__proto__',
    'constructor: ',
  ];
  const edit = fc.record({ at: fc.nat(valid.length), remove: fc.nat(12), insert: fc.constantFrom('', ...snippets) });

  it('an edit of the text leads to a configuration or to mistakes with places in the file', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = edits.reduce(
          (before, { at, remove, insert }) => before.slice(0, at) + insert + before.slice(at + remove),
          valid,
        );
        const loaded = load(text);
        if (loaded.kind === 'configuration') return;
        assert.ok(loaded.error.mistakes.length > 0);
        for (const { line, column, fix } of loaded.error.mistakes) {
          assert.ok(line >= 1 && line <= lineCount + edits.length && column >= 1, `${line}:${column}`);
          assert.notEqual(fix, '');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('any value in any place does the same', () => {
    const paths = placesIn(parse(valid));
    const value = fc.oneof(
      fc.json().map((text): unknown => JSON.parse(text)),
      fc.string(),
      fc.constantFrom('__proto__', -0, '${', '{x}'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, (path, replacement) => {
        const data: unknown = parse(valid);
        const loaded = load(stringify(replaced(data, path, replacement)));
        if (loaded.kind === 'mistakes') assert.match(loaded.error.message, /staged-upgrade\.yml:\d+:\d+[\s\S]*Fix: /);
      }),
      { numRuns: 500 },
    );
  });

  it('any place left empty, or holding an empty form of another kind, leads to mistakes or to a default', () => {
    for (const place of placesIn(parse(valid))) {
      for (const value of [null, {}, [], '', 0, false, { '': null }, [null]]) {
        const loaded = load(stringify(replaced(parse(valid), place, value)));
        assert.ok(loaded.kind === 'configuration' || loaded.error.mistakes.length > 0, place.join('.'));
      }
    }
  });

  it('unreasonable nesting, aliases and sizes are refused and do not hang', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`).join('\n')}\n`;
    for (const text of [
      bomb,
      'a: &a [*a, *a]',
      'a: &a { b: [*a] }',
      `a: ${'['.repeat(500)}${']'.repeat(500)}`,
      '['.repeat(100_000),
      '{a: '.repeat(50_000),
      'x'.repeat(2_000_000),
    ]) {
      assert.equal(load(text).kind, 'mistakes');
    }
  });
});

type Place = readonly (string | number)[];

function placesIn(value: unknown, path: Place = []): Place[] {
  const children = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    path,
    ...children.flatMap(([key, child]) => placesIn(child, [...path, Array.isArray(value) ? Number(key) : key])),
  ];
}

function replaced(value: unknown, path: Place, replacement: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, index) => (index === first ? replaced(item, rest, replacement) : item));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([key, child]) => [
      key,
      key === first ? replaced(child, rest, replacement) : child,
    ]),
  );
}
