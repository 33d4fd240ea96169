import type { Release } from '../../core/model/release.ts';
import {
  compareVersions,
  type Version,
  type VersionScheme,
  versionReader,
} from '../../core/path/sources/versions/version-scheme.ts';
import { type Section, sectionsOf } from './markdown-sections.ts';
import { bounded, plainText } from './plain-text.ts';

export const topics = ['breaking', 'migration', 'configuration', 'deprecation', 'known issue', 'security'] as const;
export type Topic = (typeof topics)[number];

/** Something in the release notes that a person should read before a hop. Texts are plain: see plain-text.ts. */
export interface ReleaseNote {
  readonly version: string;
  /** The address of the release's notes; always http or https, without characters that end a link in Markdown. */
  readonly url?: string;
  readonly topic: Topic;
  /** With the headings above it: `Breaking changes › Storage`. At most 120 characters. */
  readonly heading: string;
  /** What is below it, or the bullet; at most 400 characters. May be empty. */
  readonly excerpt: string;
}

const longestHeading = 120;
const longestExcerpt = 400;
const maxNotes = 20;

const patterns: readonly (readonly [Topic, RegExp])[] = [
  ['breaking', /\bbreaking\b|\bincompatib|\bbackwards?[- ]incompat|\baction required\b/i],
  ['migration', /\bmigrat(?:e|es|ed|ing|ions?)\b|\bupgrad(?:e|ing)\b|\bmanual steps?\b/i],
  ['deprecation', /\bdeprecat|\bremov(?:ed|als?|es)\b|\bend[- ]of[- ](?:life|support)\b|\bsunset/i],
  ['known issue', /\bknown (?:issues?|problems?|bugs?|limitations?)\b/i],
  ['security', /\bsecurity\b|\bvulnerabilit|\bCVE-\d{4}-\d+|\bGHSA-/i],
  ['configuration', /\bconfig(?:uration|s)?\b|\bsettings?\b|\benvironment variables?\b|\bhelm values\b/i],
];

/** Bullets outside such sections: only those that are marked explicitly, since any bullet may mention a migration. */
const markedBullets: readonly (readonly [Topic, RegExp])[] = [
  [
    'breaking',
    /\bBREAKING\b|\*\*[Bb]reaking\b|^\W*(?:\w+(?:\([^)]*\))?!|[Bb]reaking(?: changes?)?):|\bACTION REQUIRED\b/,
  ],
  ['security', /\bCVE-\d{4}-\d+|\bGHSA-[0-9a-z-]+/],
];

const saysNothing =
  /^\W*(?:none|nothing|no|n\/a|tbd|no (?:breaking changes|known issues|deprecations|migrations?))?\W*$/i;

/**
 * Warnings in the notes of all releases after `from` up to `to`, lowest version first. Prereleases on the way are left
 * out, because their release repeats them; withdrawn ones are not, because what they changed is still changed.
 * @param from label of the present release
 * @param to label of the release that the hop leads to
 */
export function notesOnTheWay(
  releases: readonly Release[],
  from: string,
  to: string,
  scheme: VersionScheme,
): ReleaseNote[] {
  const read = versionReader(scheme);
  const [start, end] = [read(from), read(to)];
  if (start.kind !== 'version' || end.kind !== 'version') return [];
  const onTheWay: { version: Version; release: Release }[] = [];
  for (const release of releases) {
    const reading = read(release.tag);
    if (reading.kind !== 'version') continue;
    const isAfter = compareVersions(reading.version, start.version) > 0;
    const toEnd = compareVersions(reading.version, end.version);
    if (isAfter && (toEnd === 0 || (toEnd < 0 && !release.prerelease)))
      onTheWay.push({ version: reading.version, release });
  }
  onTheWay.sort((a, b) => compareVersions(a.version, b.version));
  return onTheWay.flatMap(({ release }) => notesOf(release));
}

/** The warnings in one release's notes, in order; beyond 20 the rest is counted in a last one. */
export function notesOf(release: Release): ReleaseNote[] {
  const url = safeAddress(release.url);
  const head = { version: release.version, ...(url === undefined ? {} : { url }) };
  const found = findNotes(sectionsOf(release.notes ?? ''));
  const notes = found.slice(0, maxNotes).map((note) => ({ ...head, ...note }));
  const [next] = found.slice(maxNotes);
  if (next === undefined) return notes;
  return [...notes, { ...head, topic: next.topic, heading: `${found.length - maxNotes} more`, excerpt: '' }];
}

type Found = Pick<ReleaseNote, 'topic' | 'heading' | 'excerpt'>;

function findNotes(sections: readonly Section[]): Found[] {
  const found: Found[] = [];
  /** Headings above the present one, the nearest last. */
  let above: { level: number; heading: string; topic: Topic | undefined }[] = [];
  for (const [place, section] of sections.entries()) {
    above = above.filter(({ level }) => level < section.level);
    const named = plainText(section.heading);
    const inherited = above.findLast(({ topic }) => topic !== undefined)?.topic;
    const topic = topicOf(named, patterns) ?? inherited;
    const trail = [...above.filter((one) => one.topic !== undefined).map(({ heading }) => heading), named];
    above.push({ level: section.level, heading: named, topic });
    if (topic === undefined) {
      found.push(...bulletsOf(section, named));
      continue;
    }
    const excerpt = plainText(section.lines.join('\n'));
    const hasSubsections = (sections[place + 1]?.level ?? 0) > section.level;
    const isEmpty = section.lines.every((line) => line.trim() === '');
    // A heading whose text is all below further headings adds nothing to them.
    if (isEmpty ? hasSubsections : saysNothing.test(excerpt)) continue;
    const heading = bounded(trail.join(' › '), longestHeading);
    found.push({ topic, heading, excerpt: bounded(excerpt, longestExcerpt) });
  }
  return found;
}

function bulletsOf(section: Section, heading: string): Found[] {
  return section.lines.flatMap((line) => {
    const bullet = /^\s*(?:[-*+]|\d+[.)])[ \t]+(?<text>.*)$/.exec(line)?.groups?.text;
    const topic = bullet === undefined ? undefined : topicOf(bullet, markedBullets);
    if (bullet === undefined || topic === undefined) return [];
    return [{ topic, heading: bounded(heading, longestHeading), excerpt: bounded(plainText(bullet), longestExcerpt) }];
  });
}

function topicOf(text: string, among: readonly (readonly [Topic, RegExp])[]): Topic | undefined {
  return among.find(([, pattern]) => pattern.test(text))?.[0];
}

/** An address that can be in `[text](address)`, whatever its author put into it. */
function safeAddress(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  return url.href.replace(
    /[()<>[\]\\`|*_~\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
