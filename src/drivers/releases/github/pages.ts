import { z } from 'zod';
import type { Effects } from '../../../world/effects/effects.ts';
import { nextPage } from '../../../world/link-header.ts';
import { allPages } from '../all-pages.ts';
import { readJson } from '../answer.ts';
import { httpClient } from '../http.ts';
import type { Reply } from '../http-retry.ts';
import { below } from '../server-address.ts';
import { refusedByGitHub } from './failure.ts';
import { judgeGitHub } from './retry.ts';
import type { GitHubAccess } from './settings.ts';

const perPage = 100;
/** Ten times what GitHub shows of releases, see failure.ts. */
const maxPages = 99;

/** Every item of a list of GitHub's API. Rejects with a SystemFailure unless all pages were read. */
export async function allGitHubItems<Item extends z.ZodType>(
  path: string,
  item: Item,
  { access, effects, source }: { access: GitHubAccess; effects: Effects; source: string },
  signal: AbortSignal | undefined,
): Promise<z.output<Item>[]> {
  const get = httpClient(effects, { source, judge: judgeGitHub });
  const first = below(access.api, path);
  first.searchParams.set('per_page', String(perPage));
  return await allPages(source, first, maxPages, async (url) => {
    const reply = await confirmed(url, access, (headers) => get({ url, headers }, signal));
    if (reply.status !== 200) {
      throw refusedByGitHub(source, url, reply, { withToken: access.withToken, now: effects.clock.now() });
    }
    const items = readJson(z.array(item), reply, { source, url });
    return { items, next: nextPage(reply.headers, url) ?? pageAfter(url, items.length) };
  });
}

/** A page that GitHub confirmed as unchanged is answered from the cache, as if it had been sent again. */
async function confirmed(
  url: URL,
  { cache, headers }: GitHubAccess,
  get: (headers: Readonly<Record<string, string>>) => Promise<Reply>,
): Promise<Reply> {
  const stored = await cache.find(url);
  const reply = await get(stored === undefined ? headers : { ...headers, 'if-none-match': stored.etag });
  if (reply.status === 304 && stored !== undefined) {
    return { status: 200, headers: new Headers({ link: stored.link }), body: stored.body };
  }
  const etag = reply.headers.get('etag');
  if (reply.status === 200 && etag) {
    await cache.keep(url, { etag, link: reply.headers.get('link') ?? '', body: reply.body });
  }
  return reply;
}

/** A full page without a link to a next one may be the last, or a proxy has removed the link: the next request shows which. */
function pageAfter(url: URL, count: number): URL | undefined {
  if (count < perPage) return undefined;
  const next = new URL(url);
  next.searchParams.set('page', String(Number(url.searchParams.get('page') ?? '1') + 1));
  return next;
}
