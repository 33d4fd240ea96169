import { SystemFailure } from '../../core/messages/errors.ts';
import type { PublishedTag, PublishedTags, Release, ReleaseList } from '../../core/model/release.ts';
import {
  compareVersions,
  type Version,
  type VersionScheme,
  versionReader,
} from '../../core/path/sources/versions/version-scheme.ts';
import { releaseLimits } from './limits.ts';

interface ReadTags {
  readonly version: Version;
  readonly published: PublishedTag;
}

/**
 * Reads published tags with the product's version scheme, lowest release first. Tags that are not a release of the product
 * are counted with the reason, and so is each further tag of a version that was published under several.
 */
export function readReleases({ source, tags }: PublishedTags, scheme: VersionScheme): ReleaseList {
  if (tags.length > releaseLimits.releases) throw tooMany(source, tags.length);
  const read = versionReader(scheme);
  const ignored: { tag: string; reason: string }[] = [];
  const readings: ReadTags[] = [];
  for (const published of tags) {
    const reading = read(published.tag);
    if (reading.kind === 'ignored') ignored.push({ tag: published.tag, reason: reading.reason });
    else readings.push({ version: reading.version, published });
  }
  readings.sort((a, b) => compareVersions(a.version, b.version) || compareTexts(a.published.tag, b.published.tag));

  const releases: Release[] = [];
  for (const twins of sameVersion(readings)) {
    const [first, ...others] = twins;
    releases.push(merge(first, others));
    const { label } = first.version;
    for (const { published } of others) ignored.push({ tag: published.tag, reason: `names ${label} once more` });
  }
  return { source, releases, ignored };
}

function tooMany(source: string, count: number): SystemFailure {
  return new SystemFailure({
    happened: `${source} lists ${count} releases; ${releaseLimits.releases} is the most that is read.`,
    means: 'The list of releases is incomplete, so no path was planned.',
    next: 'Check that the source is right; otherwise plan from a shorter list with --releases.',
  });
}

function* sameVersion(sorted: readonly ReadTags[]): Generator<[ReadTags, ...ReadTags[]]> {
  let twins: [ReadTags, ...ReadTags[]] | undefined;
  for (const reading of sorted) {
    if (twins !== undefined && compareVersions(twins[0].version, reading.version) === 0) {
      twins.push(reading);
      continue;
    }
    if (twins !== undefined) yield twins;
    twins = [reading];
  }
  if (twins !== undefined) yield twins;
}

/**
 * One release from all tags of a version. Withdrawn if any of them is: a warning must not depend on which tag was read.
 * It is as old as its youngest tag, because a version may have been built again under the later one; with a tag of
 * unknown age the age is unknown.
 */
function merge(first: ReadTags, others: readonly ReadTags[]): Release {
  const all = [first, ...others].map(({ published }) => published);
  const dates = all.flatMap(({ publishedAt }) => publishedAt ?? []);
  const publishedAt = dates.length === all.length ? latest(dates) : undefined;
  const withdrawn = all.find((published) => published.withdrawn !== undefined)?.withdrawn;
  const notes = all.find((published) => published.notes !== undefined)?.notes;
  const url = all.find((published) => published.url !== undefined)?.url;
  const parts = all.find((published) => published.parts !== undefined)?.parts;
  const upgrades = all.find((published) => published.upgrades !== undefined)?.upgrades;
  return {
    version: first.version.label,
    tag: first.published.tag,
    prerelease: first.version.prerelease.length > 0 || all.some(({ prerelease }) => prerelease === true),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(notes === undefined ? {} : { notes }),
    ...(url === undefined ? {} : { url }),
    ...(parts === undefined ? {} : { parts }),
    ...(upgrades === undefined ? {} : { upgrades }),
  };
}

function latest(dates: readonly string[]): string | undefined {
  return dates.reduce((late, date) => (Date.parse(date) > Date.parse(late) ? date : late), dates[0] ?? '') || undefined;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
