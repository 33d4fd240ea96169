import type { ClockReading } from '../../core/timing/clock-verdict.ts';
import type { Clock } from '../clock.ts';

type Fetch = typeof globalThis.fetch;

export interface GitHubTime {
  readonly fetch: Fetch;
  /** From GitHub's newest answer; undefined while it has not answered. */
  reading(): ClockReading | undefined;
}

const defaultApi = 'https://api.github.com';

/**
 * Reads GitHub's clock from answers to requests that are sent anyway. Only GitHub's clock is trusted: the other servers belong
 * to the system that is upgraded, or to whoever publishes its releases.
 */
export function githubTime(
  ask: Fetch,
  clock: Clock,
  environment: Readonly<Record<string, string | undefined>>,
): GitHubTime {
  const api = originOf(environment.GITHUB_API_URL || defaultApi);
  let newest: ClockReading | undefined;
  return {
    fetch: async (input, init) => {
      const asked = clock.now();
      const response = await ask(input, init);
      const from = originOf(response.url || (input instanceof Request ? input.url : String(input)));
      if (api !== undefined && from === api) newest = readingOf(response.headers, asked, clock.now()) ?? newest;
      return response;
    },
    reading: () => newest,
  };
}

/** A cached answer has the time at which it was cached. */
function readingOf(headers: Headers, asked: Date, answered: Date): ClockReading | undefined {
  const served = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(served) || headers.has('age')) return undefined;
  return { served: new Date(served), asked, answered };
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}
