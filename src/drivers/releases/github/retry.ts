import { type Judgement, judgeTransient, type Reply, retryAfter } from '../http-retry.ts';

/**
 * GitHub's limits: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * The primary limit says when it is reset. Secondary limits say how long to wait or, if they do not, mean at least a minute,
 * and longer each time.
 */
export function judgeGitHub(reply: Reply, attempt: number, now: Date): Judgement {
  const limit = limitOf(reply);
  if (limit === 'none') return judgeTransient(reply, attempt, now);
  const wait = retryAfter(reply.headers, now) ?? untilReset(reply, now) ?? 60_000 * 2 ** (attempt - 1);
  return { kind: 'again', milliseconds: wait, why: `GitHub's ${limit} rate limit is reached` };
}

export function limitOf(reply: Reply): 'primary' | 'secondary' | 'none' {
  if (reply.status !== 403 && reply.status !== 429) return 'none';
  if (reply.headers.get('x-ratelimit-remaining') === '0') return 'primary';
  if (reply.status === 429 || reply.headers.has('retry-after')) return 'secondary';
  return /secondary rate limit|abuse detection/i.test(reply.body.slice(0, 2000)) ? 'secondary' : 'none';
}

/**
 * Milliseconds until the primary limit is reset, by GitHub's own clock if the answer shows it: ours may be wrong. One second
 * more, because the reset is given in whole seconds.
 */
export function untilReset(reply: Reply, now: Date): number | undefined {
  const reset = Number(reply.headers.get('x-ratelimit-reset') || Number.NaN);
  // A number that is not a time, which a proxy may send, counts as missing.
  if (limitOf(reply) !== 'primary' || Number.isNaN(new Date(reset * 1000).getTime())) return undefined;
  const served = Date.parse(reply.headers.get('date') ?? '');
  return Math.max(0, reset * 1000 - (Number.isNaN(served) ? now.getTime() : served)) + 1000;
}
