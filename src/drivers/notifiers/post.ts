import type { Effects } from '../../world/effects/effects.ts';

export type Sent =
  | { readonly kind: 'sent' }
  /** `reason` is a phrase, without the address: whoever knows it can post there. */
  | { readonly kind: 'not-sent'; readonly reason: string };

const timeout = 10_000;
const attempts = 2;
const longestPause = 10_000;

/** Posts JSON to an address. Nobody waits long for it: a step has done its work, and only reports it. */
export async function postJson(
  url: string,
  body: unknown,
  { fetch, clock, signal }: Pick<Effects, 'fetch' | 'clock' | 'signal'>,
): Promise<Sent> {
  let reason = '';
  for (let attempt = 1; attempt <= attempts && !signal.aborted; attempt++) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        // A message is for the named address, not for one that it redirects to.
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
      });
      await response.body?.cancel();
      if (response.ok) return { kind: 'sent' };
      reason = `it answered ${response.status}`;
      if (response.status !== 429 && response.status < 500) break;
      if (attempt < attempts) await clock.sleep(pauseOf(response.headers.get('retry-after')));
    } catch (error) {
      reason = whyNot(error);
    }
  }
  return { kind: 'not-sent', reason: reason === '' ? 'the run is being stopped' : reason };
}

function pauseOf(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? '1');
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1000, longestPause) : 1000;
}

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${timeout / 1000} s`;
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error.name === 'TypeError' ? 'it could not be reached' : error.message;
}
