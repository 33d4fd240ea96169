import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { versionScheme } from '../../../src/core/path/sources/versions/version-scheme.ts';
import { readReleases } from '../../../src/drivers/releases/read-releases.ts';

const plain = versionScheme.parse({});

test('tags of another product, flavours and unreadable ones are left out with a reason', () => {
  const scheme = versionScheme.parse({
    scheme: 'pep440',
    pattern: ['^infrahub-v(?<version>\\d.*)$', '^(?<version>\\d.*)$'],
    ignore: [{ pattern: '-medium$', reason: 'is another flavour' }],
  });
  const tags = ['infrahub-v1.10.0', '1.9.0', 'infrahub-v1.3.0b6', 'python-sdk-v1.0.0', '4.0.0-medium'];
  const { releases, ignored } = readReleases({ source: 's', tags: tags.map((tag) => ({ tag })) }, scheme);
  assert.deepEqual(
    releases.map(({ version, prerelease }) => [version, prerelease]),
    [
      ['1.3.0b6', true],
      ['1.9.0', false],
      ['1.10.0', false],
    ],
  );
  assert.deepEqual(
    ignored.map(({ tag }) => tag),
    ['python-sdk-v1.0.0', '4.0.0-medium'],
  );
  assert.equal(ignored[1]?.reason, 'is another flavour');
});

test('a version under two tags is one release, as young and as withdrawn as either of them, and counted', () => {
  const { releases, ignored } = readReleases(
    {
      source: 's',
      tags: [
        { tag: 'v1.0.0', publishedAt: '2026-01-01T00:00:00Z', notes: 'the notes' },
        { tag: '1.0.0', publishedAt: '2026-02-01', withdrawn: { reason: 'broken' } },
        { tag: 'v1.1.0', publishedAt: '2026-01-01T00:00:00Z' },
        { tag: '1.1.0' },
      ],
    },
    plain,
  );
  assert.deepEqual(releases, [
    {
      version: '1.0.0',
      tag: '1.0.0',
      prerelease: false,
      publishedAt: '2026-02-01',
      withdrawn: { reason: 'broken' },
      notes: 'the notes',
    },
    { version: '1.1.0', tag: '1.1.0', prerelease: false },
  ]);
  assert.deepEqual(ignored, [
    { tag: 'v1.0.0', reason: 'names 1.0.0 once more' },
    { tag: 'v1.1.0', reason: 'names 1.1.0 once more' },
  ]);
});

test('a source may call a release a prerelease that does not look like one, but never the other way round', () => {
  const tags = [
    { tag: '1.0.0', prerelease: true },
    { tag: '1.1.0-rc.1', prerelease: false },
  ];
  const { releases } = readReleases({ source: 's', tags }, plain);
  assert.deepEqual(
    releases.map(({ prerelease }) => prerelease),
    [true, true],
  );
});

test('no tag gets lost, and their order does not matter', () => {
  const part = fc.nat({ max: 3 });
  const tag = fc.oneof(
    fc.tuple(fc.constantFrom('', 'v'), part, part, part).map(([v, ...numbers]) => `${v}${numbers.join('.')}`),
    fc.constantFrom('nightly', '1.0.0-rc.1', 'v1.0.0-rc.1'),
  );
  const tags = fc.uniqueArray(fc.record({ tag, publishedAt: fc.constantFrom('2026-01-01', '2026-02-01') }), {
    selector: (entry) => entry.tag,
  });
  fc.assert(
    fc.property(tags, (given) => {
      const list = readReleases({ source: 's', tags: given }, plain);
      const named = [...list.releases, ...list.ignored].map((entry) => entry.tag);
      assert.deepEqual(named.toSorted(), given.map((entry) => entry.tag).toSorted());
      assert.deepEqual(readReleases({ source: 's', tags: given.toReversed() }, plain).releases, list.releases);
    }),
  );
});
