import { compare, gte, lt } from 'semver';

/** A data version as the server's own manifest lists it. */
export interface DataVersion {
  readonly version: number;
  readonly serverVersion: string;
  readonly requiredBefore?: string;
}

/**
 * packages/server/src/migrations/data/data-version-manifest.json, as it was seen at the newest tags: first and last data
 * version, the release that can run them, the first release that refuses to start without them.
 */
const table: readonly (readonly [first: number, last: number, serverVersion: string, requiredBefore?: string])[] = [
  [1, 1, '3.3.0', '4.0.0'],
  [2, 5, '4.1.0', '4.2.0'],
  [6, 6, '4.1.1', '4.2.0'],
  [7, 7, '4.1.3', '4.2.0'],
  [8, 9, '4.1.8', '4.2.0'],
  [10, 10, '4.1.9', '4.2.0'],
  [11, 12, '4.1.12', '4.2.0'],
  [13, 15, '4.3.0', '4.4.0'],
  [16, 17, '4.3.2', '4.4.0'],
  [18, 18, '4.3.4', '4.4.0'],
  [19, 20, '4.3.6', '4.4.0'],
  [21, 21, '4.3.9', '4.4.0'],
  [22, 23, '4.3.11', '4.4.0'],
  [24, 27, '4.3.12', '4.4.0'],
  [28, 28, '4.3.14', '4.4.0'],
  [29, 29, '4.5.2', '5.0.0'],
  [30, 31, '5.0.0', '5.1.0'],
  [32, 32, '5.0.11', '5.1.0'],
  [33, 37, '5.1.7'],
  [38, 48, '5.1.42'],
  [49, 49, '5.1.43', '5.2.0'],
  [50, 50, '5.1.44', '5.2.0'],
  [51, 51, '5.2.1'],
  [52, 52, '5.2.2'],
  [53, 53, '5.2.4', '5.3.0'],
];

const whole: readonly DataVersion[] = table.flatMap(([first, last, serverVersion, requiredBefore]) =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    version: first + index,
    serverVersion,
    ...(requiredBefore === undefined ? {} : { requiredBefore }),
  })),
);

/** The manifest at a release's own tag. Entries are edited later. */
export function manifestOf(release: string): readonly DataVersion[] {
  return whole.map((entry) => asFirstListed(entry, release)).filter(({ serverVersion }) => gte(release, serverVersion));
}

/** v29 was first listed for 4.4.3, and what 4.3 brought had no end before 4.4.0 was published. */
function asFirstListed(entry: DataVersion, release: string): DataVersion {
  if (entry.version === 29 && lt(release, '4.5.2')) return { ...entry, serverVersion: '4.4.3' };
  const { version, serverVersion } = entry;
  return entry.requiredBefore === '4.4.0' && lt(release, '4.4.0') ? { version, serverVersion } : entry;
}

/** The manifest as the file is written. */
export function manifestFile(release: string): string {
  const entries = manifestOf(release).map(({ version, ...rest }) => [`v${version}`, rest]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

export const isAtLeast = (release: string, other: string): boolean => gte(release, other);

/** What the pre-deploy migrations of a release bring the schema to: one step for each minor. */
export function schemaVersionOf(release: string): number {
  const minors = ['3.3.0', '4.0.0', '4.1.0', '4.2.0', '4.3.0', '4.4.0', '4.5.0', '5.0.0', '5.1.0', '5.2.0', '5.3.0'];
  return 60 + minors.filter((minor) => compare(minor, release) <= 0).length;
}
