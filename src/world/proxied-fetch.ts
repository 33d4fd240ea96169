import {
  Agent as HttpAgent,
  type RequestOptions as HttpOptions,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { ProxyRefusal } from './proxy-refusal.ts';

type Fetch = typeof globalThis.fetch;

/** Addresses of proxies by protocol, and the servers that are accessed directly, as in `NO_PROXY`. */
export interface Proxies {
  readonly http: string | undefined;
  readonly https: string | undefined;
  readonly exceptions: string;
}

const maxRedirects = 20;
/** https://fetch.spec.whatwg.org/#null-body-status */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * `fetch` through proxies, with the agents of Node.js. Its built-in fetch supports proxies only for the whole process,
 * uses the one for http:// for https:// too, and opens a tunnel for unencrypted requests, which many proxies only allow to
 * port 443.
 */
export function proxiedFetch({ http, https, exceptions }: Proxies): Fetch {
  // Connections are not kept: one that the proxy has closed in the meantime would look like a server that fails.
  const agents = {
    'http:': new HttpAgent(http === undefined ? {} : { proxyEnv: { http_proxy: http, no_proxy: exceptions } }),
    'https:': new HttpsAgent(https === undefined ? {} : { proxyEnv: { https_proxy: https, no_proxy: exceptions } }),
  };
  return async (input, init) => {
    const { body } = init ?? {};
    if (input instanceof Request || (body && typeof body !== 'string')) throw new TypeError('Only text can be sent.');
    for (let redirects = 0, request = new Request(input, init); ; redirects += 1) {
      const reply = await send(request, body ?? undefined, agents);
      const next = request.redirect === 'manual' ? undefined : redirected(request, reply);
      if (next === undefined) return responseOf(reply, request);
      reply.destroy();
      if (redirects === maxRedirects) throw new TypeError('fetch failed', { cause: new Error('too many redirects') });
      request = next;
    }
  };
}

function send(
  { url, method, headers, signal }: Request,
  body: string | undefined,
  agents: Readonly<Record<string, HttpAgent>>,
): Promise<IncomingMessage> {
  const { protocol } = new URL(url);
  const agent = agents[protocol];
  if (agent === undefined) throw new TypeError('fetch failed', { cause: new Error(`unknown scheme ${protocol}`) });
  const options: HttpOptions = {
    agent,
    method,
    signal,
    headers: { accept: '*/*', ...Object.fromEntries(headers), 'accept-encoding': 'identity' },
  };
  return new Promise((resolve, reject) => {
    const sent = protocol === 'https:' ? httpsRequest(url, options) : httpRequest(url, options);
    sent.once('response', (reply) => {
      // A forwarded request contains the complete address.
      const isPassedOn = URL.canParse(sent.path);
      if (isPassedOn && reply.statusCode === 407) {
        reply.destroy();
        reject(new ProxyRefusal(reply.statusCode));
      } else resolve(reply);
    });
    sent.on('error', (cause) => {
      if (signal.aborted) reject(signal.reason);
      else if ('statusCode' in cause) reject(new ProxyRefusal(Number(cause.statusCode), { cause }));
      else reject(new TypeError('fetch failed', { cause }));
    });
    sent.end(body);
  });
}

/** Undefined if the answer is not a redirect. */
function redirected(request: Request, { statusCode = 0, headers }: IncomingMessage): Request | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return undefined;
  const url = URL.parse(headers.location, request.url);
  // No request with a body is ever redirected here.
  if (url === null || request.method !== 'GET' || request.redirect === 'error') {
    throw new TypeError('fetch failed', { cause: new Error(`unexpected redirect (${statusCode})`) });
  }
  const kept = new Headers(request.headers);
  if (url.origin !== new URL(request.url).origin) {
    for (const name of ['authorization', 'cookie', 'host']) kept.delete(name);
  }
  return new Request(url, { headers: kept, signal: request.signal });
}

function responseOf(reply: IncomingMessage, { url, signal }: Request): Response {
  const { statusCode: status = 0, statusMessage: statusText = '', rawHeaders } = reply;
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  const hasBody = !withoutBody.has(status);
  if (!hasBody) reply.resume();
  const body = hasBody ? ReadableStream.from(bytesOf(reply, signal)) : null;
  // A Response that is made here has no address of its own.
  return Object.defineProperty(new Response(body, { status, statusText, headers }), 'url', { value: url });
}

async function* bytesOf(reply: IncomingMessage, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of reply) yield new Uint8Array(chunk);
  } catch (cause) {
    signal.throwIfAborted();
    throw new TypeError('terminated', { cause });
  }
}
