import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { test } from 'node:test';
import { requestSettings, send } from '../../../../src/drivers/probes/http/request.ts';
import { databaseEffects } from '../../../support/database-effects.ts';

test('a server that closes kept connections gets each of many requests once', async (t) => {
  const used = new WeakSet<Socket>();
  let requests = 0;
  const server = createServer((request, response) => {
    // Like a server whose keep-alive time ends at the moment when the next request arrives on the connection.
    if (used.has(request.socket)) {
      request.socket.destroy();
      return;
    }
    used.add(request.socket);
    requests += 1;
    response.setHeader('connection', request.headers.connection ?? 'keep-alive').end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const context = {
    effects: { ...databaseEffects({}), fetch: globalThis.fetch },
    where: 'probes',
    placeholders: { url: `http://127.0.0.1:${address.port}` },
  };
  for (const method of ['POST', 'GET', 'POST'])
    assert.equal((await send(requestSettings.parse({ method, path: '/' }), context)).kind, 'answer');
  assert.equal(requests, 3);
});
