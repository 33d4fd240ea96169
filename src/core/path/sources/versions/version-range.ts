import { z } from 'zod';
import { UserError } from '../../../messages/errors.ts';
import { compareNumbers, compareVersions, type Version } from './version.ts';
import { parseVersionText, type SchemeName } from './version-text.ts';

/**
 * Ranges over the product's own order, which need not be that of semver.
 *
 * A version of one or two numbers stands for a whole line: `4` is every 4.x, `>4.1` starts after the last 4.1.x, `<4`
 * ends before the first prerelease of 4.0.0. A version of three or more numbers is a point: `>=1.4.4` leaves out
 * 1.4.4-rc.1. Without an operator it is that line, or that release with its rebuilds; `=2024.2` is that release alone.
 */
export interface VersionRange {
  readonly text: string;
  readonly alternatives: readonly (readonly Comparator[])[];
}

export interface Comparator {
  readonly operator: '>=' | '>' | '<=' | '<' | '=' | '';
  readonly bound: Version;
  /** The bound stands for all versions that begin with its numbers. */
  readonly isLine: boolean;
}

const bound = '\\d+(?:\\.\\d+)*(?:-[0-9A-Za-z.-]+|\\.?(?:a|b|rc|alpha|beta|post|dev)\\d[0-9A-Za-z.]*)?';
const comparatorPattern = new RegExp(`^(?<operator>>=|<=|>|<|=|)(?<bound>${bound})$`);
const singleBoundPattern = new RegExp(`^${bound}$`);

const quoted = 'in quotes, because YAML reads 1.10 as the number 1.1';

/** A range of versions as people write it in a rule. */
export const versionRange = z
  .string({ error: (issue) => (typeof issue.input === 'number' ? `a range of versions ${quoted}` : undefined) })
  .refine(isRange, 'a range of versions, such as "4.1", ">=3.3 <4", "3.3 || 3.4", "=2024.2" or "*"')
  .describe(
    'Versions: `4.1` (the whole line), `4.1.12` (one release), `>=3.3 <4` (both must hold), `3.3 || 3.4` (either), `=2024.2` (that release, not its line), `*` (all).',
  );

/** One release, or a line by its first numbers. */
export const versionOrLine = z
  .string({ error: (issue) => (typeof issue.input === 'number' ? `a version or a line ${quoted}` : undefined) })
  .regex(singleBoundPattern, 'a version such as "15.11.3", or a line such as "15.11"')
  .describe('A release (`15.11.3`) or a line (`15.11`).');

function isRange(text: string): boolean {
  return (
    text.trim() === '*' ||
    splitRange(text).every((all) => all.length > 0 && all.every((c) => comparatorPattern.test(c)))
  );
}

function splitRange(text: string): string[][] {
  return text.split('||').map((all) =>
    all
      .replace(/(>=|<=|>|<|=)\s+/g, '$1')
      .split(/\s+/)
      .filter((part) => part !== ''),
  );
}

/** @throws UserError if a bound is not a version of the scheme */
export function parseRange(text: string, scheme: SchemeName): VersionRange {
  if (text.trim() === '*') return { text, alternatives: [[]] };
  return { text, alternatives: splitRange(text).map((all) => all.map((part) => parseComparator(part, text, scheme))) };
}

function parseComparator(part: string, range: string, scheme: SchemeName): Comparator {
  const groups = comparatorPattern.exec(part)?.groups;
  const operator = readOperator(groups?.operator);
  const label = groups?.bound ?? '';
  const isPlain = /^[\d.]+$/.test(label);
  const numbers = isPlain ? label.split('.').map(Number) : [];
  const parsed = isPlain ? { numbers, prerelease: [], revision: 0 } : parseVersionText(label, scheme);
  if (operator === undefined || parsed === undefined) throw unreadable(part, range, scheme);
  return { operator, bound: { label, ...parsed }, isLine: isPlain && numbers.length <= 2 };
}

function readOperator(text: string | undefined): Comparator['operator'] | undefined {
  if (text === '>=' || text === '<=' || text === '>' || text === '<' || text === '=' || text === '') return text;
  return undefined;
}

function unreadable(part: string, range: string, scheme: SchemeName): UserError {
  return new UserError({
    happened: `"${part}" in the range of versions "${range}" cannot be read by the scheme ${scheme}.`,
    means: 'No path was planned.',
    next: 'Write a version as the product writes it, such as "4.1.12", or a line such as "4.1".',
  });
}

/** The one version that a range names, `8.1.0` or `=8.1`; undefined if it may be several. */
export function exactVersion(text: string): string | undefined {
  const groups = comparatorPattern.exec(text.trim())?.groups;
  const label = groups?.bound ?? '';
  if (groups?.operator === '=') return label;
  return groups?.operator === '' && !/^\d+(\.\d+)?$/.test(label) ? label : undefined;
}

export function isInRange(version: Version, range: VersionRange): boolean {
  return range.alternatives.some((all) => all.every((comparator) => sideOf(version, comparator) === 0));
}

/** Where a version lies relative to one alternative of a range: below it, in it or above it. */
export function sideOfAll(version: Version, alternative: readonly Comparator[]): { below: boolean; above: boolean } {
  const sides = alternative.map((comparator) => sideOf(version, comparator));
  return { below: sides.some((side) => side < 0), above: sides.some((side) => side > 0) };
}

function sideOf(version: Version, { operator, bound, isLine }: Comparator): number {
  if (operator === '=') return compareVersions(version, bound);
  const cut = compareNumbers(version.numbers.slice(0, bound.numbers.length), bound.numbers);
  if (operator === '') {
    if (cut !== 0 || isLine) return cut;
    if (bound.prerelease.length > 0) return compareVersions(version, bound);
    return version.prerelease.length === 0 ? 0 : -1;
  }
  const difference = isLine ? cut : compareVersions(version, bound);
  if (operator === '>=') return difference >= 0 ? 0 : -1;
  if (operator === '>') return difference > 0 ? 0 : -1;
  if (operator === '<=') return difference <= 0 ? 0 : 1;
  return difference < 0 ? 0 : 1;
}

/** Whether everything in `inner` lies in `outer` (fits), nothing does (misses), or it could not be determined. */
export function compareRanges(inner: VersionRange, outer: VersionRange): 'fits' | 'misses' | 'unknown' {
  // Extents are lines and final releases: they say nothing about a range that ends among prereleases.
  if ([inner, outer].some(namesPrerelease)) return 'unknown';
  const needs = outer.alternatives.map((all) => ({
    ...extent(all),
    isExtent: all.every(({ operator }) => operator !== '='),
  }));
  const verdicts = inner.alternatives.map(extent).map((span) => {
    const holds = needs.some(
      (need) => need.isExtent && isBefore(need.start, span.start) && isBefore(span.end, need.end),
    );
    if (holds) return 'fits';
    return needs.every((need) => isBefore(need.end, span.start) || isBefore(span.end, need.start))
      ? 'misses'
      : 'unknown';
  });
  const [first = 'unknown'] = verdicts;
  return verdicts.every((verdict) => verdict === first) ? first : 'unknown';
}

function namesPrerelease(range: VersionRange): boolean {
  return range.alternatives.some((all) => all.some(({ bound }) => bound.prerelease.length > 0));
}

/** A position between versions: before the first or after the last of those that begin with the numbers. */
interface Cut {
  readonly numbers: readonly number[];
  readonly side: -1 | 1;
}

function extent(alternative: readonly Comparator[]): { start: Cut; end: Cut } {
  let start: Cut = { numbers: [], side: -1 };
  let end: Cut = { numbers: [], side: 1 };
  for (const { operator, bound } of alternative) {
    const before: Cut = { numbers: bound.numbers, side: -1 };
    const after: Cut = { numbers: bound.numbers, side: 1 };
    const low = operator === '>' ? after : operator === '<' || operator === '<=' ? start : before;
    const high = operator === '<' ? before : operator === '>' || operator === '>=' ? end : after;
    if (isBefore(start, low)) start = low;
    if (isBefore(high, end)) end = high;
  }
  return { start, end };
}

/** Whether `a` comes before `b` or is the same position. */
function isBefore(a: Cut, b: Cut): boolean {
  const length = Math.min(a.numbers.length, b.numbers.length);
  const order = compareNumbers(a.numbers.slice(0, length), b.numbers.slice(0, length));
  if (order !== 0) return order < 0;
  if (a.numbers.length === b.numbers.length) return a.side <= b.side;
  return a.numbers.length < b.numbers.length ? a.side < 0 : b.side > 0;
}
