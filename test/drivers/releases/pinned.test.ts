import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { PublishedTag } from '../../../src/core/model/release.ts';
import { versionScheme } from '../../../src/core/path/sources/versions/version-scheme.ts';
import { compareReleases, describeChange } from '../../../src/drivers/releases/compare-releases.ts';
import { pinnedText, readPinned, writePinned } from '../../../src/drivers/releases/pinned.ts';
import { readReleases } from '../../../src/drivers/releases/read-releases.ts';
import { parseReleaseFile } from '../../../src/drivers/releases/release-file.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-pinned-'));
});
after(() => rm(folder, { recursive: true }));

const text = fc.oneof(fc.string({ minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 }), fc.lorem());
const address = fc.webUrl();
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((value) => value.toISOString());
const tag: fc.Arbitrary<PublishedTag> = fc.record(
  {
    tag: fc.oneof(text, fc.constantFrom('1.10', 'null', 'true', '0x10', '1e3', '~', '2026-01-01', '- a', '# b')),
    publishedAt: date,
    prerelease: fc.boolean(),
    withdrawn: fc.record(
      { reason: text, url: address, fixedIn: text },
      { requiredKeys: ['reason'], noNullPrototype: true },
    ),
    notes: fc.oneof(
      fc.array(text).map((lines) => lines.join('\n')),
      text,
    ),
    url: address,
    parts: fc.record({ chart: text, app: text }, { requiredKeys: [], noNullPrototype: true }),
  },
  { requiredKeys: ['tag'], noNullPrototype: true },
);
const tags = fc.uniqueArray(tag, { selector: (one) => one.tag, minLength: 1 });

test('a pinned copy holds exactly what the source said', () => {
  fc.assert(
    fc.property(tags, text, (given, source) => {
      const read = parseReleaseFile(pinnedText({ source, tags: given }), 'pinned.yml');
      assert.equal(read.source, source);
      assert.deepEqual(byTag(read.tags), byTag(given));
    }),
  );
});

test('the text does not depend on the order in which the source lists its releases', () => {
  fc.assert(
    fc.property(tags, (given) => {
      const reversed = given.toReversed();
      assert.equal(pinnedText({ source: 's', tags: reversed }), pinnedText({ source: 's', tags: given }));
    }),
  );
});

test('a new patch adds new lines at its place, and no other line changes', async () => {
  const known: PublishedTag[] = [
    { tag: 'v1.10.0', publishedAt: '2026-03-01', notes: 'First line\nand `another`\n' },
    { tag: 'v1.9.0', publishedAt: '2026-01-01' },
  ];
  const path = join(folder, 'pinned.yml');
  await writePinned(path, { source: 'GitHub releases of acme/records', tags: known });
  const old = (await readFile(path, 'utf8')).split('\n');
  const patch: PublishedTag = { tag: 'v1.9.1', publishedAt: '2026-02-01' };
  await writePinned(path, { source: 'GitHub releases of acme/records', tags: [patch, ...known] });
  const now = (await readFile(path, 'utf8')).split('\n');
  const place = now.indexOf('  - version: v1.9.1');
  assert.equal(now[place - 2], '  - version: v1.9.0');
  assert.deepEqual(now.toSpliced(place, 2), old);
  assert.equal((await readPinned(path)).tags.length, 3);
});

test('a missing copy says how to make one', async () => {
  await assert.rejects(readPinned(join(folder, 'none.yml')), /none\.yml" cannot be read.*--save-releases/s);
  await assert.rejects(writePinned(join(folder, 'no', 'x.yml'), { source: 's', tags: [] }), /Nothing was saved/);
});

const scheme = versionScheme.parse({});
const list = (given: PublishedTag[]) => readReleases({ source: 's', tags: given }, scheme);

test('changes since the copy are listed, lowest version first', () => {
  const pinned = list([
    { tag: '4.1.0', publishedAt: '2026-01-01' },
    { tag: '4.1.1', withdrawn: { reason: 'a false alarm' } },
    { tag: '4.1.2' },
    { tag: '4.1.3', publishedAt: '2026-01-03' },
  ]);
  const now = list([
    { tag: '5.0.0', publishedAt: '2026-05-01T10:00:00Z' },
    { tag: 'v4.1.10' },
    { tag: '4.1.11-rc.1' },
    { tag: '4.1.0', publishedAt: '2026-01-01T00:00:00Z', withdrawn: { reason: 'loses rows', fixedIn: '4.1.2' } },
    { tag: '4.1.1' },
    { tag: '4.1.3', publishedAt: '2026-02-03' },
  ]);
  assert.deepEqual(compareReleases(pinned, now, scheme).map(describeChange), [
    '4.1.0 was withdrawn: loses rows (fixed in 4.1.2).',
    '4.1.1 is no longer withdrawn; the reason was: a false alarm.',
    '4.1.2 is not published any more.',
    '4.1.3 is dated 3 Feb 2026 now, 3 Jan 2026 before: it may have been published again.',
    '4.1.10 is a new patch of 4.1.',
    '4.1.11-rc.1 is a new release.',
    '5.0.0 is a new release, published 1 May 2026.',
  ]);
  assert.deepEqual(compareReleases(now, now, scheme), []);
});

function byTag(given: readonly PublishedTag[]): PublishedTag[] {
  return given.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
}
