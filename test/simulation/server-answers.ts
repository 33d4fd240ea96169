import { githubAddress } from './github.ts';
import { githubFrom } from './github-answers.ts';
import type { Installation } from './installation.ts';
import { PlainResponse } from './plain-response.ts';
import { isAtLeast, newestKnownTo, pendingOn, stations } from './releases.ts';
import type { SimulatedProcess } from './simulated-process.ts';

/** The network, seen from one process: the servers behind it answer, are silent or report something wrong. */
export function fetchFrom(process: SimulatedProcess): typeof globalThis.fetch {
  const { world } = process;
  const github = githubFrom(process);
  return async (input, init) => {
    const url = new URL(String(input));
    if (url.origin === githubAddress) return await github(input, init);
    const installation = [world.production, world.staging].find(({ name }) => url.hostname.startsWith(name));
    if (installation === undefined)
      throw new TypeError('fetch failed', { cause: new Error(`ENOTFOUND ${url.hostname}`) });
    const method = init?.method ?? 'GET';
    const timesOut = world.faults.happens('probeTimesOut');
    if (method === 'POST') process.world.judge.act(process, { what: 'start-migrations', on: installation.name });
    const asksVersion = installation.name === 'production' && asksWhere(url.pathname);
    if (asksVersion) process.productionAnswered = false;
    const answer = await process.request({
      name: `${method} ${url.hostname}${url.pathname}`,
      takes: timesOut ? 10_000 : 0,
      signal: init?.signal ?? undefined,
      serve: () => {
        const answered = answerOf(installation, `${method} ${url.pathname}`, process);
        if (timesOut) throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
        if (world.faults.happens('probeFails')) return disturbed(world.latency.between(0, 3));
        return answered;
      },
    });
    if (asksVersion) process.productionAnswered = /^\{"(version|reached)"/.test((await answer?.text()) ?? '');
    if (answer === undefined) throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
    return answer;
  };
}

/** Which release answers; or, of a path that is a list, whether a stage of it is reached. */
function asksWhere(path: string): boolean {
  return path === '/version' || path.startsWith('/reached/');
}

function disturbed(kind: number): Response | undefined {
  switch (kind) {
    case 0:
      return undefined;
    case 1:
      return new PlainResponse(502, '<html>Bad gateway</html>');
    case 2:
      return new PlainResponse(200, '<html>Please log in</html>');
    default:
      return new PlainResponse(200, {});
  }
}

function answerOf(server: Installation, request: string, process: SimulatedProcess): Response | undefined {
  const { world } = process;
  const fading = server.fading !== undefined && server.fading.until > world.time.now ? server.fading : undefined;
  if (request === 'GET /health') process.askedAt[server.name] = world.time.now;
  if (server.name === 'production' && asksWhere(request.replace('GET ', ''))) {
    process.sawProduction = server.installed;
    process.lookedAt = world.time.now;
    process.sawFading = fading !== undefined;
  }
  const version = fading !== undefined && world.latency.chance(0.3) ? fading.version : server.running;
  const lies = world.faults.happens(server.name === 'staging' ? 'stagingLies' : 'productionLies');
  // Something in between answers instead of a server that is not there.
  if (lies && request === 'GET /health') return new PlainResponse(200, { ok: true });
  if (version === undefined || !server.isUp) return undefined;
  const [, stage] = /^GET \/reached\/(.+)$/.exec(request) ?? [];
  if (stage !== undefined) {
    const at = lies ? world.latency.pick(stations) : version;
    return new PlainResponse(200, { reached: isAtLeast(at, stage) });
  }
  switch (request) {
    case 'GET /health':
      return world.faults.happens('healthFlaps')
        ? new PlainResponse(503, { ok: false })
        : new PlainResponse(200, { ok: true });
    case 'GET /version':
      return new PlainResponse(200, { version: `${lies ? world.latency.pick(stations) : version}-0123abc` });
    case 'GET /migrations':
      return new PlainResponse(200, statusOf(server, version));
    case 'POST /migrations/start': {
      if (world.faults.happens('startCallFails')) return new PlainResponse(500, { error: 'try again' });
      const answer = server.startOne();
      world.say(`${server.name}: asked to start a migration: ${answer}`);
      return new PlainResponse(answer === 'started' ? 202 : 200, {});
    }
    case 'GET /records/verify': {
      const whole = server.data.content.damage === undefined && !world.faults.happens('smokeFails');
      world.judge.smoked(process, server, whole);
      return new PlainResponse(whole ? 200 : 500, { ok: whole });
    }
    default:
      return new PlainResponse(404, {});
  }
}

/** As the answering release knows it: an older one reports done, whatever a later one has left undone. */
function statusOf(server: Installation, version: string): unknown {
  const { content } = server.data;
  const job = content.job !== undefined && content.job.number <= newestKnownTo(version) ? content.job : undefined;
  const pending = pendingOn(version, content.applied);
  // A job that waits in a queue is seen in the list alone.
  const startedState = job?.state === 'queued' ? undefined : job?.state;
  const state = startedState ?? (pending.length > 0 ? 'pending' : 'done');
  return {
    state,
    current: job?.name ?? pending[0]?.name ?? null,
    applied: `m${content.applied}`,
    // Every release lists all of them, also those that it does not know.
    jobs:
      content.job === undefined
        ? []
        : [{ id: content.job.name, migration: content.job.name, state: content.job.state }],
    ...(job === undefined ? {} : { rows: { done: job.done, total: 100 } }),
    error: job?.state === 'failed' ? 'a constraint was violated' : null,
  };
}
