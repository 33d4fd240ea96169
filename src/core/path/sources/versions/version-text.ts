import parse from 'semver/functions/parse.js';
import type { Version } from './version.ts';

export const schemeNames = ['semver', 'pep440', 'numbers'] as const;
export type SchemeName = (typeof schemeNames)[number];

type Parsed = Pick<Version, 'numbers' | 'prerelease' | 'revision'>;

/** Reads a bare version text, without prefix or build suffix; undefined when the scheme cannot read it. */
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

// https://packaging.python.org/en/latest/specifications/version-specifiers/, without epochs.
const pep440Pattern =
  /^(?<numbers>\d+(?:\.\d+)*)(?:[-_.]?(?<stage>a|alpha|b|beta|c|rc|pre|preview)[-_.]?(?<stageNumber>\d*))?(?<post>[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>\d*))?(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>\d*))?(?:\+[0-9a-z._-]+)?$/i;

const pep440Stages: Readonly<Record<string, string>> = {
  a: 'a',
  alpha: 'a',
  b: 'b',
  beta: 'b',
  c: 'rc',
  rc: 'rc',
  pre: 'rc',
  preview: 'rc',
};

function parsePep440(text: string): Parsed | undefined {
  const groups = pep440Pattern.exec(text)?.groups;
  const numbers = readNumbers(groups?.numbers);
  if (groups === undefined || numbers === undefined) return undefined;
  const isDevelopment = groups.dev !== undefined;
  const isPost = groups.post !== undefined;
  // A development build of a later post-release has no place between the two parts of the key; nobody publishes them.
  if (isPost && isDevelopment) return undefined;
  const development = isDevelopment ? [0, Number(groups.devNumber ?? '')] : [1];
  const stage = pep440Stages[groups.stage?.toLowerCase() ?? ''];
  const staged = stage === undefined ? [] : [stage, Number(groups.stageNumber ?? '')];
  return {
    numbers,
    // dev < a < b < rc: a number sorts before every word, and `1` closes a stage that has no dev part.
    prerelease: stage === undefined && !isDevelopment ? [] : [...staged, ...development],
    revision: isPost ? Number(groups.postNumber ?? '') + 1 : 0,
  };
}

function readNumbers(text: string | undefined): number[] | undefined {
  if (text === undefined) return undefined;
  const numbers = text.split('.').map(Number);
  return numbers.every(Number.isSafeInteger) ? numbers : undefined;
}
