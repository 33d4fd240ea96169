import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeFiles, type UserFile } from '../../src/config/file-changes.ts';
import type { FileKind } from '../../src/core/model/user-file.ts';
import { fileRequirement } from '../../src/core/path/rules/file-requirement.ts';

const file = (kind: FileKind, text: string, more: Partial<UserFile> = {}): UserFile => ({
  path: { compose: 'compose.yml', env: '.env', values: 'values.yaml' }[kind],
  kind,
  text,
  ...more,
});

function judged(changes: readonly unknown[], ...files: readonly UserFile[]) {
  const verdict = judgeFiles(
    changes.map((change) => fileRequirement.parse(change)),
    files,
  );
  if (verdict.show === undefined) return { unknown: verdict.unknown };
  if (verdict.show.kind === 'in-place') return 'in-place';
  const { missing, writable, lines } = verdict.show;
  return { missing, writable, texts: verdict.edited.map(({ text }) => text), lines: lines.flatMap((one) => one.lines) };
}

const host = { in: 'values', key: 'redis.host', set: { not: ['CHANGE|example'] } };

test('a key that must be set; a value from the example counts as not set', () => {
  assert.equal(judged([host], file('values', 'redis: { host: cache }\n')), 'in-place');
  assert.equal(judged([host], file('values', 'redis:\n  host: 0\n')), 'in-place');
  for (const text of ['', 'redis:\n', 'redis: { host: }\n', 'redis:\n  host: ""\n'])
    assert.deepEqual(judged([host], file('values', text)), {
      missing: ['redis.host is not set in "values.yaml".'],
      writable: false,
      texts: [],
      lines: [],
    });
  const example = judged([host], file('values', 'redis:\n  host: CHANGE-ME\n'));
  assert.deepEqual(typeof example === 'object' && example.missing, [
    'redis.host still has the value of an example in "values.yaml".',
  ]);
  const proposed = { ...host, set: { ...host.set, propose: 'infrahub-cache-master' } };
  assert.deepEqual(judged([proposed], file('values', 'redis:\n  host: CHANGE-ME # see\n')), {
    missing: [
      'redis.host still has the value of an example in "values.yaml". Proposed is "infrahub-cache-master": see whether it is right here.',
    ],
    writable: true,
    texts: ['redis:\n  host: infrahub-cache-master # see\n'],
    lines: ['-   host: CHANGE-ME # see', '+   host: infrahub-cache-master # see'],
  });
});

test('a key that must have a certain value, where others are accepted, and only if it is set', () => {
  const image = {
    in: 'compose',
    key: 'services.cache.image',
    value: 'redis:8',
    accept: 'redis:8(\\.|$)',
    'where-set': true,
  };
  assert.equal(judged([image], file('compose', 'services: { cache: { image: "redis:8.2" } }\n')), 'in-place');
  assert.equal(judged([image], file('compose', 'services: {}\n')), 'in-place', 'no such service');
  assert.deepEqual(judged([image], file('compose', 'services:\n  cache:\n    image: "redis:7"\n')), {
    missing: ['services.cache.image is "redis:7" in "compose.yml", and must be "redis:8".'],
    writable: true,
    texts: ['services:\n  cache:\n    image: "redis:8"\n'],
    lines: ['-     image: "redis:7"', '+     image: "redis:8"'],
  });
  assert.equal(
    judged([{ in: 'values', key: 'nats.enabled', value: true }], file('values', 'nats: { enabled: true }')),
    'in-place',
  );
});

test('a renamed key is moved with everything below it', () => {
  const moved = { in: 'values', key: 'default.image', 'moved-from': 'global.image' };
  assert.equal(judged([moved], file('values', 'default: { image: { tag: a } }\n')), 'in-place');
  assert.equal(judged([moved], file('values', 'other: 1\n')), 'in-place');
  const map = judged([moved], file('values', 'global:\n  url: b\n  image:\n    tag: a\nlast: 1\n'));
  assert.ok(typeof map === 'object' && map.writable);
  assert.deepEqual(map.missing, ['global.image in "values.yaml" is called default.image now.']);
  assert.deepEqual(map.texts, ['global:\n  url: b\nlast: 1\ndefault:\n  image:\n    tag: a\n']);
  const both = judged([moved], file('values', 'global:\n  image: x\ndefault:\n  image: y\n'));
  assert.deepEqual(typeof both === 'object' && both.texts, ['default:\n  image: y\n'], 'the new name counts');
  const own = file('values', 'global:\n  image: x\n', { path: '4.0/values.yaml' });
  const ofAll = file('values', 'url: b\n', { path: 'production.yaml' });
  const kept = judged([moved], own, ofAll);
  assert.deepEqual(typeof kept === 'object' && kept.texts, ['default:\n  image: x\n'], 'it stays in its file');
});

test('a key that must not exist any more is removed, in every file that has it', () => {
  const gone = { in: 'env', key: 'NEO4J_DOCKER_IMAGE', remove: true };
  assert.equal(judged([gone], file('env', 'VERSION=1.2.12\n')), 'in-place');
  const files = ['A=1\nNEO4J_DOCKER_IMAGE=neo4j:5\n', 'export NEO4J_DOCKER_IMAGE=x # why\nB=2\n'];
  assert.deepEqual(judged([gone], ...files.map((text, index) => file('env', text, { path: `${index}.env` }))), {
    missing: ['NEO4J_DOCKER_IMAGE must not be in "1.env" any more.'],
    writable: true,
    texts: ['A=1\n', 'B=2\n'],
    lines: ['- NEO4J_DOCKER_IMAGE=neo4j:5', '- export NEO4J_DOCKER_IMAGE=x # why'],
  });
});

test('variables of an env file', () => {
  const wanted = { in: 'env', key: 'DOCKET_URL', set: { propose: 'redis://cache:6379/2' } };
  assert.equal(judged([wanted], file('env', 'DOCKET_URL="redis://a"\n')), 'in-place');
  const added = judged([wanted], file('env', 'A=1\r\n'));
  assert.deepEqual(typeof added === 'object' && added.texts, ['A=1\r\nDOCKET_URL=redis://cache:6379/2\r\n']);
  const named = { in: 'env', key: 'NEW', 'moved-from': 'OLD' };
  const moved = judged([named], file('env', "OLD='a b'\nX=1\n"));
  assert.deepEqual(typeof moved === 'object' && moved.texts, ["X=1\nNEW='a b'\n"]);
});

test('the last file that has a key counts, and a new key is added to the last file', () => {
  const [base, own] = [file('values', 'redis:\n  host: base\n'), file('values', 'a: 1\n', { path: 'own.yaml' })];
  assert.equal(judged([host], base, own), 'in-place');
  const key = { in: 'values', key: 'nats.enabled', value: true };
  const verdict = judgeFiles([fileRequirement.parse(key)], [base, own]);
  assert.deepEqual(verdict.show !== undefined && verdict.edited.map(({ path }) => path), ['own.yaml']);
});

test('a file whose path is unknown, that does not exist yet, that comes with the release, or is broken', () => {
  assert.deepEqual(judged([host], file('env', '')), { unknown: ['values'] });
  const started = judged([host], file('values', 'redis: { host: a }\n', { from: 'values-1.yaml' }));
  assert.deepEqual(typeof started === 'object' && started.missing, [
    '"values.yaml" is not there; it starts from "values-1.yaml".',
  ]);
  const compose = { in: 'compose', key: 'services.x.image', value: 'y' };
  assert.equal(judged([compose], file('compose', '', { ofRelease: true })), 'in-place');
  assert.deepEqual(judged([host], file('values', 'a: [')), {
    missing: ['"values.yaml" is not YAML.'],
    writable: false,
    texts: [],
    lines: [],
  });
  const flow = judged([{ in: 'values', key: 'a.b', value: 1 }], file('values', 'a: { c: 2 }\n'));
  assert.equal(typeof flow === 'object' && flow.writable, false, 'for a person');
});

test('a value that may be secret is in no line that is shown', () => {
  const moved = { in: 'values', key: 'new.password', 'moved-from': 'old.password' };
  const url = { in: 'values', key: 'redis.url', 'moved-from': 'cache.url' };
  const shown = judged(
    [moved, url],
    file('values', 'old:\n  password: hunter2\ncache:\n  url: redis://:hunter2@h:6379\n'),
  );
  assert.ok(typeof shown === 'object' && !JSON.stringify(shown.lines).includes('hunter2'), JSON.stringify(shown));
  assert.ok(shown.texts?.[0]?.includes('hunter2'), 'it is moved all the same');
});

test('a change consists of exactly one kind', () => {
  for (const wrong of [
    { in: 'env', key: 'A' },
    { in: 'env', key: 'A', remove: true, value: 1 },
    { in: 'x', key: 'A', remove: true },
  ])
    assert.ok(!fileRequirement.safeParse(wrong).success, JSON.stringify(wrong));
});
