import {
  compareRanges,
  isInRange,
  parseRange,
  versionRange,
} from '../../../src/core/path/sources/versions/version-range.ts';
import {
  compareVersions,
  versionReader,
  versionScheme,
} from '../../../src/core/path/sources/versions/version-scheme.ts';
import { schemeNames } from '../../../src/core/path/sources/versions/version-text.ts';
import type { Target } from '../target.ts';

const readers = schemeNames.map((scheme) => versionReader(versionScheme.parse({ scheme })));

export const versionTargets: readonly Target[] = [
  {
    name: 'version-texts',
    seeds: ['4.1.12', 'v4.1.12-rc.1+build', '1.3.0b6', '1.0.post1.dev2', '2024.2', '32.20200615.3.0', '1.2.3-ee.0'],
    read: (text) => {
      for (const read of readers) {
        const [one, other] = [read(text), read('4.1.12')];
        if (one.kind !== 'version' || other.kind !== 'version') continue;
        const [there, back] = [
          compareVersions(one.version, other.version),
          compareVersions(other.version, one.version),
        ];
        if (Math.sign(there) !== -Math.sign(back)) throw new Error(`${text} is both before and behind 4.1.12`);
        if (compareVersions(one.version, one.version) !== 0) throw new Error(`${text} is not where it is`);
      }
    },
  },
  {
    name: 'version-ranges',
    seeds: ['4.1', '>=3.3 <4', '3.3 || 3.4', '=2024.2', '*', '>1.4.4-rc.1 <=2', '4.1.12.1', '1.3.0b6 || >2'],
    read: (text) => {
      if (!versionRange.safeParse(text).success) return;
      for (const [index, scheme] of schemeNames.entries()) {
        const range = parseRange(text, scheme);
        const read = readers[index]?.('4.1.12');
        if (read?.kind === 'version') isInRange(read.version, range);
        // `=2024.2 =20` holds nothing, so it does miss itself.
        const holdsSomething = range.alternatives.some((all) => all.length < 2);
        if (holdsSomething && compareRanges(range, range) === 'misses') throw new Error(`${text} misses itself`);
      }
    },
  },
  {
    name: 'version-schemes',
    seeds: [
      '^v?(?<version>\\d.*)$',
      '^(?<version>\\d+\\.\\d+\\.\\d+)(?:-(?<prerelease>rc\\d+))?$',
      'v(?<version>[\\d.]+)-(?<build>\\w+)',
    ],
    read: (pattern) => {
      const scheme = versionScheme.safeParse({ pattern });
      if (!scheme.success) return;
      for (const tag of ['v4.1.12', 'latest', `v${'1'.repeat(200)}`, '4.1.12-rc1-abc']) versionReader(scheme.data)(tag);
    },
  },
];
