import type { GitHubAnswer } from './github.ts';
import { releases } from './releases.ts';

/** As many as GitHub puts on a page at most, which is how many are asked for. */
const pageSize = 100;
/** Of the releases, newest first, so many are on the first page; the others are behind what is published every night. */
const onFirstPage = 4;

const tags: readonly string[] = [
  ...releases.toReversed().slice(0, onFirstPage),
  ...Array.from({ length: pageSize - onFirstPage }, (_, index) => `nightly-${index}`),
  ...releases.toReversed().slice(onFirstPage),
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
  const isLast = page * pageSize >= tags.length;
  return {
    status: 200,
    body: items,
    headers: { 'content-type': 'application/json; charset=utf-8', ...(isLast ? {} : { link: next }) },
  };
}
