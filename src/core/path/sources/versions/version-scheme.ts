import { z } from 'zod';
import { isLabel } from '../../../model/hop.ts';
import type { Reading } from '../../../model/observation.ts';
import { compiles, regularExpression } from './regular-expression.ts';
import type { Version } from './version.ts';
import { parseVersionText, schemeNames, splitPrerelease } from './version-text.ts';

export { compareVersions, type Version } from './version.ts';

const groupNames = ['version', 'prerelease', 'revision', 'build'] as const;

const versionPattern = regularExpression
  .refine(
    (text) => !compiles(text) || /\(\?<version>/.test(text),
    'a pattern with a group (?<version>…) around the version itself, e.g. ^v(?<version>\\d+\\.\\d+\\.\\d+)$',
  )
  .refine(
    (text) => [...text.matchAll(/\(\?<(\w+)>/g)].every((match) => groupNames.some((name) => name === match[1])),
    `a pattern whose named groups are ${groupNames.join(', ')}`,
  );

/** How a product's tags, and the version texts that its servers report, are read. */
export const versionScheme = z.strictObject({
  scheme: z
    .enum(schemeNames)
    .default('semver')
    .describe(
      '`semver`: three numbers and a prerelease (`4.0.0-rc.1`). `pep440`: Python (`1.3.0b6`, `1.0.post1`). `numbers`: any number of dotted numbers, compared one by one (`2024.2`, `32.20200615.3.0`).',
    ),
  pattern: z
    .union([versionPattern, z.array(versionPattern).min(1)])
    .default('^v?(?<version>\\d.*)$')
    .describe(
      'What a tag looks like; of several, the first match counts. Group `version` is read by the scheme; `prerelease` marks a prerelease; `revision` counts rebuilds of the same release, in numbers or in letters (`1.1.1k`); `build` is dropped. Tags that match no pattern are left out and counted in the plan.',
    ),
  ignore: z
    .array(
      z.strictObject({
        pattern: regularExpression,
        reason: z.string().min(1).describe('Why such a tag is not a release of this product, e.g. `Another flavour`.'),
      }),
    )
    .default([])
    .describe('Tags that are left out although they look like versions.'),
});

export type VersionScheme = z.output<typeof versionScheme>;

export type VersionReading =
  | { readonly kind: 'version'; readonly version: Version }
  /** The text is not a release of this product; `reason` is a phrase that follows the tag in a sentence. */
  | { readonly kind: 'ignored'; readonly reason: string };

/** Reads one tag, or what a live server reports: `4.1.12-53eba89` becomes the label `4.1.12`. Total: never throws. */
export function readVersion(text: string, scheme: VersionScheme): VersionReading {
  return versionReader(scheme)(text);
}

/** Limits what is quoted if a server reports something else than a version: a page of HTML would hide everything else. */
const longestShown = 200;

/** Reads what a live server reports as the label of a release, or says why it is not one, for a person who looks at that server. */
export function labelOfVersion(text: string, scheme: VersionScheme, title: string): Reading<string> {
  const read = readVersion(text, scheme);
  if (read.kind === 'version') return { kind: 'known', value: read.version.label };
  const shown = `${text.slice(0, longestShown)}${text.length > longestShown ? '…' : ''}`;
  return { kind: 'unknown', reason: `the server says "${shown}", which is not a version of ${title}: ${read.reason}` };
}

/** The same for many texts: the patterns are compiled once. */
export function versionReader(scheme: VersionScheme): (text: string) => VersionReading {
  const ignored = scheme.ignore.map(({ pattern, reason }) => ({ pattern: new RegExp(pattern), reason }));
  const patterns = [scheme.pattern].flat().map(compile);
  return (raw) => {
    const text = raw.trim();
    const reason = ignored.find(({ pattern }) => pattern.test(text))?.reason;
    if (reason !== undefined) return { kind: 'ignored', reason };
    for (const pattern of patterns) {
      const match = pattern.exec(text);
      if (match !== null) return readMatch(match, scheme);
    }
    return { kind: 'ignored', reason: 'does not match the pattern of the versions' };
  };
}

function readMatch(match: RegExpExecArray, scheme: VersionScheme): VersionReading {
  const groups = match.groups ?? {};
  const text = groups.version ?? '';
  const parsed = parseVersionText(text, scheme.scheme);
  if (parsed === undefined) return { kind: 'ignored', reason: `is not a version of the scheme ${scheme.scheme}` };
  const revision = groups.revision === undefined ? parsed.revision : revisionOf(groups.revision);
  if (!Number.isSafeInteger(revision))
    return { kind: 'ignored', reason: 'has a revision that is neither a number nor letters' };
  const prerelease = [...parsed.prerelease, ...splitPrerelease(groups.prerelease ?? '')];
  const label = labelOf(match);
  if (!isLabel(label)) return { kind: 'ignored', reason: 'has a character that the name of a release cannot contain' };
  return { kind: 'version', version: { label, numbers: parsed.numbers, prerelease, revision } };
}

/** Rebuilds are counted in numbers or in letters, as in 1.1.1k: after `z` comes `za` or `aa`, and both are longer. */
function revisionOf(text: string): number {
  if (!/^[a-z]+$/i.test(text)) return Number(text);
  return [...text.toLowerCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
}

/** Positions are requested only if the label has several parts: they make matching much slower. */
function compile(pattern: string): RegExp {
  return new RegExp(pattern, /\(\?<(prerelease|revision)>/.test(pattern) ? 'd' : '');
}

/** The text from the version to the last part that counts: a prefix and a build suffix are not part of the name. */
function labelOf(match: RegExpExecArray): string {
  const places = match.indices?.groups;
  if (places === undefined) return match.groups?.version ?? '';
  const start = places.version?.[0] ?? 0;
  const ends = ['version', 'prerelease', 'revision'].map((name) => places[name]?.[1] ?? 0);
  return match.input.slice(start, Math.max(...ends));
}
