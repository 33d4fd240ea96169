import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { withoutYamlKey, withYamlValue, yamlValue } from '../../../src/world/yaml/edit-yaml.ts';

const values = `# Ours.
global:
    infrahubTag: "1.9.3"   # keep
infrahub:   # the server

    image: { name: infrahub }
    redis:
    auth: {}
    list:
      - a
      - b
last: 'x'
`;

/** [path, value, what replaces what] */
const set: readonly [string, unknown, string, string][] = [
  ['global.infrahubTag', '1.10.11', '"1.9.3"', '"1.10.11"'],
  ['last', 'y', "'x'", "'y'"],
  ['last', "it's", "'x'", "it's"],
  ['last', true, "'x'", 'true'],
  ['global.replicas', 2, '# keep\n', '# keep\n    replicas: 2\n'],
  ['infrahub.redis.host', 'cache', 'redis:\n', 'redis:\n        host: cache\n'],
  ['infrahub.auth.user', 'a', 'auth: {}\n', 'auth:\n        user: a\n'],
  ['infrahub.a.b', 'c', '- b\n', '- b\n    a:\n        b: c\n'],
  ['infrahub.redis', 'cache', 'redis:\n', 'redis: cache\n'],
  ['new.top', 'level', "'x'\n", "'x'\nnew:\n    top: level\n"],
];

test('a key is set, and nothing else changes', () => {
  for (const [path, value, before, after] of set) {
    const wanted = { kind: 'edited', text: values.replace(before, after) };
    assert.deepEqual(withYamlValue(values, path.split('.'), value), wanted, path);
    const crlf = values.replaceAll('\n', '\r\n');
    const edited = withYamlValue(crlf, path.split('.'), value);
    assert.ok(edited.kind === 'edited' && !/[^\r]\n/.test(edited.text), `${path}, with the line ends of Windows`);
  }
  assert.deepEqual(withYamlValue('', ['a', 'b'], 1), { kind: 'edited', text: 'a:\n  b: 1\n' });
  assert.deepEqual(withYamlValue('a: 1', ['b'], 1), { kind: 'edited', text: 'a: 1\nb: 1\n' });
  assert.deepEqual(withYamlValue('# nothing yet\n', ['b'], 1), { kind: 'edited', text: '# nothing yet\nb: 1\n' });
});

test('a key is removed with everything below it, and with maps that would be left empty', () => {
  const without = (path: string) => withoutYamlKey(values, path.split('.'));
  assert.deepEqual(without('infrahub.list'), { kind: 'edited', text: values.replace(/ {4}list:\n.*a\n.*b\n/, '') });
  const global = values.replace(/global:\n.*\n/, '');
  assert.deepEqual(without('global.infrahubTag'), { kind: 'edited', text: global });
  assert.deepEqual(without('global'), { kind: 'edited', text: global });
});

test('an edit that would touch something else is left to a person', () => {
  for (const [text, path] of [
    ['a: { b: 1, c: 2 }\n', 'a.b'],
    ['a: &x { b: 1 }\nc: *x\n', 'c.b'],
    ['a: &x\n  b: 1\nc: *x\n', 'c.b'],
    ['a: |\n  long\n', 'a'],
    ['- a\n', 'b'],
    ['a: [', 'a'],
    ['a: 1\n---\nb: 2\n', 'a'],
    ['a: [1]\n', 'a'],
  ] as const)
    assert.equal(withYamlValue(text, path.split('.'), 'new').kind, 'impossible', text);
  // Another place has the value of the anchor.
  assert.equal(withYamlValue('a: &x\n  b: 1\nc: *x\n', ['a', 'b'], 2).kind, 'impossible');
});

test('values are read through merge keys', () => {
  assert.equal(yamlValue('x: &x { b: 1 }\na:\n  <<: *x\n', ['a', 'b']), 1);
  assert.equal(yamlValue('a: 1\n', ['a', 'toString']), undefined);
  assert.equal(yamlValue('a: [', ['a']), undefined);
});

const name = fc.constantFrom('a', 'b', 'host', 'x-y', 'on', '1', 'k v');
const scalar = fc.oneof(fc.string({ maxLength: 12 }), fc.integer(), fc.boolean(), fc.constant(null));
const tree = fc.letrec((tie) => ({
  map: fc.dictionary(name, tie('node'), { maxKeys: 4 }),
  node: fc.oneof({ maxDepth: 3 }, scalar, tie('map'), fc.array(scalar, { maxLength: 2 })),
})).map;

test('whatever the text, an edit changes only the intended value, or nothing', () => {
  fc.assert(
    fc.property(
      tree,
      fc.array(name, { minLength: 1, maxLength: 4 }),
      scalar,
      fc.boolean(),
      (before, path, value, tight) => {
        const text = stringify(before, { indent: tight ? 2 : 4 }).replace(/^(\w+:)$/gm, '$1 # why');
        const edit = withYamlValue(text, path, value);
        if (edit.kind === 'edited') {
          assert.deepEqual(yamlValue(edit.text, path) ?? null, value);
          const back = withoutYamlKey(edit.text, path);
          if (back.kind === 'edited') assert.equal(yamlValue(back.text, path), undefined);
          const kept = text.split('\n').filter((line) => line.includes('# why'));
          for (const line of kept) assert.ok(edit.text.includes(line.trim()), 'comments stay');
          const others = Object.entries(parse(text) ?? {}).filter(([key]) => key !== path[0]);
          for (const [key, other] of others) assert.deepEqual(parse(edit.text)[key], other);
        }
      },
    ),
  );
});
