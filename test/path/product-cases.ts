import type { Release, ReleaseList } from '../../src/releases/release.ts';

/** Releases by their tags alone, as a source without dates gives them. */
export function releasesOf(...tags: readonly (string | Partial<Release>)[]): ReleaseList {
  const releases = tags.map((given): Release => {
    const entry = typeof given === 'string' ? { tag: given } : given;
    const tag = entry.tag ?? entry.version ?? '';
    return { version: tag.replace(/^v/, ''), prerelease: false, ...entry, tag };
  });
  return { source: 'the test', releases, ignored: [] };
}
