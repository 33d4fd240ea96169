/**
 * The address of the next page, resolved relative to `url`; undefined if there is none.
 * https://www.rfc-editor.org/rfc/rfc8288
 */
export function nextPage(headers: Headers, url: URL): URL | undefined {
  const text = headers.get('link') ?? '';
  for (const [, target = '', parameters = ''] of text.matchAll(/<([^>]*)>([^<]*)/g)) {
    const isNext = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
    const relations = (isNext?.[1] ?? isNext?.[2] ?? '').toLowerCase().split(/\s+/);
    if (relations.includes('next')) return URL.parse(target, url.href) ?? undefined;
  }
  return undefined;
}
