import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { socketClient } from '../../src/world/socket-client.ts';

/** @returns how many connections there were */
async function serve(t: TestContext, answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-socket-'));
  const path = join(folder, 'socket');
  const server = createServer(answer);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(path);
  await once(server, 'listening');
  const client = socketClient(path);
  t.after(async () => {
    client.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { client, server, connections: () => connections };
}

const signal = new AbortController().signal;

test('sends several requests over one connection', async (t) => {
  const { client, connections } = await serve(t, ({ url, headers }, response) => {
    response.statusCode = url === '/refused' ? 403 : 200;
    response.end(`${url} ${headers.host} ${headers.accept ?? ''}`);
  });
  const first = await client.get('/one?two=3', { signal, headers: { accept: 'text/plain' } });
  assert.deepEqual(first, { status: 200, text: '/one?two=3 localhost text/plain' });
  assert.deepEqual(await client.get('/refused', { signal }), { status: 403, text: '/refused localhost ' });
  assert.equal(connections(), 1);
});

test('passes on lines as they come, including a last one without an end', async (t) => {
  let end = (): void => undefined;
  const { client } = await serve(t, ({ url }, response) => {
    if (url === '/refused') {
      response.writeHead(404).end('not there\nat all\n');
      return;
    }
    response.write('one\ntw');
    end = () => response.end('o\nthree');
  });
  const lines: string[] = [];
  const answer = await client.lines(
    '/',
    (line) => {
      lines.push(line);
      if (line === 'one') end();
    },
    { signal },
  );
  assert.deepEqual(answer, { status: 200, text: '' });
  assert.deepEqual(lines, ['one', 'two', 'three']);
  assert.deepEqual(await client.lines('/refused', () => assert.fail('no line of a log'), { signal }), {
    status: 404,
    text: 'not there\nat all\n',
  });
});

test('an aborted request rejects with the reason of the signal, even in the middle of an answer', async (t) => {
  const asked = new AbortController();
  const { client } = await serve(t, ({ url }, response) => {
    if (url === '/lines') response.write('one\n');
    else asked.abort(new Error('the run was cancelled'));
  });
  await assert.rejects(client.get('/', { signal: asked.signal }), /the run was cancelled/);
  await assert.rejects(client.get('/', { signal: asked.signal }), /the run was cancelled/);
  const reading = new AbortController();
  const stop = (): void => reading.abort(new Error('it was enough'));
  await assert.rejects(client.lines('/lines', stop, { signal: reading.signal }), /it was enough/);
});

test('a server that is gone, or goes away in the middle of an answer, counts as no answer', async (t) => {
  const { client, server } = await serve(t, (_, response) => {
    response.write('half');
    setImmediate(() => response.destroy());
  });
  await assert.rejects(client.get('/', { signal }));
  await assert.rejects(client.lines('/', () => undefined, { signal }));
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  await assert.rejects(client.get('/', { signal }), /ENOENT|ECONNREFUSED/);
});
