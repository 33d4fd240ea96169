import { createHmac } from 'node:crypto';

export interface Signed {
  readonly account: string;
  /** As the service shows it: base64. */
  readonly key: string;
}

export interface ToSign {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly bytes: number;
}

/** Those that are signed by position, in this order; the date has a name of the service's own. */
const signedHeaders = [
  ...['content-encoding', 'content-language', 'content-length', 'content-md5', 'content-type', 'date'],
  ...['if-modified-since', 'if-match', 'if-none-match', 'if-unmodified-since', 'range'],
];

/** https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key */
export function authorization({ account, key }: Signed, { method, url, headers, bytes }: ToSign): string {
  const plain = signedHeaders.map((name) =>
    name === 'content-length' ? (bytes === 0 ? '' : String(bytes)) : (headers.get(name) ?? ''),
  );
  const own = [...headers]
    .filter(([name]) => name.startsWith('x-ms-'))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}:${value.trim()}`);
  const query = [...url.searchParams]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name.toLowerCase()}:${value}`);
  const resource = [`/${account}${url.pathname}`, ...query].join('\n');
  const text = [method, ...plain, ...own, resource].join('\n');
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(text, 'utf8').digest('base64');
  return `SharedKey ${account}:${signature}`;
}
