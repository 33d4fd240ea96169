import { z } from 'zod';
import type { Unknown } from '../../../core/model/observation.ts';
import { nextPage } from '../../../world/link-header.ts';
import { valueAt } from '../json-value.ts';
import type { JsonAnswer } from './json-answer.ts';

/** A list that is requested at each look must be short. */
const maxPages = 20;

export interface PagedList {
  /** Dotted path of the list; undefined if the answer itself is the list. */
  readonly list: string | undefined;
  readonly next: string | undefined;
  /** What a page without the list is. */
  readonly missing: 'unknown' | 'none';
  /** For reasons: `list of jobs`. */
  readonly what: string;
}

/**
 * The items of all pages, in the order of the answers. If a page is missing the result is unknown: the item that counts may
 * be on it.
 */
export async function allItems(
  first: JsonAnswer,
  settings: PagedList,
  more: (at: URL) => Promise<JsonAnswer | Unknown>,
): Promise<readonly unknown[] | Unknown> {
  const items: unknown[] = [];
  const visited = new Set<string>();
  for (let page = first; ; ) {
    const list = listIn(page, settings);
    if (list === undefined) {
      const named = settings.list === undefined ? 'is not a list' : `has no list "${settings.list}"`;
      return { kind: 'unknown', reason: `the answer of ${page.url} ${named}` };
    }
    // Not `push(...)`: a page may have more items than a call may have arguments.
    for (const item of list) items.push(item);
    const found = nextOf(page, settings.next);
    if (found === undefined) return items;
    const malformed = (how: string): Unknown => ({
      kind: 'unknown',
      reason: `the ${settings.what} at ${page.url} ${how}`,
    });
    if (found === 'unreadable') return malformed('says that there are more, but not at which address');
    // A server behind a proxy names its public address, and may have been reached at another one. The credentials of the
    // request are meant for the latter, so the next page is requested there, wherever the answer leads.
    const next = new URL(`${found.pathname}${found.search}`, page.url);
    if (visited.has(next.href)) return malformed('leads back to a page that was already read');
    visited.add(next.href);
    if (visited.size >= maxPages)
      return malformed(
        `continues beyond ${maxPages} pages, so it is not known whole: ask for larger pages, or for fewer items`,
      );
    const answer = await more(next);
    if (answer.kind === 'unknown') return answer;
    page = answer;
  }
}

function listIn({ json, isTransformed }: JsonAnswer, { list, missing }: PagedList): readonly unknown[] | undefined {
  const found = list === undefined ? json : valueAt(json, list);
  if (Array.isArray(found)) return found;
  if (found === undefined || found === null) return missing === 'none' ? [] : undefined;
  // A JSONata expression turns a list of one into its element.
  return isTransformed ? [found] : undefined;
}

const oneLink = z.lazy(() =>
  z.looseObject({
    relation: z.string().optional(),
    rel: z.string().optional(),
    url: z.string().optional(),
    href: z.string().optional(),
  }),
);

/** Read from the unmodified answer: an expression drops what it does not need. */
function nextOf({ raw, url, headers }: JsonAnswer, place: string | undefined): URL | 'unreadable' | undefined {
  const found = place === undefined ? undefined : valueAt(raw, place);
  if (found === undefined || found === null || found === '') return nextPage(headers, new URL(url));
  if (typeof found === 'string') return URL.parse(found, url) ?? 'unreadable';
  const links = z.array(oneLink).safeParse(found);
  if (!links.success) return 'unreadable';
  const next = links.data.find(({ relation, rel }) => relation === 'next' || rel === 'next');
  if (next === undefined) return undefined;
  const address = next.url ?? next.href;
  return (address === undefined ? null : URL.parse(address, url)) ?? 'unreadable';
}
