import { createHash } from 'node:crypto';
import type { HopReleases } from './hop.ts';
import type { HopParts } from './parts.ts';

/** Values by the name that a person finds them under: `environments.production.deploy`. */
export type Contents = Readonly<Record<string, unknown>>;
/** The digest of each, by the same names. */
export type ContentDigests = Readonly<Record<string, string>>;

/** What a person approves. Values keep their `${NAME}` unresolved: a digest is public, and a secret may change. */
export interface Approved {
  readonly system: string;
  readonly from: string;
  readonly to: string;
  /** The versions of the parts that are deployed with the release; left out if there are none. */
  readonly parts?: HopParts | undefined;
  /** The releases that are deployed; left out if they are `from` and `to`. */
  readonly releases?: HopReleases | undefined;
  /** What is done. What is only tested, read or asked of people is not included. */
  readonly done: Contents;
}

/** The digest of a hop. */
export function digestOf({ done, ...rest }: Approved): string {
  return sha256({ format: 2, ...rest, done: contentDigests(done) });
}

/** The digest of each value by itself, so that a change can be named. A missing value has none. */
export function contentDigests(contents: Contents): ContentDigests {
  const present = Object.entries(contents).filter(([, value]) => !isNothing(value));
  return Object.fromEntries(present.map(([name, value]) => [name, sha256(value)]));
}

/** One digest over all of them. */
export function wholeDigest(contents: Contents): string {
  return sha256(contentDigests(contents));
}

/** The names whose values differ, including those that were added or removed. */
export function changedContents(before: ContentDigests, now: ContentDigests): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names.filter((name) => before[name] !== now[name]).toSorted();
}

/** An absent key and a key without a value mean the same. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || canonicalJson(value) === '{}' || canonicalJson(value) === '[]';
}

/** SHA-256 in hex over the canonical JSON of a value. */
export function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** JSON with sorted keys, so that two texts are equal exactly when the values are. Keys with undefined are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
