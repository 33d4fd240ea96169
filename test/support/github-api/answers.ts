import type { Json, JsonObject } from './json-schema.ts';
import type { Token } from './world.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for an answer without a body. */
  readonly body?: Json;
}

const documentation = 'https://docs.github.com/rest';

export function errorAnswer(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: { message, documentation_url: documentation, status: String(status) } };
}

/** Also what a private repository answers to those who may not know of it. */
export const notFound = errorAnswer(404, 'Not Found');
export const badCredentials = errorAnswer(401, 'Bad credentials');

export function missingPermission(token: Token): Answer {
  const whose = token.kind === 'installation' ? 'integration' : 'personal access token';
  return errorAnswer(403, `Resource not accessible by ${whose}`);
}

export function primaryLimitReached(): Answer {
  return errorAnswer(403, 'API rate limit exceeded for this user. (But here is the good news: authenticate.)');
}

/** GitHub does not always say how long to wait. */
export function secondaryLimitReached(retryAfterSeconds?: number): Answer {
  return errorAnswer(
    403,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  );
}

/** One page of a list, with GitHub's Link header: https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export function pageOf(
  items: readonly JsonObject[],
  query: URLSearchParams,
  /** The address that links lead to: by the repository's number, as GitHub writes them. */
  base: string,
): { readonly items: readonly JsonObject[]; readonly headers: Readonly<Record<string, string>> } {
  const size = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30)));
  const page = Math.max(1, Number(query.get('page') ?? 1));
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (target: number, relation: string): string => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(target));
    return `<${base}?${parameters}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    items: items.slice((page - 1) * size, page * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}
