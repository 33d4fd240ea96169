import { UserError } from '../../src/core/messages/errors.ts';

/** The numbers of a release's version: a release has three of them, and nothing behind. */
export interface ReleaseVersion {
  /** As in package.json, such as `1.4.0`. */
  readonly text: string;
  readonly numbers: readonly [major: number, minor: number, patch: number];
}

/** @returns undefined for anything but three numbers, pre-releases among them */
export function parseVersion(text: string): ReleaseVersion | undefined {
  const match = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(text);
  if (match === null) return undefined;
  return { text, numbers: [Number(match[1]), Number(match[2]), Number(match[3])] };
}

/**
 * The version that a tag releases.
 * @throws UserError for a tag that is not a release's, or is not the one that package.json names
 */
export function taggedVersion(tag: string, packageVersion: string): ReleaseVersion {
  const version = tag.startsWith('v') ? parseVersion(tag.slice(1)) : undefined;
  if (version === undefined) {
    throw new UserError({
      happened: `The tag "${tag}" does not name a release.`,
      means: 'Nothing is published from it.',
      next: 'Tag a release as "v" and its three numbers, such as v1.4.0. Pre-releases are not published.',
    });
  }
  if (version.text !== packageVersion) {
    throw new UserError({
      happened: `The tag "${tag}" is on a commit whose package.json has the version "${packageVersion}".`,
      means: 'Nothing is published from it.',
      next: `Delete the tag, and either tag this commit as v${packageVersion} or set the version to "${version.text}" in a commit of its own and tag that.`,
    });
  }
  return version;
}

export function isNewer(one: ReleaseVersion, other: ReleaseVersion): boolean {
  const index = one.numbers.findIndex((number, place) => number !== other.numbers[place]);
  return (one.numbers[index] ?? 0) > (other.numbers[index] ?? 0);
}

/** Whether a major tag (`v1`) belongs on this release: none of the tags is a newer release of the same major version. */
export function leadsMajor(version: ReleaseVersion, tags: readonly string[]): boolean {
  const released = tags.flatMap((tag) => (tag.startsWith('v') ? (parseVersion(tag.slice(1)) ?? []) : []));
  return !released.some((other) => other.numbers[0] === version.numbers[0] && isNewer(other, version));
}
