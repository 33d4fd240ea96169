import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { httpVersion } from '../../../src/drivers/probes/http/version.ts';
import { tokenSource } from '../../../src/drivers/probes.ts';
import type { PartContext } from '../../../src/world/effects/kind.ts';
import { databaseEffects } from '../../support/database-effects.ts';
import { answerJson, serve } from '../../support/http-server.ts';

/* A real server with a login, and the test's own clock. */

const claims = (exp: number) => Buffer.from(JSON.stringify({ exp })).toString('base64url');

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += part;
  return text;
}

const header = '{access.admin.header}';

test('a login gives a token that is sent, and is repeated before the token expires', async () => {
  const time = { now: Date.parse('2026-01-01T00:00:00Z') };
  const logins: string[] = [];
  const sent: (string | undefined)[] = [];
  await using server = await serve(async (request, response) => {
    if (request.url === '/login') {
      logins.push(`${request.headers['content-type']} ${await bodyOf(request)}`);
      response.end(`h.${claims(time.now / 1000 + 600)}.signature-${logins.length}`);
      return;
    }
    sent.push(request.headers.authorization?.split('.')[2]);
    answerJson(response, { version: '1.2.3' });
  });
  const clock = { now: () => new Date(time.now), sleep: () => Promise.resolve(), hurried: () => false };
  const effects = databaseEffects({ USER: 'ada', PASSWORD: 's3cret/&' }, { clock });
  const context: PartContext = {
    effects,
    where: 'environments.staging.access.admin',
    placeholders: { url: server.url },
  };
  const part = { login: { path: '/login', body: { user: '${USER}', password: '${PASSWORD}' }, content: 'form' } };
  const token = tokenSource.parse(part).open(context);
  const probe = httpVersion
    .parse({ http: { path: '/v', headers: { authorization: header }, value: 'version' } })
    .open({ ...context, tokens: { 'access.admin': token } });
  for (const minutes of [0, 4, 8.9, 9.1]) {
    time.now = Date.parse('2026-01-01T00:00:00Z') + minutes * 60_000;
    assert.equal((await probe()).kind, 'known');
  }
  assert.deepEqual(sent, ['signature-1', 'signature-1', 'signature-1', 'signature-2']);
  assert.equal(logins[0], 'application/x-www-form-urlencoded user=ada&password=s3cret%2F%26');
});

test('a login by a Basic header whose JSON answer has the token and its expiry', async () => {
  const seen: (string | undefined)[] = [];
  await using server = await serve((request, response) => {
    seen.push(request.headers.authorization);
    if (request.url === '/login') answerJson(response, { data: { jwt: 'a-token', seconds: '3600' } }, { status: 201 });
    else answerJson(response, { version: '1.2.3' });
  });
  const basic = { user: 'ada', password: '${PASSWORD}' };
  const settings = { login: { path: '/login', basic, token: 'data.jwt', expires: 'data.seconds' } };
  assert.deepEqual(await asked(server.url, settings), { kind: 'known', value: '1.2.3' });
  assert.deepEqual(seen, [`Basic ${Buffer.from('ada:s3cret').toString('base64')}`, 'Bearer a-token']);
});

test('a token is requested on a connection of its own: a server may close a kept one just then', async () => {
  const connections: (string | undefined)[] = [];
  await using server = await serve((request, response) => {
    if (request.url !== '/v') connections.push(request.headers.connection);
    answerJson(response, { access_token: 'a-token', version: '1.2.3' });
  });
  const basic = { user: 'ada', password: '${PASSWORD}' };
  await asked(server.url, { login: { path: '/login', basic, token: 'access_token' } });
  const client = { 'token-url': '{url}/token', 'client-id': 'ada', 'client-secret': '${PASSWORD}' };
  await asked(server.url, { 'client-credentials': client });
  assert.deepEqual(connections, ['close', 'close']);
});

test('a name and its password are sent with each request', async () => {
  const seen: (string | undefined)[] = [];
  await using server = await serve((request, response) => {
    seen.push(request.headers.authorization);
    answerJson(response, { version: '1.2.3' });
  });
  assert.equal((await asked(server.url, { basic: { user: 'ada', password: '${PASSWORD}' } })).kind, 'known');
  assert.deepEqual(seen, [`Basic ${Buffer.from('ada:s3cret').toString('base64')}`]);
});

test('a login that is refused names the credential, and quotes nothing', async () => {
  await using server = await serve((_, response) => answerJson(response, { error: 'ada s3cret' }, { status: 401 }));
  const body = { user: 'ada', password: '${PASSWORD}' };
  const seen = await asked(server.url, { login: { path: '/login', body, token: 't' } });
  assert.ok(seen.kind === 'unknown' && seen.refused === true);
  assert.match(seen.reason, /the credential "environments\.staging\.access\.admin" got no token: .* answered 401$/);
});

async function asked(url: string, credential: object) {
  const effects = databaseEffects({ PASSWORD: 's3cret' });
  const context: PartContext = { effects, where: 'environments.staging.access.admin', placeholders: { url } };
  const tokens = { 'access.admin': tokenSource.parse(credential).open(context) };
  const probe = httpVersion.parse({ http: { path: '/v', headers: { authorization: header }, value: 'version' } });
  return await probe.open({ ...context, tokens })();
}
