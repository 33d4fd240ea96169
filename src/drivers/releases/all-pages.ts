import { malformedResponse } from './http-failure.ts';

/** One page, with the address of the next one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: URL | undefined;
}

/**
 * All items of a list that comes in pages. Rejects unless every page was read: a list that leads elsewhere, back to a
 * page that was already read, or beyond `maxPages`, is not known to be whole.
 */
export async function allPages<Item>(
  source: string,
  first: URL,
  maxPages: number,
  read: (url: URL) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  const visited = new Set<string>();
  for (let url: URL | undefined = first; url !== undefined; ) {
    if (url.origin !== first.origin) throw malformedResponse(source, first, `leads to another server, ${url.host}`);
    if (visited.has(url.href)) throw malformedResponse(source, url, 'leads back to a page that was already read');
    if (visited.size >= maxPages) throw malformedResponse(source, url, `continues beyond ${maxPages} pages`);
    visited.add(url.href);
    const page: Page<Item> = await read(url);
    // Not `push(...)`: a page may have more items than a call may have arguments.
    for (const item of page.items) items.push(item);
    url = page.next;
  }
  return items;
}
