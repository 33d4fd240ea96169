/** A version as a product's scheme reads it: the label that people see, and the keys by which versions are ordered. */
export interface Version {
  /** What names the release everywhere: `4.1.12`, `2024.2`, `1.3.0b6`. */
  readonly label: string;
  /** The dotted numbers, most significant first. Missing ones count as 0. */
  readonly numbers: readonly number[];
  /** Empty for a final release. Compared by the rules of Semantic Versioning. */
  readonly prerelease: readonly (string | number)[];
  /** How often the same release was rebuilt under another tag: 0, or the 2 of `3.4.1-build2`. Comes after the release. */
  readonly revision: number;
}

/** Below 0 when `a` comes before `b`, above 0 when after, 0 when both name the same release. */
export function compareVersions(a: Version, b: Version): number {
  return (
    compareNumbers(a.numbers, b.numbers) || comparePrereleases(a.prerelease, b.prerelease) || a.revision - b.revision
  );
}

export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length);
  for (let place = 0; place < length; place++) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The order of https://semver.org/#spec-item-11: none is highest, numbers before words, a prefix before the longer one. */
function comparePrereleases(a: Version['prerelease'], b: Version['prerelease']): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (let place = 0; place < Math.min(a.length, b.length); place++) {
    const difference = compareIdentifiers(a[place] ?? '', b[place] ?? '');
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareIdentifiers(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
