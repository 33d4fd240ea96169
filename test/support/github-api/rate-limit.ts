import type { JsonObject } from './json-schema.ts';

/** Requests an hour without a token: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export const anonymousLimit = 60;
export const workflowTokenLimit = 1000;

/** GitHub's primary rate limit of one token, or of all who ask without one. */
export interface RateLimit {
  /** Takes one request off; false when none is left. */
  take(): boolean;
  /** Puts one back: an unchanged answer costs nothing. */
  giveBack(): void;
  headers(): Record<string, string>;
  /** What asking for the limit itself is answered, which costs nothing. */
  body(): JsonObject;
}

export function rateLimit(limit: number, now: () => Date): RateLimit {
  let used = 0;
  let resetsAt = 0;
  const renew = (): void => {
    const seconds = Math.floor(now().getTime() / 1000);
    if (seconds < resetsAt) return;
    used = 0;
    resetsAt = seconds + 3600;
  };
  return {
    take: () => {
      renew();
      if (used >= limit) return false;
      used++;
      return true;
    },
    giveBack: () => {
      used = Math.max(0, used - 1);
    },
    headers: () => ({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(limit - used),
      'x-ratelimit-used': String(used),
      'x-ratelimit-reset': String(resetsAt),
      'x-ratelimit-resource': 'core',
    }),
    body: () => {
      renew();
      const core = { limit, used, remaining: limit - used, reset: resetsAt };
      return { resources: { core, search: { ...core } }, rate: core };
    },
  };
}
