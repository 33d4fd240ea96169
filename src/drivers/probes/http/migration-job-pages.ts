import { z } from 'zod';
import type { Unknown } from '../../../core/model/observation.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { nextPage } from '../../../world/link-header.ts';
import { valueAt } from '../json-value.ts';
import { type JsonAnswer, readJson } from './json-answer.ts';
import type { JobSettings } from './migration-jobs.ts';
import type { RequestSettings } from './request.ts';

/** A list that is asked for at each look must be short; the newest attempts are what counts. */
const mostPages = 20;

/**
 * The jobs of all pages, in the order of the answers. A list of which a page is missing is something we cannot tell: the
 * job that counts may be on it.
 */
export async function listedJobs(
  first: JsonAnswer,
  request: RequestSettings,
  settings: JobSettings,
  context: PartContext,
  signal?: AbortSignal,
): Promise<readonly unknown[] | Unknown> {
  const jobs: unknown[] = [];
  const visited = new Set<string>();
  for (let page = first; ; ) {
    const found = valueAt(page.json, settings.list);
    const list = found === undefined && settings.missing === 'none' ? [] : found;
    if (!Array.isArray(list))
      return { kind: 'unknown', reason: `the answer of ${page.url} has no list "${settings.list}"` };
    // Not `push(...)`: a page may hold more items than a call may have arguments.
    for (const job of list) jobs.push(job);
    const next = nextOf(page, settings);
    if (next === undefined) return jobs;
    const strange = (what: string): Unknown => ({ kind: 'unknown', reason: `the list of jobs at ${page.url} ${what}` });
    if (next === 'unreadable') return strange('says that there are more, but not at which address');
    if (next.origin !== new URL(page.url).origin) return strange(`continues at another server, ${next.origin}`);
    if (visited.has(next.href)) return strange('goes back to a page that was already read');
    visited.add(next.href);
    if (visited.size >= mostPages)
      return strange(
        `goes on beyond ${mostPages} pages, so it is not known whole: ask for larger pages, or for fewer jobs`,
      );
    const answer = await readJson(request, context, signal, next);
    if (answer.kind === 'unknown') return answer;
    page = answer;
  }
}

const oneLink = z.looseObject({
  relation: z.string().optional(),
  rel: z.string().optional(),
  url: z.string().optional(),
  href: z.string().optional(),
});

function nextOf({ json, url, link }: JsonAnswer, settings: JobSettings): URL | 'unreadable' | undefined {
  const found = settings.next === undefined ? undefined : valueAt(json, settings.next);
  if (found === undefined || found === null || found === '')
    return nextPage(new Headers(link === undefined ? {} : { link }), new URL(url));
  if (typeof found === 'string') return URL.parse(found, url) ?? 'unreadable';
  const links = z.array(oneLink).safeParse(found);
  if (!links.success) return 'unreadable';
  const next = links.data.find(({ relation, rel }) => relation === 'next' || rel === 'next');
  if (next === undefined) return undefined;
  const address = next.url ?? next.href;
  return (address === undefined ? null : URL.parse(address, url)) ?? 'unreadable';
}
