import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from 'yaml';
import { duplicateKeys } from '../../../src/world/yaml/duplicate-keys.ts';
import { readYaml } from '../../../src/world/yaml/read-yaml.ts';

const offsets = (text: string): number[] => duplicateKeys(parseDocument(text, { uniqueKeys: false }));

test('a duplicate key is found at its second place, and only within one mapping', () => {
  assert.deepEqual(offsets('a: 1\nb: { a: 1 }\na: 2\nc: { d: 1, d: 2 }\n'), [17, 33]);
  assert.deepEqual(offsets('1: x\n"1": y\n'), []);
  const reading = readYaml('entries:\n  a: 1\n  a: 2\n');
  assert.deepEqual(reading, { kind: 'unreadable', reason: 'Map keys must be unique at line 3, column 3' });
});

test('a mapping of many thousand keys is read quickly', () => {
  const text = Array.from({ length: 40_000 }, (_, index) => `k${index}: v`).join('\n');
  const before = process.threadCpuUsage();
  assert.equal(readYaml(text).kind, 'value');
  assert(process.threadCpuUsage(before).user < 3_000_000);
});
