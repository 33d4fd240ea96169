import { Readable } from 'node:stream';

/** The parts of a client request that are used: it is recognized by its shape. */
interface ClientRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
}

/** Headers that `fetch` sets by itself and does not accept. */
const ownHeaders = new Set(['host', 'content-length', 'expect']);

/** Sends the client's requests in the same way as all others, which supports the machine's proxies. */
export function requestHandler(fetch: typeof globalThis.fetch): Record<string, unknown> {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request: ClientRequest, { abortSignal }: { abortSignal?: AbortSignal } = {}) => {
      const headers = Object.entries(request.headers).filter(([name]) => !ownHeaders.has(name.toLowerCase()));
      const response = await fetch(addressOf(request), {
        method: request.method,
        headers: [...headers, ['accept-encoding', 'identity']],
        redirect: 'manual',
        ...(request.body !== undefined && request.body.length > 0 && { body: request.body }),
        ...(abortSignal && { signal: abortSignal }),
      });
      const body = response.body === null ? Readable.from([]) : Readable.from(response.body);
      return {
        response: { statusCode: response.status, headers: Object.fromEntries(response.headers), body },
      };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
}

function addressOf({ protocol, hostname, port, path, query = {} }: ClientRequest): string {
  const search = Object.entries(query).flatMap(([name, value]) => {
    if (value === null) return [encoded(name)];
    return [value].flat().map((each) => `${encoded(name)}=${encoded(each)}`);
  });
  const host = port === undefined ? hostname : `${hostname}:${port}`;
  return `${protocol}//${host}${path}${search.length === 0 ? '' : `?${search.join('&')}`}`;
}

/** In the signature's encoding, which leaves fewer characters unescaped than `encodeURIComponent`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
