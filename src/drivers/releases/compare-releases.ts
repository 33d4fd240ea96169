import { dayOf } from '../../core/messages/moments.ts';
import type { Release, ReleaseList, Withdrawal } from '../../core/model/release.ts';
import {
  compareVersions,
  type Version,
  type VersionScheme,
  versionReader,
} from '../../core/path/sources/versions/version-scheme.ts';

/** What has changed since the pinned copy was written. */
export type ReleaseChange =
  /** `patchOf`: the line of a release that was already known, `4.1`; undefined for the first of a line, and prereleases. */
  | { readonly kind: 'published'; readonly version: string; readonly publishedAt?: string; readonly patchOf?: string }
  | { readonly kind: 'withdrawn'; readonly version: string; readonly withdrawn: Withdrawal }
  | { readonly kind: 'no-longer-withdrawn'; readonly version: string; readonly reason: string }
  /** The source does not list it any more. */
  | { readonly kind: 'gone'; readonly version: string }
  /** A release that is published again under the same version may be another one. */
  | { readonly kind: 'date-changed'; readonly version: string; readonly before: string; readonly now: string };

/** Every change, lowest version first. A date that only one side knows is not a change. */
export function compareReleases(
  pinned: Pick<ReleaseList, 'releases'>,
  now: Pick<ReleaseList, 'releases'>,
  scheme: VersionScheme,
): ReleaseChange[] {
  const read = versionReader(scheme);
  const versions = new Map<string, Version>();
  for (const { tag } of [...pinned.releases, ...now.releases]) {
    const reading = versions.has(tag) ? undefined : read(tag);
    if (reading?.kind === 'version') versions.set(tag, reading.version);
  }
  const versionOf = ({ tag }: Release): Version | undefined => versions.get(tag);
  const before = byLabel(pinned.releases);
  const after = byLabel(now.releases);
  const knownLines = new Set(
    pinned.releases.filter(({ prerelease }) => !prerelease).flatMap((release) => lineOf(versionOf(release)) ?? []),
  );
  const all = [...new Map([...before, ...after]).values()].toSorted((a, b) => {
    const [one, other] = [versionOf(a), versionOf(b)];
    return one && other ? compareVersions(one, other) : Number(other === undefined) - Number(one === undefined);
  });
  return all.flatMap(({ version }) => {
    const old = before.get(version);
    const current = after.get(version);
    if (current === undefined) return [{ kind: 'gone', version }];
    if (old !== undefined) return changesOf(old, current);
    const line = current.prerelease ? undefined : lineOf(versionOf(current));
    return [
      {
        kind: 'published',
        version,
        ...(current.publishedAt === undefined ? {} : { publishedAt: current.publishedAt }),
        ...(line !== undefined && knownLines.has(line) ? { patchOf: line } : {}),
      },
    ];
  });
}

function changesOf(old: Release, current: Release): ReleaseChange[] {
  const { version } = current;
  const changes: ReleaseChange[] = [];
  if (current.withdrawn !== undefined && old.withdrawn === undefined) {
    changes.push({ kind: 'withdrawn', version, withdrawn: current.withdrawn });
  }
  if (old.withdrawn !== undefined && current.withdrawn === undefined) {
    changes.push({ kind: 'no-longer-withdrawn', version, reason: old.withdrawn.reason });
  }
  const [before, now] = [old.publishedAt, current.publishedAt];
  if (before !== undefined && now !== undefined && Date.parse(before) !== Date.parse(now)) {
    changes.push({ kind: 'date-changed', version, before, now });
  }
  return changes;
}

function byLabel(releases: readonly Release[]): Map<string, Release> {
  return new Map(releases.map((release) => [release.version, release]));
}

/** The first two numbers, which all releases share that differ only in their patch. */
function lineOf(version: Version | undefined): string | undefined {
  return version && version.numbers.length > 2 ? version.numbers.slice(0, 2).join('.') : undefined;
}

/** One change as a sentence for a person. */
export function describeChange(change: ReleaseChange): string {
  const { version } = change;
  switch (change.kind) {
    case 'published': {
      const what = change.patchOf === undefined ? 'a new release' : `a new patch of ${change.patchOf}`;
      return `${version} is ${what}${change.publishedAt === undefined ? '' : `, published ${dayOf(change.publishedAt)}`}.`;
    }
    case 'withdrawn': {
      const { reason, fixedIn } = change.withdrawn;
      return `${version} was withdrawn: ${reason}${fixedIn === undefined ? '' : ` (fixed in ${fixedIn})`}.`;
    }
    case 'no-longer-withdrawn':
      return `${version} is no longer withdrawn; the reason was: ${change.reason}.`;
    case 'gone':
      return `${version} is not published any more.`;
    case 'date-changed':
      return `${version} is dated ${dayOf(change.now)} now, ${dayOf(change.before)} before: it may have been published again.`;
  }
}
