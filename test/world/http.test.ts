import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Server } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { UserError } from '../../src/core/messages/errors.ts';
import { githubApi } from '../../src/world/github/api.ts';
import { httpFetch, ProxyFailure } from '../../src/world/http.ts';
import { temporaryFolder } from '../journal/fixtures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Proxy {
  readonly port: number;
  /** The requests it got, as `METHOD target`. */
  readonly asked: string[];
  readonly logins: (string | undefined)[];
}

/** A typical proxy: it passes plain requests on and opens tunnels, or refuses both. */
async function startProxy(t: TestContext, refuse?: number): Promise<Proxy> {
  const asked: string[] = [];
  const logins: (string | undefined)[] = [];
  const server = createServer((incoming, answer) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    logins.push(incoming.headers['proxy-authorization']);
    if (refuse !== undefined) return void answer.writeHead(refuse).end();
    const onward = request(incoming.url ?? '', { method: incoming.method, headers: incoming.headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 0, reply.headers);
      reply.pipe(answer);
      reply.on('error', () => answer.destroy());
    });
    answer.on('close', () => onward.destroy());
    onward.on('error', () => answer.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket) => {
    asked.push(`CONNECT ${incoming.url}`);
    logins.push(incoming.headers['proxy-authorization']);
    socket.on('error', () => undefined);
    if (refuse !== undefined) return void socket.end(`HTTP/1.1 ${refuse} Refused\r\nContent-Length: 0\r\n\r\n`);
    const [, port = ''] = /:(\d+)$/.exec(incoming.url ?? '') ?? [];
    const onward = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
  });
  return { port: await listen(t, server), asked, logins };
}

async function listen(t: TestContext, server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    if ('closeAllConnections' in server && typeof server.closeAllConnections === 'function')
      server.closeAllConnections();
  });
  const address = server.address();
  assert(typeof address === 'object' && address !== null);
  return (address satisfies AddressInfo).port;
}

function startServer(t: TestContext): Promise<number> {
  return listen(
    t,
    createServer((incoming, answer) => {
      answer.setHeader('content-type', 'application/json');
      answer.end(JSON.stringify({ path: incoming.url, method: incoming.method }));
    }),
  );
}

test('unencrypted requests are forwarded by the proxy, unchanged', async (t) => {
  const [proxy, server] = [await startProxy(t), await startServer(t)];
  for (const variable of ['http_proxy', 'HTTP_PROXY']) {
    const fetch = httpFetch({ [variable]: `http://127.0.0.1:${proxy.port}` });
    const answer = await fetch(`http://localhost:${server}/health`, { method: 'POST', body: 'x' });
    assert.deepEqual(await answer.json(), { path: '/health', method: 'POST' });
  }
  assert.deepEqual(proxy.asked, Array(2).fill(`POST http://localhost:${server}/health`));
});

test('encrypted requests go through a tunnel, with the login of the proxy', async (t) => {
  const proxy = await startProxy(t);
  const greetings: number[] = [];
  const tls = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      greetings.push(data[0] ?? -1);
      socket.destroy();
    });
  });
  const port = await listen(t, tls);
  for (const variable of ['https_proxy', 'HTTPS_PROXY']) {
    const fetch = httpFetch({ [variable]: `http://user:p%40ss@127.0.0.1:${proxy.port}` });
    await assert.rejects(fetch(`https://records.example.com:${port}/`));
  }
  assert.deepEqual(proxy.asked, Array(2).fill(`CONNECT records.example.com:${port}`));
  assert.deepEqual(proxy.logins, Array(2).fill(`Basic ${Buffer.from('user:p@ss').toString('base64')}`));
  assert.deepEqual(greetings, [0x16, 0x16], 'the server itself is spoken to in TLS');
});

test('a server that is excepted is accessed directly, and so is one without a proxy for its protocol', async (t) => {
  const [proxy, server] = [await startProxy(t, 403), await startServer(t)];
  const address = `http://127.0.0.1:${proxy.port}`;
  for (const exception of ['localhost', 'example.com, localhost', `localhost:${server}`, '*']) {
    for (const variable of ['no_proxy', 'NO_PROXY']) {
      const fetch = httpFetch({ HTTP_PROXY: address, [variable]: exception });
      assert.equal((await fetch(`http://localhost:${server}/`)).status, 200, exception);
    }
  }
  assert.equal((await httpFetch({ HTTPS_PROXY: address })(`http://localhost:${server}/`)).status, 200);
  assert.equal((await httpFetch({})(`http://localhost:${server}/`)).status, 200);
  assert.deepEqual(proxy.asked, []);
  const other = httpFetch({ HTTP_PROXY: address, NO_PROXY: 'example.com' });
  assert.equal((await other(`http://localhost:${server}/`)).status, 403);
});

test('a proxy that fails is named, without its login', async (t) => {
  const forbids = await startProxy(t, 403);
  const wantsLogin = await startProxy(t, 407);
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [`http://user:canary@127.0.0.1:${forbids.port}`, 'https://records.example.com/', /refused to connect .* \(403\)$/],
    [
      `http://user:canary@127.0.0.1:${wantsLogin.port}`,
      'https://records.example.com/',
      /requires a login, .* \(407\)$/,
    ],
    [`http://user:canary@127.0.0.1:${wantsLogin.port}`, 'http://records.example.com/', /requires a login, .* \(407\)$/],
    ['http://user:canary@127.0.0.1:9', 'https://records.example.com/', /could not be reached \(ECONNREFUSED\)$/],
    [
      'http://user:canary@proxy.invalid:3128',
      'http://records.example.com/',
      /could not be reached \((ENOTFOUND|EAI_AGAIN)\)$/,
    ],
  ];
  for (const [proxy, url, expected] of cases) {
    await assert.rejects(httpFetch({ HTTP_PROXY: proxy, HTTPS_PROXY: proxy })(url), (error) => {
      assert(error instanceof ProxyFailure, String(error));
      assert.match(error.message, expected);
      assert.match(error.message, /^the proxy http:\/\/[\w.]+:\d+ \(HTTPS?_PROXY\)/);
      assert.doesNotMatch(error.message, /canary/);
      return true;
    });
  }
  for (const proxy of ['proxy.example.com:3128', 'socks5://proxy.example.com:1080', 'canary']) {
    await assert.rejects(httpFetch({ HTTPS_PROXY: proxy })('https://records.example.com/'), (error) => {
      assert(error instanceof UserError);
      assert.match(
        error.message,
        /HTTPS_PROXY names a proxy, but is not an address .*http:\/\/proxy\.example\.com:3128/,
      );
      assert.doesNotMatch(error.message, /canary/);
      return true;
    });
  }
});

test('redirects go through the proxy too, without the credentials of another server', async (t) => {
  const proxy = await startProxy(t);
  const seen: (string | undefined)[] = [];
  const last = await listen(
    t,
    createServer(({ headers }, answer) => {
      seen.push(headers.authorization);
      answer.end('the list');
    }),
  );
  const first = await listen(
    t,
    createServer(({ url, headers }, answer) => {
      seen.push(headers.authorization);
      answer.writeHead(302, { location: url === '/old' ? '/new' : `http://localhost:${last}/list` }).end();
    }),
  );
  const fetch = httpFetch({ HTTP_PROXY: `http://127.0.0.1:${proxy.port}` });
  const headers = { authorization: 'Bearer canary' };
  const answer = await fetch(`http://localhost:${first}/old`, { headers });
  assert.equal(await answer.text(), 'the list');
  assert.equal(answer.url, `http://localhost:${last}/list`);
  assert.deepEqual(seen, ['Bearer canary', 'Bearer canary', undefined]);
  assert.equal(proxy.asked.length, 3);
  const left = await fetch(`http://localhost:${first}/old`, { headers, redirect: 'manual' });
  assert.deepEqual([left.status, left.headers.get('location')], [302, '/new']);
  await assert.rejects(fetch(`http://localhost:${first}/old`, { method: 'POST', body: 'secret' }), /fetch failed/);
});

test('an answer through a proxy that is cut off, or takes too long, is never taken for complete', async (t) => {
  const proxy = await startProxy(t);
  let cutOff = (): unknown => assert.fail('nothing was asked');
  const server = createServer((_, answer) => {
    answer.writeHead(200, { 'content-length': '100' }).write('half');
    cutOff = () => answer.destroy();
  });
  const port = await listen(t, server);
  const fetch = httpFetch({ HTTP_PROXY: `http://127.0.0.1:${proxy.port}` });
  const limit = new AbortController();
  const slow = await fetch(`http://localhost:${port}/slow`, { signal: limit.signal });
  limit.abort(new DOMException('it took too long', 'TimeoutError'));
  await assert.rejects(slow.text(), { name: 'TimeoutError' });
  const cut = await fetch(`http://localhost:${port}/cut`);
  cutOff();
  await assert.rejects(cut.text(), { name: 'TypeError', message: 'terminated' });
  await assert.rejects(fetch(`http://localhost:${port}/`, { signal: AbortSignal.abort() }), { name: 'AbortError' });
});

test('a Node.js that cannot use a proxy is named, and nothing is accessed directly', async (t) => {
  const server = await startServer(t);
  const url = `http://localhost:${server}/`;
  await assert.rejects(httpFetch({ HTTP_PROXY: 'http://127.0.0.1:9' }, '24.4.1')(url), (error) => {
    assert(error instanceof UserError);
    assert.match(error.message, /HTTP_PROXY names a proxy, which this Node\.js 24\.4\.1 cannot use.*24\.5 or newer/);
    return true;
  });
  assert.equal((await httpFetch({}, '24.4.1')(url)).status, 200);
});

test("GitHub's API is asked through the proxy", async (t) => {
  const [proxy, server] = [await startProxy(t), await startServer(t)];
  const environment = {
    HTTP_PROXY: `http://127.0.0.1:${proxy.port}`,
    GITHUB_API_URL: `http://localhost:${server}/api/v3`,
  };
  const api = await githubApi('token', environment, httpFetch(environment));
  const { data } = await api.request('GET /repos/{owner}/{repo}', { owner: 'acme', repo: 'records' });
  assert.equal(Object.values(data)[0], '/api/v3/repos/acme/records');
  assert.deepEqual(proxy.asked, [`GET http://localhost:${server}/api/v3/repos/acme/records`]);
});

test('the program asks for releases through the proxy and reports what the proxy answered', async (t) => {
  const proxy = await startProxy(t, 403);
  const folder = await temporaryFolder(t);
  const configuration = await readFile(join(root, 'test/config/valid.yml'), 'utf8');
  await writeFile(
    join(folder, 'staged-upgrade.yml'),
    `${configuration.replaceAll('{ admin:', '{ admin-token:')}journal: { store: { folder: { path: journal } } }\n`,
  );
  const child = spawn(
    process.execPath,
    [join(root, 'src/cli.ts'), 'plan', '--config', 'staged-upgrade.yml', '--target', 'newest'],
    {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        PRODUCTION_ADMIN_TOKEN: 'a-token',
        HTTPS_PROXY: `http://user:canary-7@127.0.0.1:${proxy.port}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const said = `${output}${errors}`;
  assert(proxy.asked.length > 0, said);
  assert(proxy.asked.every((line) => /^CONNECT [\w.-]+:443$/.test(line)));
  assert.match(said, new RegExp(`the proxy http://127\\.0\\.0\\.1:${proxy.port} \\(HTTPS_PROXY\\) refused`));
  assert.doesNotMatch(said, /canary-7/);
});
