import type { Release, ReleaseList } from '../../model/release.ts';
import { parseRange, sideOfAll } from '../sources/versions/version-range.ts';
import {
  compareVersions,
  type Version,
  type VersionScheme,
  versionReader,
} from '../sources/versions/version-scheme.ts';
import { firstPlace, type ReleaseSpan } from './span.ts';

export interface Entry {
  readonly version: Version;
  readonly release: Release;
  readonly isPrerelease: boolean;
}

/** All published releases in the product's order, lowest first. A place is an index into `entries`. */
export interface Catalogue {
  readonly scheme: VersionScheme;
  readonly entries: readonly Entry[];
  /** Tags that the scheme does not read as a release: they are left out. */
  readonly unreadable: ReleaseList['ignored'];
  /** The place of the release that a text names, by its label or in any form that the scheme reads as the same version. */
  find(text: string): number | undefined;
  /** The place at which the version would be inserted. */
  placeOf(version: Version): number;
  /** Where the versions of a range are: one span for each alternative; an empty one shows where they would be. */
  spans(range: string): readonly ReleaseSpan[];
}

export function catalogueOf(releases: readonly Release[], scheme: VersionScheme): Catalogue {
  const read = versionReader(scheme);
  const unreadable: { tag: string; reason: string }[] = [];
  const found: Entry[] = [];
  for (const release of releases) {
    const reading = read(release.tag);
    if (reading.kind === 'ignored') {
      unreadable.push({ tag: release.tag, reason: reading.reason });
      continue;
    }
    const { version } = reading;
    found.push({ version, release, isPrerelease: release.prerelease || version.prerelease.length > 0 });
  }
  const entries = mergeTwins(found.sort(byVersionThenTag));
  const byLabel = new Map(entries.map((entry, place) => [entry.version.label, place]));
  const placeOf = (version: Version) =>
    firstPlace(entries.length, (place) => compareVersions(entryAt(entries, place).version, version) >= 0);
  return {
    scheme,
    entries,
    unreadable,
    placeOf,
    find: (text) => {
      const reading = read(text);
      const exact = byLabel.get(text);
      if (exact !== undefined || reading.kind === 'ignored') return exact;
      const place = placeOf(reading.version);
      const there = entries[place];
      return there !== undefined && compareVersions(there.version, reading.version) === 0 ? place : undefined;
    },
    spans: (range) =>
      parseRange(range, scheme.scheme).alternatives.map((all) => {
        const sides = (place: number) => sideOfAll(entryAt(entries, place).version, all);
        const start = firstPlace(entries.length, (place) => !sides(place).below);
        return {
          start,
          end: Math.max(
            start,
            firstPlace(entries.length, (place) => sides(place).above),
          ),
        };
      }),
  };
}

export function entryAt(entries: readonly Entry[], place: number): Entry {
  const entry = entries[place];
  if (entry === undefined) throw new RangeError(`no release at place ${place} of ${entries.length}`);
  return entry;
}

function byVersionThenTag(a: Entry, b: Entry): number {
  const order = compareVersions(a.version, b.version);
  if (order !== 0) return order;
  return a.release.tag < b.release.tag ? -1 : a.release.tag > b.release.tag ? 1 : 0;
}

/** Two tags of one version, such as `0.9.1` and `infrahub-v0.9.1`, are one release; it is withdrawn when either is. */
function mergeTwins(sorted: readonly Entry[]): Entry[] {
  const merged: Entry[] = [];
  for (const entry of sorted) {
    const last = merged.at(-1);
    if (last === undefined || compareVersions(last.version, entry.version) !== 0) {
      merged.push(entry);
      continue;
    }
    const publishedAt = last.release.publishedAt ?? entry.release.publishedAt;
    const withdrawn = last.release.withdrawn ?? entry.release.withdrawn;
    const known = { ...(publishedAt ? { publishedAt } : {}), ...(withdrawn ? { withdrawn } : {}) };
    merged[merged.length - 1] = { ...last, release: { ...last.release, ...known } };
  }
  return merged;
}
