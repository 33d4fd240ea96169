import { parse as parsePython } from '@renovatebot/pep440';
import parse from 'semver/functions/parse.js';
import type { Version } from './version.ts';

export const schemeNames = ['semver', 'pep440', 'numbers'] as const;
export type SchemeName = (typeof schemeNames)[number];

type Parsed = Pick<Version, 'numbers' | 'prerelease' | 'revision'>;

/** Reads a bare version text, without prefix or build suffix; undefined if the scheme cannot read it. */
export function parseVersionText(text: string, scheme: SchemeName): Parsed | undefined {
  if (scheme === 'semver') return parseSemver(text);
  return scheme === 'pep440' ? parsePep440(text) : parseNumbers(text);
}

function parseSemver(text: string): Parsed | undefined {
  const read = /^\d/.test(text) ? parse(text) : null;
  if (read === null) return undefined;
  return { numbers: [read.major, read.minor, read.patch], prerelease: read.prerelease, revision: 0 };
}

const numbersPattern =
  /^(?<numbers>\d+(?:\.\d+)*)(?:[-~.]?(?<rest>[A-Za-z][0-9A-Za-z.~-]*)|-(?<digits>\d[0-9A-Za-z.-]*))?$/;

function parseNumbers(text: string): Parsed | undefined {
  const groups = numbersPattern.exec(text)?.groups;
  const numbers = readNumbers(groups?.numbers);
  if (numbers === undefined) return undefined;
  return { numbers, prerelease: splitPrerelease(groups?.rest ?? groups?.digits ?? ''), revision: 0 };
}

/** `rc10` becomes `rc`, 10, so that it comes after `rc2`. */
export function splitPrerelease(text: string): (string | number)[] {
  const parts = text.match(/\d+|[A-Za-z]+/g) ?? [];
  return parts.map((part) => (/^\d/.test(part) ? Number(part) : part.toLowerCase()));
}

/** https://packaging.python.org/en/latest/specifications/version-specifiers/, without epochs. */
function parsePep440(text: string): Parsed | undefined {
  const read = /^\d/.test(text) ? parsePython(text) : null;
  if (read === null || read.epoch !== 0 || !read.release.every(Number.isSafeInteger)) return undefined;
  // The library's types do not say that a part may be missing.
  const { release, pre, post, dev }: PythonParts = read;
  // A development build of a later post-release has no place between the two parts of the key; nobody publishes them.
  if (post !== null && dev !== null) return undefined;
  // dev < a < b < rc: a number sorts before every word, and `1` closes a stage that has no dev part.
  const development = dev === null ? [1] : [0, numberOf(dev)];
  return {
    numbers: release,
    prerelease: pre === null && dev === null ? [] : [...(pre ?? []), ...development],
    revision: post === null ? 0 : numberOf(post) + 1,
  };
}

interface PythonParts {
  readonly release: number[];
  /** A word and its number. */
  readonly pre: (string | number)[] | null;
  readonly post: (string | number)[] | null;
  readonly dev: (string | number)[] | null;
}

function numberOf([, count]: readonly (string | number)[]): number {
  return Number(count ?? 0);
}

function readNumbers(text: string | undefined): number[] | undefined {
  if (text === undefined) return undefined;
  const numbers = text.split('.').map(Number);
  return numbers.every(Number.isSafeInteger) ? numbers : undefined;
}
