import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadConfiguration } from '../../src/config/load.ts';
import { versionScheme } from '../../src/core/path/sources/versions/version-scheme.ts';
import { shippedProducts } from '../../src/products/registry.ts';

const valid = readFileSync(join(import.meta.dirname, 'valid.yml'), 'utf8').replaceAll('admin:', 'admin-token:');
const load = (text: string): unknown => loadConfiguration(text, 'staged-upgrade.yml', shippedProducts);

test('a value that JSON does not have is reported as such, however deep the accepted form is', () => {
  const product = (json: string): string =>
    valid.replace(
      'product: unleash',
      `product:\n  extends: unleash\n  probes:\n    health: { http: { path: /, expect: { json: ${json} } } }`,
    );
  for (const json of ['.nan', '{ a: .nan }', '{ a: { equals: [.inf] } }']) {
    assert.throws(() => load(product(json)), /expect\.json[\s\S]*(NaN|Infinity)[\s\S]*finite number/);
  }
});

test('anything larger than a configuration can be is refused at its place, quickly', () => {
  const keys = (count: number): string => Array.from({ length: count }, (_, index) => `  k${index}: v`).join('\n');
  const cases: readonly (readonly [string, RegExp])[] = [
    [
      `${valid}facts: { a: "${'x'.repeat(40_000)}" }`,
      /:\d+:\d+\n {2}This text has 40000 characters; 10000 is the most/,
    ],
    [`${valid}facts:\n${keys(2_000)}`, /:\d+:3\n {2}There are 2000 values here; 1000 is the most/],
    [`${valid}facts:\n${keys(7_000)}`, /:6001:1\n {2}The file has \d+ lines; 6000 is the most/],
    [`${valid}facts: ${'{a: '.repeat(150)}1${'}'.repeat(150)}`, /nested too deeply/],
    [`${valid}deep: ${'[{a: '.repeat(40_000)}`, /:\d+:1\n {2}The file is nested too deeply/],
    [`${valid}deep: ${'{ a: [b, '.repeat(20_000)}`, /:\d+:1\n {2}The file is nested too deeply/],
    [`${valid}deep:\n  ${'? '.repeat(50_000)}`, /:\d+:1\n {2}The file is nested too deeply/],
    [`${valid}x: ${'[a]'.repeat(100_000)}`, /larger than 256 KiB/],
    [`${valid}x: y\rz: w`, /:\d+:1\n {2}A line ends with only a carriage return/],
    [`${valid}a: &a [${'1,'.repeat(900)}1]\nb: [${'*a,'.repeat(50)}*a]`, /more than 10000 values/],
  ];
  for (const [text, expected] of cases) {
    const before = process.threadCpuUsage();
    assert.throws(() => load(text), expected);
    assert(process.threadCpuUsage(before).user < 1_000_000, String(expected));
  }
});

test('expressions that are slow to check share a time limit, and what is left is refused', () => {
  const product = (smoke: readonly string[]): string =>
    valid.replace('product: unleash', `product:\n  extends: unleash\n  smoke:\n${smoke.join('\n')}`);
  const tested = (at: number, http: string): string => `    - { name: t${at}, http: ${http} }`;
  const many = (each: (at: number) => string): readonly string[] => Array.from({ length: 200 }, (_, at) => each(at));
  const long = (at: number): string => `${'`a`.'.repeat(1_200)}a${at}`;
  const matching = (pattern: string): string => `{ path: /, expect: { json: { a: { matches: "${pattern}" } } } }`;
  const reads = (jsonata: string): string => `{ path: /, jsonata: "${jsonata}", expect: { json: 1 } }`;
  const cases: readonly (readonly [string, RegExp])[] = [
    [product(many((at) => tested(at, matching(`(a+){1,3}${at}`)))), /smoke\[\d+\]\.http\.expect\.json\.a\.matches/],
    [product(many((at) => tested(at, reads(`$match(a, /(a+){1,3}${at}/)`)))), /smoke\[\d+\]\.http\.jsonata/],
    [product(many((at) => tested(at, reads(long(at)))).slice(0, 50)), /smoke\[\d+\]\.http\.jsonata/],
  ];
  for (const [text, place] of cases) {
    const before = process.threadCpuUsage();
    assert.throws(
      () => load(text),
      ({ message }: Error) =>
        /has a mistake\./.test(message) && place.test(message) && /too long to check/.test(message),
    );
    assert(process.threadCpuUsage(before).user < 2_500_000, String(place));
  }
});

test('brackets in texts and comments do not count as nesting', () => {
  const brackets = '[{'.repeat(200);
  load(`${valid}facts: { open: "${brackets}", single: '${brackets}' } # ${brackets}\n`);
  load(`${valid}facts:\n  block: |\n    ${brackets}\n    ${'- '.repeat(200)}\n`);
  // Beside each other, not in each other.
  assert.throws(() => load(`${valid}x: [${'[{}],'.repeat(900)}1]`), /"x" is not known|does not exist|unknown/i);
});

test('a pattern that is not a valid regular expression, or is unreasonably long, is refused', () => {
  const refused = (pattern: string): string =>
    String(
      versionScheme
        .safeParse({ pattern })
        .error?.issues.map(({ message }) => message)
        .join('; '),
    );
  const withVersion = (length: number): string => `^(?<version>\\d+)${'a?'.repeat(length)}`.slice(0, length);
  assert.ok(versionScheme.safeParse({ pattern: withVersion(1_000) }).success);
  assert.match(refused(withVersion(1_001)), /1000 characters/);
  assert.match(refused('(?<version>'), /regular expression/);
  assert.match(refused('^v\\d+$'), /group \(\?<version>/);
  assert.match(refused('(?<version>\\d+)(?<flavour>-x)'), /named groups are version, prerelease, revision, build/);
});
