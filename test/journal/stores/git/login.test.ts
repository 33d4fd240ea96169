import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import { type Processes, type ProcessRequest, systemProcesses } from '../../../../src/world/processes/process.ts';
import { commandLinesDuring } from '../../../support/command-lines.ts';
import { checked, completed } from '../../fixtures.ts';
import { type Forge, gitJournal, makeForge } from './remote-fixture.ts';

const token = 'ghs_canary0123456789';
const basic = Buffer.from(`x-access-token:${token}`).toString('base64');

interface Server {
  readonly url: string;
  /** The Authorization headers that came, each once. */
  readonly seen: Set<string | undefined>;
  /** What a push is answered with besides 200. */
  refusePushes(status: number): void;
}

/** A forge over HTTP that asks for a login, with git's own server behind it. */
async function serve(test: TestContext, forge: Forge): Promise<Server> {
  let refusal: number | undefined;
  const seen = new Set<string | undefined>();
  forge.git(forge.remote, 'config', 'http.receivepack', 'true');
  const server = createServer((request, response) => {
    seen.add(request.headers.authorization);
    if (request.headers.authorization?.toLowerCase() !== `basic ${basic}`.toLowerCase()) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="forge"' }).end();
    } else if (refusal !== undefined && request.url?.includes('receive-pack')) {
      response
        .writeHead(refusal, { 'content-type': 'text/plain' })
        .end('remote: Write access to repository not granted.\n');
    } else backend(forge, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => server.close());
  const address = server.address();
  assert(typeof address === 'object' && address);
  const refusePushes = (status: number): void => {
    refusal = status;
  };
  return { url: `http://127.0.0.1:${address.port}`, seen, refusePushes };
}

function backend(forge: Forge, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://forge');
  const environment = {
    ...forge.environment,
    GIT_PROJECT_ROOT: forge.remote.replace(/\/[^/]*$/, ''),
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: url.pathname,
    QUERY_STRING: url.search.slice(1),
    REQUEST_METHOD: request.method ?? 'GET',
    CONTENT_TYPE: request.headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    REMOTE_USER: 'engineer',
  };
  const child = spawn('git', ['http-backend'], { env: environment, stdio: ['pipe', 'pipe', 'ignore'] });
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    const headers = output
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line) => line.split(': '));
    const status = headers.find(([name]) => name === 'Status')?.[1];
    for (const [name = '', value = ''] of headers) if (name !== 'Status') response.setHeader(name, value);
    response.writeHead(status === undefined ? 200 : Number.parseInt(status, 10)).end(output.subarray(end + 4));
  });
}

/** Keeps every argument that a process was given. */
function recording(): Processes & { readonly arguments: string[] } {
  const seen: string[] = [];
  const run = (request: ProcessRequest) => {
    seen.push(...request.argv);
    return systemProcesses.run(request);
  };
  return { run, arguments: seen };
}

test('a token opens a clone without credentials, and is in no argument', async (t) => {
  const forge = await makeForge(t);
  const server = await serve(t, forge);
  forge.git(forge.clone, 'remote', 'set-url', 'origin', `${server.url}/records.git`);
  const processes = recording();
  const journal = gitJournal(forge, { credential: { server: server.url, token }, processes });
  await journal.append(checked);
  assert.equal((await journal.read()).length, 1);
  assert(!processes.arguments.join('\n').includes(token));
  assert(!processes.arguments.join('\n').includes(basic));
  assert.equal(forge.git(forge.clone, 'config', '--list').includes(basic), false);
});

test('the token replaces what checkout persisted; without one, that is used', async (t) => {
  const forge = await makeForge(t);
  const server = await serve(t, forge);
  forge.git(forge.clone, 'remote', 'set-url', 'origin', `${server.url}/records.git`);
  const key = `http.${server.url}/.extraheader`;
  forge.git(forge.clone, 'config', key, `AUTHORIZATION: basic ${basic}`);
  await gitJournal(forge).append(checked);
  forge.git(forge.clone, 'config', key, 'AUTHORIZATION: basic b3V0ZGF0ZWQ=');
  server.seen.clear();
  await gitJournal(forge, { credential: { server: server.url, token } }).append(completed);
  assert.deepEqual([...server.seen], [`basic ${basic}`]);
});

test('the token is not sent to another server', async (t) => {
  const forge = await makeForge(t);
  const server = await serve(t, forge);
  forge.git(forge.clone, 'remote', 'set-url', 'origin', `${server.url}/records.git`);
  const journal = gitJournal(forge, { credential: { server: 'https://github.com', token } });
  await assert.rejects(journal.append(checked), /git could not log in.*pass the input "token"/);
  assert.deepEqual([...server.seen], [undefined]);
});

test('a missing permission names the permission', async (t) => {
  const forge = await makeForge(t);
  const server = await serve(t, forge);
  server.refusePushes(403);
  forge.git(forge.clone, 'remote', 'set-url', 'origin', `${server.url}/records.git`);
  const journal = gitJournal(forge, { credential: { server: server.url, token } });
  await assert.rejects(
    journal.append(checked),
    /the permission is missing.*NOT recorded.*"permissions: contents: write"/,
  );
});

test('a password in the address of the remote is in no argument and in no message', async (t) => {
  const forge = await makeForge(t);
  const server = await serve(t, forge);
  const address = server.url.replace('http://', `http://x-access-token:${token}@`);
  forge.git(forge.clone, 'remote', 'set-url', 'origin', `${address}/records.git`);
  const processes = recording();
  const journal = gitJournal(forge, { processes });
  const lines = [...(await commandLinesDuring(() => journal.append(checked)))];
  const helpers = lines.filter((line) => /git\S* remote-http/.test(line));
  assert(helpers.length > 0, 'the helper to which git hands the address was not seen');
  assert(!lines.join('\n').includes(token));
  assert(!processes.arguments.join('\n').includes(token));
  server.refusePushes(403);
  const hidden = (error: unknown): boolean =>
    error instanceof Error && !JSON.stringify({ ...error, text: error.message }).includes(token);
  await assert.rejects(journal.append(completed), hidden);
  const written = gitJournal(forge, { settings: { remote: `${address}/nowhere.git` } });
  assert(!written.description.includes(token));
  await assert.rejects(written.read(), hidden);
});

test('a password in an address that the clone substitutes for another is in no argument', async (t) => {
  const forge = await makeForge(t);
  const server = await serve(t, forge);
  const address = server.url.replace('http://', `http://x-access-token:${token}@`);
  forge.git(forge.clone, 'remote', 'set-url', 'origin', 'https://forge.invalid/records.git');
  forge.git(forge.clone, 'config', `url.${address}/.insteadOf`, 'https://forge.invalid/');
  const journal = gitJournal(forge);
  const lines = [...(await commandLinesDuring(() => journal.append(checked)))].filter(
    (line) => !line.includes('insteadOf'),
  );
  assert(!lines.join('\n').includes(token));
});

test('a clone without that remote, and a folder without a clone, are reported as such', async (t) => {
  const forge = await makeForge(t);
  await assert.rejects(
    gitJournal(forge, { settings: { remote: 'upstream' } }).read(),
    /journal\.git\.remote is "upstream".*knows: "origin"/,
  );
  const outside = { ...forge, clone: forge.environment.RUNNER_TEMP ?? '' };
  await assert.rejects(gitJournal(outside).read(), /does not find a clone here.*after actions\/checkout/);
});
