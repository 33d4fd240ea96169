import { PlainResponse } from './plain-response.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** GitHub's API, seen from one process. */
export function githubFrom(process: SimulatedProcess): typeof globalThis.fetch {
  const { world } = process;
  return async (input, init) => {
    const url = new URL(String(input));
    return await process.request({
      name: `GitHub ${url.pathname}`,
      signal: init?.signal ?? undefined,
      serve: () => dated(refusal(world) ?? answerOf(world, url), world),
    });
  };
}

/** By the right time: GitHub's clock is what the clocks of machines are compared with. */
function dated(answer: Response, { time }: World): Response {
  answer.headers.set('date', new Date(time.now).toUTCString());
  return answer;
}

function answerOf(world: World, url: URL): Response {
  const { status, body, headers } = world.github.answerTo(url);
  if (world.faults.happens('githubLosesLink')) {
    // A proxy was seen to hand on only the headers that it knew.
    const { link: _, ...others } = headers;
    return new PlainResponse(status, body, others);
  }
  return new PlainResponse(status, body, headers, world.faults.happens('githubCutsOff'));
}

const json = { 'content-type': 'application/json; charset=utf-8' };

/** Why GitHub does not answer what it was asked; undefined when it does. */
function refusal(world: World): Response | undefined {
  const { faults, latency, time } = world;
  if (faults.happens('githubLimited')) world.limitedUntil = time.now + latency.between(1, 60) * 60_000;
  if (world.limitedUntil > time.now) {
    const reset = String(Math.ceil(world.limitedUntil / 1000));
    const headers = { ...json, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    return new PlainResponse(403, { message: 'API rate limit exceeded for installation ID 1.' }, headers);
  }
  if (!faults.happens('githubFails')) return undefined;
  switch (latency.between(0, 5)) {
    case 0:
      throw new TypeError('fetch failed', { cause: new Error('read ECONNRESET') });
    case 1:
      return new PlainResponse(502, '<html>Unicorn!</html>', { 'content-type': 'text/html' });
    case 2:
      return new PlainResponse(
        429,
        { message: 'You have exceeded a secondary rate limit.' },
        { ...json, 'retry-after': '60' },
      );
    case 3:
      return new PlainResponse(403, { message: 'Resource not accessible by integration' }, json);
    case 4:
      return new PlainResponse(404, { message: 'Not Found' }, json);
    default:
      return new PlainResponse(200, '<html>Please log in</html>', { 'content-type': 'text/html' });
  }
}
