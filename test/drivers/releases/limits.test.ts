import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SystemFailure, UserError } from '../../../src/core/messages/errors.ts';
import { versionScheme } from '../../../src/core/path/sources/versions/version-scheme.ts';
import { releaseLimits } from '../../../src/drivers/releases/limits.ts';
import { readReleases } from '../../../src/drivers/releases/read-releases.ts';
import { maxMegabytes, readYaml } from '../../../src/world/yaml/read-yaml.ts';

const scheme = versionScheme.parse({});
const listOf = (count: number) => Array.from({ length: count }, (_, index) => ({ tag: `v1.${index}.0` }));

test('a list of the maximum length is read completely, and one release more is refused with both numbers', () => {
  const { releases } = readReleases({ source: 's', tags: listOf(releaseLimits.releases) }, scheme);
  assert.equal(releases.length, releaseLimits.releases);
  assert.throws(
    () => readReleases({ source: 'the index', tags: listOf(releaseLimits.releases + 1) }, scheme),
    (error) =>
      (error instanceof UserError || error instanceof SystemFailure) &&
      /^the index lists 100001 releases; 100000 is the most that is read\./.test(error.detail.happened) &&
      error.detail.next !== '',
  );
});

test('a file that is too large or nested too deeply is unreadable, quickly, and says why', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    [' '.repeat(maxMegabytes * 1024 * 1024 + 1), /larger than 64 MiB/],
    ['['.repeat(1_000_000), /nested too deeply/],
    ['[{a: '.repeat(200_000), /nested too deeply/],
    ['- '.repeat(500_000), /nested too deeply/],
    [`${'{"tag": '.repeat(200)}1${'}'.repeat(200)}`, /nested too deeply/],
  ];
  for (const [text, expected] of cases) {
    const before = process.threadCpuUsage();
    const reading = readYaml(text);
    assert.ok(reading.kind === 'unreadable');
    assert.match(reading.reason, expected);
    assert.ok(process.threadCpuUsage(before).user < 1_000_000, String(expected));
  }
});

test('a long list is not deep, and notes full of brackets are read', () => {
  const notes = '[{'.repeat(300);
  const reading = readYaml(JSON.stringify(Array.from({ length: 5_000 }, () => ({ tag: '1.0.0', notes: [notes] }))));
  assert.ok(reading.kind === 'value' && Array.isArray(reading.value) && reading.value.length === 5_000);
});
