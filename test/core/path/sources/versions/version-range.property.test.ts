import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { catalogueOf } from '../../../../../src/core/path/graph/catalogue.ts';
import { contains } from '../../../../../src/core/path/graph/span.ts';
import { compareRanges, isInRange, parseRange } from '../../../../../src/core/path/sources/versions/version-range.ts';
import { readVersion, versionScheme } from '../../../../../src/core/path/sources/versions/version-scheme.ts';
import { releasesOf } from '../../product-cases.ts';

const scheme = versionScheme.parse({});
const number = fc.integer({ min: 0, max: 3 });
const release = fc
  .tuple(number, number, number, fc.option(fc.constantFrom('-alpha.1', '-rc.1', '-rc.2'), { nil: '' }))
  .map(([major, minor, patch, suffix]) => `${major}.${minor}.${patch}${suffix}`);
const bound = fc.oneof(
  number.map(String),
  fc.tuple(number, number).map((numbers) => numbers.join('.')),
  release,
);
const part = fc.tuple(fc.constantFrom('', '=', '>=', '>', '<=', '<'), bound).map((parts) => parts.join(''));
const range = fc
  .array(fc.array(part, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((alternatives) => alternatives.map((all) => all.join(' ')).join(' || '));

function isIn(label: string, text: string): boolean {
  const reading = readVersion(label, scheme);
  assert.ok(reading.kind === 'version');
  return isInRange(reading.version, parseRange(text, 'semver'));
}

test('the places that a range names are those of the versions in it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(release, { maxLength: 30 }), range, (labels, text) => {
      const { entries, spans } = catalogueOf(releasesOf(...labels).releases, scheme);
      const named = spans(text);
      entries.forEach((entry, place) => {
        assert.equal(contains(named, place), isIn(entry.version.label, text), `${entry.version.label} in ${text}`);
      });
    }),
    { numRuns: 1000 },
  );
});

test('a range that fits into another contains nothing that the other lacks; one that misses it, nothing that it has', () => {
  fc.assert(
    fc.property(range, range, fc.array(release, { maxLength: 30 }), (inner, outer, labels) => {
      const verdict = compareRanges(parseRange(inner, 'semver'), parseRange(outer, 'semver'));
      fc.pre(verdict !== 'unknown');
      for (const label of labels) {
        if (isIn(label, inner)) assert.equal(isIn(label, outer), verdict === 'fits', `${label}: ${inner}, ${outer}`);
      }
    }),
    { numRuns: 3000 },
  );
});
