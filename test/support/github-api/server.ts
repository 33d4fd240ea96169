import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serve } from '../http-server.ts';
import {
  type Answer,
  badCredentials,
  errorAnswer,
  missingPermission,
  notFound,
  pageOf,
  primaryLimitReached,
} from './answers.ts';
import { type ApiDescription, githubDescription, type Operation } from './description.ts';
import { isObject } from './json-schema.ts';
import { anonymousLimit, type RateLimit, rateLimit, workflowTokenLimit } from './rate-limit.ts';
import type { Writer } from './resources.ts';
import { decoded, routes } from './routes.ts';
import type { Repository, Token, World } from './world.ts';

export interface RecordedRequest {
  readonly method: string;
  /** Path and query, by the repository's name. */
  readonly path: string;
  readonly status: number;
  /** Whether it was taken off the rate limit. */
  readonly isCounted: boolean;
  readonly isAuthorized: boolean;
}

export interface FakeGitHub extends AsyncDisposable {
  /** For GITHUB_API_URL. */
  readonly url: string;
  readonly world: World;
  readonly requests: readonly RecordedRequest[];
  /** Requests and answers that do not conform to GitHub's description. If not empty at the end, disposing throws. */
  readonly violations: string[];
}

export interface FakeGitHubOptions {
  readonly now?: () => Date;
  /** Called before each answer: another answer, or `hang-up` to end the connection without one. */
  readonly interrupt?: (request: {
    readonly method: string;
    readonly path: string;
    readonly body: string;
  }) => Answer | 'hang-up' | undefined;
}

/** https://docs.github.com/en/rest/about-the-rest-api/api-versions */
const apiVersions = ['2022-11-28', '2026-03-10'];

/** A server that answers as GitHub's API does, down to its errors, and checks both sides against GitHub's description. */
export async function startGitHub(given: Partial<World>, options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const world: World = { repositories: given.repositories ?? [], tokens: given.tokens ?? {} };
  const description = githubDescription();
  const now = options.now ?? (() => new Date());
  const requests: RecordedRequest[] = [];
  const violations: string[] = [];
  const limits = new Map<string, RateLimit>();

  const server = await serve(async (request, response) => {
    const method = request.method ?? 'GET';
    const body = await readAll(request);
    const asked = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const writer = { api: asked.origin, exampleRepository: objectOf(description.example('full-repository')) };
    const { repository, path } = locate(world, asked.pathname);
    const shown = `${path}${asked.search}`;

    const text = /^(?:Bearer|token) (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const token = text === undefined ? undefined : world.tokens[text];
    const limit = limits.get(text ?? '') ?? rateLimit(limitFor(text, token), now);
    limits.set(text ?? '', limit);

    const interrupted = options.interrupt?.({ method, path: shown, body });
    if (interrupted === 'hang-up') {
      requests.push({ method, path: shown, status: 0, isCounted: true, isAuthorized: text !== undefined });
      response.destroy();
      return;
    }
    const asksForLimit = path === '/rate_limit';
    const isAllowed = asksForLimit || limit.take();
    const operation = description.find(method, path);
    if (operation === undefined) violations.push(`${method} ${path}: GitHub has no such operation`);
    else {
      const faults = description.checkRequest(operation, asked.searchParams, body);
      violations.push(...faults.map((fault) => `${method} ${shown}: ${fault}`));
    }
    const answer = finish(
      interrupted ??
        refusalFor(request, text, token, isAllowed) ??
        (operation === undefined
          ? notFound
          : asksForLimit
            ? { status: 200, headers: {}, body: limit.body() }
            : route({ operation, repository, token, writer, asked, path })),
      request,
    );
    const isCounted = !asksForLimit && !(answer.status === 304 && token !== undefined);
    if (!isCounted && !asksForLimit) limit.giveBack();
    if (operation !== undefined && answer.status !== 304) {
      const faults = description.checkAnswer(operation, answer.status, answer.body);
      violations.push(...faults.map((fault) => `the answer ${answer.status} to ${method} ${shown}: ${fault}`));
    }
    requests.push({ method, path: shown, status: answer.status, isCounted, isAuthorized: text !== undefined });
    send(response, { ...answer, headers: { date: now().toUTCString(), ...limit.headers(), ...answer.headers } });
  });

  return {
    url: server.url,
    world,
    requests,
    violations,
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      if (violations.length > 0) throw new Error(`Not as GitHub describes its API:\n${violations.join('\n')}`);
    },
  };
}

function limitFor(text: string | undefined, token: Token | undefined): number {
  if (text === undefined || token === undefined) return anonymousLimit;
  return token.limit ?? workflowTokenLimit;
}

function refusalFor(
  request: IncomingMessage,
  text: string | undefined,
  token: Token | undefined,
  isAllowed: boolean,
): Answer | undefined {
  if (!request.headers['user-agent']) {
    return errorAnswer(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent.',
    );
  }
  if (text !== undefined && token === undefined) return badCredentials;
  if (!isAllowed) return primaryLimitReached();
  const version = request.headers['x-github-api-version'];
  if (version !== undefined && !apiVersions.includes(String(version))) {
    return errorAnswer(400, `"${version}" is not a supported version of the API.`);
  }
  return undefined;
}

/** GitHub's own links name a repository by its number; a renamed one is found by its former names. */
function locate(world: World, pathname: string): { repository: Repository | undefined; path: string } {
  const [, id, rest = ''] = /^\/repositories\/(\d+)(\/.*)?$/.exec(pathname) ?? [];
  if (id !== undefined) {
    const repository = world.repositories.find((one) => one.id === Number(id));
    return { repository, path: repository ? `/repos/${repository.name}${rest}` : pathname };
  }
  const name = /^\/repos\/([^/]+\/[^/]+)/.exec(pathname)?.[1]?.toLowerCase();
  const repository = world.repositories.find((one) =>
    [one.name, ...(one.formerNames ?? [])].some((known) => known.toLowerCase() === name),
  );
  return { repository, path: pathname };
}

interface Located {
  readonly operation: Operation;
  readonly repository: Repository | undefined;
  readonly token: Token | undefined;
  readonly writer: Writer;
  readonly asked: URL;
  readonly path: string;
}

function route({ operation, repository, token, writer, asked, path }: Located): Answer {
  const found = routes[operation.template];
  if (found === undefined) return errorAnswer(501, `The fake does not know ${operation.template} yet.`);
  const isGiven = repository !== undefined && token?.repositories.includes(repository.name) === true;
  if (repository === undefined || (repository.isPrivate === true && !isGiven)) return notFound;
  const mayRead = found.permission === 'metadata' || token?.permissions[found.permission] !== undefined;
  if (token !== undefined && repository.isPrivate === true && !mayRead) return missingPermission(token);

  const tail = path.split('/').slice(4).join('/');
  const byNumber = `${writer.api}/repositories/${repository.id}${tail === '' ? '' : `/${tail}`}`;
  const parameters = decoded(operation);
  const askedName = `${parameters.owner}/${parameters.repo}`.toLowerCase();
  if (askedName !== repository.name.toLowerCase()) {
    const location = `${byNumber}${asked.search}`;
    const body = { message: 'Moved Permanently', url: location, documentation_url: 'https://docs.github.com/rest' };
    return { status: 301, headers: { location }, body };
  }
  const routed = found.answer({ writer, repository, token, parameters, query: asked.searchParams });
  if (routed.kind === 'not-found') return notFound;
  if (routed.kind === 'one') return { status: 200, headers: {}, body: routed.body };
  if (routed.isPaged === false) return { status: 200, headers: {}, body: routed.items };
  const page = pageOf(routed.items, asked.searchParams, byNumber);
  if (isBeyond(routed.maxItems, asked.searchParams)) {
    return errorAnswer(422, `Only the first ${routed.maxItems} results are available.`);
  }
  const body = routed.wrap ? routed.wrap(page.items, routed.items.length) : page.items;
  return { status: 200, headers: page.headers, body };
}

function isBeyond(maxItems: number | undefined, query: URLSearchParams): boolean {
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  return maxItems !== undefined && (Number(query.get('page') ?? 1) - 1) * size >= maxItems;
}

/** Adds the ETag, and answers 304 when the asker has the same already. */
function finish(answer: Answer, request: IncomingMessage): Answer {
  if (answer.status !== 200) return answer;
  const hash = createHash('sha256').update(JSON.stringify([answer.body, answer.headers.link ?? '']));
  const etag = `W/"${hash.digest('hex')}"`;
  if (request.headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
  return { ...answer, headers: { etag, 'cache-control': 'private, max-age=60, s-maxage=60', ...answer.headers } };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function objectOf(value: ReturnType<ApiDescription['example']>) {
  if (!isObject(value)) throw new Error("GitHub's description has no such example");
  return value;
}
