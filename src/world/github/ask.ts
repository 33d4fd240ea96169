import { z } from 'zod';
import { dayTime } from '../../core/messages/moments.ts';
import type { Clock } from '../clock.ts';

export interface CannotTell {
  readonly kind: 'cannot-tell';
  /** A phrase. */
  readonly reason: string;
  /** What to do about it, if GitHub's answer shows it. One sentence. */
  readonly next?: string;
}

export type Answered<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'not-found' }
  | CannotTell;

const attempts = 3;
const longestAnswer = 30_000;

/** How the client reports that a request failed; 500 also stands for a connection that did not work. */
const requestFailure = z.lazy(() =>
  z.object({
    status: z.number(),
    message: z.string(),
    response: z.object({ headers: z.record(z.string(), z.unknown()) }).optional(),
  }),
);
type RequestFailure = z.output<typeof requestFailure>;

/**
 * Asks GitHub for one thing, for which the job's token needs a permission. A temporary failure is retried twice, soon: an
 * approval should not be lost to one bad gateway. Rejects only if the step was stopped, and for our own defects.
 */
export async function ask<Schema extends z.ZodType>(
  {
    clock,
    signal,
    permission = 'actions: read',
  }: { readonly clock: Clock; readonly signal?: AbortSignal; readonly permission?: string },
  schema: Schema,
  request: (options: { readonly signal: AbortSignal }) => Promise<{ readonly data: unknown }>,
): Promise<Answered<z.output<Schema>>> {
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const tooLong = AbortSignal.timeout(longestAnswer);
    try {
      const { data } = await request({ signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong });
      const read = schema.safeParse(data);
      if (read.success) return { kind: 'answered', value: read.data };
      const where = read.error.issues[0]?.path.join('.');
      return {
        kind: 'cannot-tell',
        reason: `GitHub's response does not have the documented form${where ? ` (at ${where})` : ''}`,
      };
    } catch (error) {
      signal?.throwIfAborted();
      const failure = requestFailure.safeParse(error);
      if (!failure.success) throw error;
      if (failure.data.status === 404) return { kind: 'not-found' };
      if (failure.data.status < 500 || attempt === attempts) return cannotTell(failure.data, permission);
      await clock.sleep(1000 * 4 ** (attempt - 1), signal);
    }
  }
}

function cannotTell({ status, message, response }: RequestFailure, permission: string): CannotTell {
  const headers = response?.headers ?? {};
  const reason =
    response === undefined
      ? `GitHub could not be reached (${message})`
      : `GitHub answered ${status}: ${message.replace(/ - https?:\S+$/, '')}`;
  const next = adviceOnRequest(status, headers, message, permission);
  return { kind: 'cannot-tell', reason, ...(next === undefined ? {} : { next }) };
}

function adviceOnRequest(
  status: number,
  headers: Readonly<Record<string, unknown>>,
  message: string,
  permission: string,
): string | undefined {
  const limited = status === 403 || status === 429;
  if (limited && String(headers['x-ratelimit-remaining']) === '0') {
    const reset = new Date(Number(headers['x-ratelimit-reset']) * 1000);
    const when = Number.isNaN(reset.getTime()) ? ' in an hour' : ` after ${dayTime(reset.toISOString())}`;
    return `The token has no requests left for this hour: run it again${when}.`;
  }
  if (status === 429 || (limited && /secondary rate limit/i.test(message))) {
    return 'GitHub asks for a pause: run it again in a few minutes.';
  }
  if (status === 401) return 'The token is not valid, or has expired: start a new run.';
  if (status === 403) return `Give the job "permissions: { ${permission} }".`;
  return undefined;
}
