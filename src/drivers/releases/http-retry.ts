/** An answer, read to its end. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** What to do with an answer. `why` is a phrase for a person who watches the wait. */
export type Judgement =
  | { readonly kind: 'final' }
  | { readonly kind: 'again'; readonly milliseconds: number; readonly why: string };

const transient: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Temporary statuses are retried, after `Retry-After` if the server names a time. */
export function judgeTransient(reply: Reply, attempt: number, now: Date): Judgement {
  if (!transient.has(reply.status)) return { kind: 'final' };
  const milliseconds = retryAfter(reply.headers, now) ?? 1000 * 2 ** (attempt - 1);
  return { kind: 'again', milliseconds, why: `it answered ${reply.status}` };
}

/** Milliseconds from `Retry-After`, which holds seconds or a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function retryAfter(headers: Headers, now: Date): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}
