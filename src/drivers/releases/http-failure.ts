import { SystemFailure } from '../../core/messages/errors.ts';
import { ProxyFailure } from '../../world/http.ts';
import type { Reply } from './http-retry.ts';

const means = 'The list of releases is incomplete, so no path was planned.';

/** Query parameters that give a position in a list; the values of all others may be credentials. */
const harmlessParameters: ReadonlySet<string> = new Set(['page', 'per_page', 'n', 'last', 'service', 'scope']);

/** An address for messages: without user, password, fragment and confidential parts of the query. */
export function shownUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  shown.hash = '';
  for (const name of new Set(shown.searchParams.keys())) {
    if (!harmlessParameters.has(name)) shown.searchParams.set(name, '***');
  }
  return shown.href;
}

/** @param next what to do, if the source knows better than the status says */
export function refusedAnswer(source: string, url: URL, reply: Reply, next?: string): SystemFailure {
  return new SystemFailure({
    happened: `The releases could not be read from ${source}: ${shownUrl(url)} answered ${reply.status}.`,
    means,
    next: next ?? adviceOnStatus(reply.status),
  });
}

export function noAnswer(source: string, url: URL, cause: unknown, attempts: number, timeout: number): SystemFailure {
  const happened = `The releases could not be read from ${source}: ${shownUrl(url)} gave no complete answer in ${attempts} attempts (${reasonOf(cause, timeout)}).`;
  const next =
    'Check the address, the network and the proxy of this machine, then run the command again; or plan from a saved list with --releases.';
  return new SystemFailure({ happened, means, next }, { cause });
}

/** There was an answer, but not what the protocol promises. `what` is a phrase: `is not JSON`. */
export function malformedResponse(source: string, url: URL, what: string): SystemFailure {
  return new SystemFailure({
    happened: `The releases could not be read from ${source}: what ${shownUrl(url)} answered ${what}.`,
    means,
    next: 'Check that the address is that of such a server, and that no proxy or login page answers in its place.',
  });
}

function adviceOnStatus(status: number): string {
  if (status === 401) return 'Check the credential that is configured for this source; it may have expired.';
  if (status === 403) return 'The server refuses: check the credential of this source and what it may read.';
  if (status === 404) return 'Check the name; a private one also answers 404 when the credential may not read it.';
  if (status === 429) return 'The server limits how often it is asked: run the command again later.';
  if (status >= 500)
    return "The server's own failure: run the command again later, or use a pinned copy with --releases.";
  return 'Check the address and the name.';
}

/** fetch only says "fetch failed"; the reason is in the causes below it, of which only the code is shown. */
function reasonOf(cause: unknown, timeout: number): string {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if (error instanceof ProxyFailure) return error.message;
    if (error.name === 'TimeoutError') return `nothing within ${timeout / 1000} s`;
    if ('code' in error && typeof error.code === 'string') return error.code;
    if (error.cause === undefined) return error.message;
  }
  return String(cause);
}
