import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isInRange, parseRange, versionRange } from '../../../../../src/core/path/sources/versions/version-range.ts';
import {
  compareVersions,
  readVersion,
  type Version,
  versionScheme,
} from '../../../../../src/core/path/sources/versions/version-scheme.ts';

function read(text: string, settings: unknown): Version {
  const reading = readVersion(text, versionScheme.parse(settings));
  assert.ok(reading.kind === 'version', `${text}: ${reading.kind === 'ignored' ? reading.reason : ''}`);
  return reading.version;
}

/** Reads the texts, sorts them by version, and gives the labels. */
function sorted(texts: readonly string[], settings: unknown): string[] {
  return texts
    .map((text) => read(text, settings))
    .sort(compareVersions)
    .map(({ label }) => label);
}

test('a build suffix is not a prerelease if the product says so', () => {
  const medplum = { pattern: '^v?(?<version>\\d+\\.\\d+\\.\\d+)(-(?<build>[0-9a-f]{7,}|unknown))?$' };
  assert.equal(read('4.1.12-53eba89', medplum).label, '4.1.12');
  assert.deepEqual(read('5.1.12-unknown', medplum), { ...read('v5.1.12', medplum) });
  assert.equal(read('4.0.0-rc.1', {}).prerelease.length, 2);
});

test('a rebuild comes after the release it rebuilds, and is another release', () => {
  const mender = { pattern: '^(mender-)?(?<version>\\d+\\.\\d+\\.\\d+)(-build(?<revision>\\d+))?$' };
  assert.deepEqual(sorted(['3.4.2', 'mender-3.4.1-build10', '3.4.1-build2', '3.4.1'], mender), [
    '3.4.1',
    '3.4.1-build2',
    '3.4.1-build10',
    '3.4.2',
  ]);
});

test('Python versions in the order of PEP 440', () => {
  const texts = [
    '1.10.0',
    '1.9.10',
    '1.3.0',
    '1.3.0rc0',
    '1.3.0b6',
    '1.3.0a1',
    '1.3.0.dev3',
    '1.3.0a1.dev2',
    '1.3.0.post1',
    '1.3.0b10',
  ];
  assert.deepEqual(sorted(texts, { scheme: 'pep440' }), [
    '1.3.0.dev3',
    '1.3.0a1.dev2',
    '1.3.0a1',
    '1.3.0b6',
    '1.3.0b10',
    '1.3.0rc0',
    '1.3.0',
    '1.3.0.post1',
    '1.9.10',
    '1.10.0',
  ]);
});

test('Python versions are written in several ways, and those that have no place in a path are not read', () => {
  const scheme = versionScheme.parse({ scheme: 'pep440' });
  const order = (a: string, b: string) => {
    const [left, right] = [readVersion(a, scheme), readVersion(b, scheme)];
    assert.ok(left.kind === 'version' && right.kind === 'version', `${a}, ${b}`);
    return compareVersions(left.version, right.version);
  };
  for (const [a, b] of [
    ['1.3.0-alpha.2', '1.3.0a2'],
    ['1.3.0-PREVIEW', '1.3.0rc0'],
    ['1.3.0-1', '1.3.0.post1'],
    ['1.3.0+local.7', '1.3.0'],
  ] as const) {
    assert.equal(order(a, b), 0, `${a} is ${b}`);
  }
  for (const text of ['1!1.3.0', '1.3.0.post1.dev2', '1.3.0 beta', '99999999999999999999.0']) {
    assert.notEqual(readVersion(text, scheme).kind, 'version', text);
  }
});

test('dotted numbers of any count', () => {
  assert.deepEqual(sorted(['2024.10', '2024.2.1', '2024.2', '2024.2-rc10', '2024.2-rc2'], { scheme: 'numbers' }), [
    '2024.2-rc2',
    '2024.2-rc10',
    '2024.2',
    '2024.2.1',
    '2024.10',
  ]);
  assert.deepEqual(sorted(['32.20201104.3.0', '32.20200615.3.0'], { scheme: 'numbers' })[0], '32.20200615.3.0');
});

test('a tag that is not a release of the product is left out with its reason', () => {
  const scheme = versionScheme.parse({
    pattern: '^v(?<version>\\d+\\.\\d+\\.\\d+.*)$',
    ignore: [{ pattern: '-saas', reason: 'The hosted flavour' }],
  });
  assert.deepEqual(readVersion('v4.1.0-saas.3', scheme), { kind: 'ignored', reason: 'The hosted flavour' });
  assert.equal(readVersion('latest', scheme).kind, 'ignored');
  assert.deepEqual(readVersion('v4.1.0.7', scheme), {
    kind: 'ignored',
    reason: 'is not a version of the scheme semver',
  });
});

test('a pattern that cannot work is refused when it is written', () => {
  for (const pattern of ['v(\\d+)', '(?<version>', '^(?<version>\\d+)(?<flavour>-x)?$']) {
    assert.equal(versionScheme.safeParse({ pattern }).success, false, pattern);
  }
});

test('no text makes parsing fail: it is left out instead', () => {
  const schemes = ['semver', 'pep440', 'numbers'].map((scheme) =>
    versionScheme.parse({ scheme, pattern: '^(?<version>.*)$' }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z.+-]{0,20}$/)), (text) => {
      for (const scheme of schemes) {
        const reading = readVersion(text, scheme);
        if (reading.kind === 'version') assert.equal(compareVersions(reading.version, reading.version), 0);
      }
    }),
  );
});

const inside = (text: string, range: string) => isInRange(read(text, {}), parseRange(range, 'semver'));

test('a bound of one or two numbers stands for the whole line, one of three for a point', () => {
  const cases: readonly [string, string, boolean][] = [
    ['4.0.0-rc.1', '<4', false],
    ['4.0.0-rc.1', '<4.0.0', true],
    ['4.1.12', '>4.1', false],
    ['4.2.0', '>4.1', true],
    ['4.1.12', '<=4.1', true],
    ['1.4.4-rc.1', '>=1.4.4', false],
    ['15.11.13', '15.11', true],
    ['15.1.13', '15.11', false],
    ['1.10.9', '>=1.9 <1.11', true],
    ['3.5.0', '3.3 || 3.4', false],
    ['4.1.12', '>= 4.1.12', true],
    ['4.1.12', '=4.1.12', true],
  ];
  for (const [text, range, expected] of cases) assert.equal(inside(text, range), expected, `${text} in ${range}`);
});

test('a range that YAML has read as a number is refused, with the remedy', () => {
  const result = versionRange.safeParse(1.1);
  assert.match(result.error?.issues[0]?.message ?? '', /in quotes, because YAML reads 1\.10 as the number 1\.1/);
  for (const range of ['', '4.x', '^4.1', '>=', '4.1 ||'])
    assert.equal(versionRange.safeParse(range).success, false, range);
});

test('letters in build metadata are ordered if the pattern calls them the revision', () => {
  const scheme = versionScheme.parse({ pattern: '^(?<version>\\d+\\.\\d+\\.\\d+)(\\+(?<revision>[a-z]+))?$' });
  const versions = ['1.1.1', '1.1.1+a', '1.1.1+k', '1.1.1+z', '1.1.1+za', '1.1.2'].map((tag) => {
    const reading = readVersion(tag, scheme);
    assert.ok(reading.kind === 'version', tag);
    return reading.version;
  });
  const sorted = versions.toReversed().toSorted(compareVersions);
  assert.deepEqual(
    sorted.map(({ label }) => label),
    versions.map(({ label }) => label),
  );
});

test('a pattern that is too long is refused for that alone, without being compiled', () => {
  const read = versionScheme.safeParse({ ignore: [{ pattern: 'a*'.repeat(20_000), reason: 'long' }] });
  assert.deepEqual(
    read.error?.issues.map(({ code }) => code),
    ['too_big'],
  );
});

test('a pattern with exponential backtracking is refused, and one that only repeats a group is not', () => {
  for (const pattern of ['^v?(?<version>\\d.*)*a$', '^(?<version>(\\d+)+)$', '^v(?<version>(a|1|a1)*)b$']) {
    const read = versionScheme.safeParse({ pattern });
    assert.match(read.error?.issues[0]?.message ?? '', /finishes quickly/, pattern);
  }
  for (const pattern of [
    '^v?(?<version>\\d+(\\.\\d+)*)$',
    '^(?<version>(?:\\d+\\.){2}\\d+)(?<prerelease>-rc(\\.\\d+)*)?$',
  ]) {
    assert(versionScheme.safeParse({ pattern }).success, pattern);
  }
});
