import type { GitHubAnswer } from './github.ts';
import type { releases } from './releases.ts';

/** As many as GitHub puts on a page at most, which is how many are requested. */
const pageSize = 100;
/**
 * The second page follows what is published every night. GitHub lists releases by the age of their commits, which is
 * not the order of their versions: a release from an old commit is far back.
 */
const published = [
  ['2.0.1', '1.0.2', '1.3.1', '1.2.1', '1.1.3'],
  ['1.3.0', '1.1.4'],
] as const satisfies readonly (readonly (typeof releases)[number][])[];

const [first, second] = published;
const tags: readonly string[] = [
  ...first,
  ...Array.from({ length: pageSize - first.length }, (_, index) => `nightly-${index}`),
  ...second,
];

/** A page of the releases of the simulated product, with the link to the next one. */
export function pageOfReleases(page: number): GitHubAnswer {
  const items = tags.slice((page - 1) * pageSize, page * pageSize).map((tag) => ({
    tag_name: tag,
    draft: false,
    prerelease: tag.startsWith('nightly'),
    published_at: '2026-01-02T03:04:05Z',
    html_url: `http://github.internal/acme/server/releases/tag/${tag}`,
    body: null,
  }));
  const next = `<http://github.internal/repos/acme/server/releases?per_page=${pageSize}&page=${page + 1}>; rel="next"`;
  const isLast = page >= published.length;
  return {
    status: 200,
    body: items,
    headers: { 'content-type': 'application/json; charset=utf-8', ...(isLast ? {} : { link: next }) },
  };
}
