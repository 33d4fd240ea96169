import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Project } from '../../../src/config/project.ts';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { matrixJson } from '../../../src/core/model/matrix-hop.ts';
import { wait } from '../../../src/steps/migrations/wait.ts';
import { systemClock } from '../../../src/world/clock.ts';
import { variablesFrom } from '../../../src/world/variables.ts';
import { virtualSystem } from '../../commands/virtual-system.ts';
import { hop as modelHop } from '../../core/history/world.ts';
import { answerJson, serve, type TestServer } from '../../support/http-server.ts';
import { memoryJournal } from '../../support/memory-journal.ts';

/* A wait for migrations of a real server, in real time, with tokens that expire during it. */

const headers = { authorization: 'Bearer {access.admin}' };
const product = {
  name: 'guarded',
  title: 'Guarded server',
  versions: {},
  releases: { list: [modelHop.from, modelHop.to] },
  path: [],
  access: { admin: { description: 'What may see the migrations.' } },
  probes: {
    health: { http: { path: '/health' } },
    version: { http: { path: '/version', value: 'version' } },
    migrations: {
      http: {
        path: '/migrations',
        headers,
        state: { at: 'state', done: ['done'], pending: ['pending'], running: ['running'], failed: ['failed'] },
        current: 'current',
        applied: 'applied',
      },
    },
  },
  migrations: {
    defer: { env: { DEFER: 'true' } },
    start: { http: { path: '/start', headers, started: [202], 'nothing-pending': [200] } },
  },
};
const access = {
  admin: {
    'client-credentials': { 'token-url': '{url}/token', 'client-id': 'climber', 'client-secret': '${CLIENT_SECRET}' },
  },
};

async function waitOn(server: TestServer) {
  const own = (side: string) => ({
    url: side === 'production' ? server.url : `http://${side}.internal`,
    access,
    data: { sqlite: { file: `${side}.db` } },
    deploy: { command: { run: ['deploy', side, '{version}'] } },
  });
  const environments = { production: own('production'), staging: { ...own('staging'), disposable: true } };
  const { project: model, hop } = virtualSystem({ configuration: { product, environments } });
  const project: Project = {
    ...model,
    effects: {
      ...model.effects,
      clock: systemClock,
      fetch,
      variables: variablesFrom({ CLIENT_SECRET: 'a-long-enough-secret' }, () => undefined),
    },
    journal: memoryJournal([], { system: 'records', run: model.run }, systemClock),
  };
  const reference = { id: hop.id, from: hop.from, to: hop.to, digest: hop.digest };
  const here = { hop: reference, environment: 'production' } as const;
  const what = { ...here, release: 'to', version: hop.to, deferred: true } as const;
  const { from: current, to: target } = hop;
  const events: readonly JournalEvent[] = [
    { type: 'planned', current, target, hops: [{ ...reference, manual: [] }], operation: 'plan' },
    { ...what, type: 'deploying' },
    { ...what, type: 'deployed', milliseconds: 1 },
    { ...here, type: 'migrating' },
  ];
  for (const event of events) await project.journal.append(event);
  const asked = { environment: 'production', hop: matrixJson(hop), budget: 60_000 } as const;
  return await wait.run(project, asked);
}

/** Issues tokens that are valid for a second, and checks their age. Its migration runs from the first look at it on. */
async function guarded(milliseconds: number, gives: (count: number) => boolean) {
  const given = new Map<string, number>();
  const refused: string[] = [];
  let started: number | undefined;
  let asked = 0;
  const server = await serve((request, response) => {
    if (request.url === '/token') {
      asked += 1;
      if (!gives(asked)) return answerJson(response, { error: 'invalid_client' }, { status: 401 });
      const token = `token-${asked}`;
      given.set(`Bearer ${token}`, Date.now());
      return answerJson(response, { access_token: token, token_type: 'bearer', expires_in: 1 });
    }
    if (request.url === '/version') return answerJson(response, { version: modelHop.to });
    if (request.url === '/health') return answerJson(response, { ok: true });
    const { authorization = 'nothing' } = request.headers;
    if (Date.now() - (given.get(authorization) ?? 0) > 1000) {
      refused.push(authorization);
      return answerJson(response, {}, { status: 401 });
    }
    started ??= Date.now();
    const isOver = Date.now() - started > milliseconds;
    answerJson(response, { state: isOver ? 'done' : 'running', current: 'm7', applied: isOver ? 'm7' : 'm6' });
  });
  return { server, refused, asked: () => asked, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

test('a wait outlasts its tokens, and no expired token is sent', async () => {
  await using own = await guarded(4000, () => true);
  const { outcome, headline } = await waitOn(own.server);
  assert.equal(outcome, 'passed', headline);
  assert.match(headline, /all its migrations are complete/);
  assert.deepEqual(own.refused, []);
  assert.ok(own.asked() >= 3, `${own.asked()} tokens`);
});

test("a client that is refused during a wait ends it at once, with its name and the server's code", async () => {
  await using own = await guarded(60_000, (count) => count === 1);
  const { outcome, message } = await waitOn(own.server);
  assert.equal(outcome, 'failed');
  assert.equal(
    message?.happened,
    `Access to production was refused 3 times in a row: ${own.server.url}/: the credential "environments.production.access.admin" got no token: ${own.server.url}/token answered 401 "invalid_client".`,
  );
  assert.match(message?.next ?? '', /^Renew that credential/);
  assert.deepEqual(own.refused, []);
});
