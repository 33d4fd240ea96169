import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from '../../../../src/core/messages/errors.ts';
import { clientCredentials } from '../../../../src/drivers/probes/client-credentials/kind.ts';
import { type Answer, requestSettings, send } from '../../../../src/drivers/probes/http/request.ts';
import { systemClock } from '../../../../src/world/clock.ts';
import type { Effects } from '../../../../src/world/effects/effects.ts';
import type { PartContext } from '../../../../src/world/effects/kind.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { systemProcesses } from '../../../../src/world/processes/process.ts';
import { masks } from '../../../../src/world/secrets/masks.ts';
import { variablesFrom } from '../../../../src/world/variables.ts';
import { answerJson, serve, type TestServer } from '../../../support/http-server.ts';
import { penWithoutSecrets } from '../../../support/pen.ts';

/* A real server that issues tokens and requires them. */

const secret = 's3cret&value/with+signs==';
const id = 'client:with a colon';

interface TokenRequest {
  readonly authorization: string | undefined;
  readonly body: URLSearchParams;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

type GiveOut = (response: ServerResponse, count: number) => void | Promise<void>;

const tokenOf = (count: number): string => `token-number-${count}-of-this-server`;
const giving =
  (more: Readonly<Record<string, unknown>> = {}): GiveOut =>
  (response, count) =>
    answerJson(response, { access_token: tokenOf(count), token_type: 'Bearer', ...more });

/** @param accepts which token the protected page accepts */
async function tokenServer(give: GiveOut, accepts: (token: string) => boolean = () => true) {
  const asked: TokenRequest[] = [];
  const sent: string[] = [];
  const server = await serve(async (request, response) => {
    if (request.url?.startsWith('/oauth2/token') === true) {
      asked.push({ authorization: request.headers.authorization, body: new URLSearchParams(await textOf(request)) });
      await give(response, asked.length);
      return;
    }
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    sent.push(token);
    answerJson(response, {}, { status: accepts(token) ? 200 : 401 });
  });
  return { server, asked, sent, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

function opened(server: TestServer, changes: Readonly<Record<string, string>> = {}) {
  const runnerMasks: string[] = [];
  const secrets = masks((value) => runnerMasks.push(value));
  const stop = new AbortController();
  let now = Date.UTC(2026, 0, 1);
  const environment = { CLIENT_ID: id, CLIENT_SECRET: secret };
  const effects: Effects = {
    clock: { ...systemClock, now: () => new Date(now) },
    processes: systemProcesses,
    fetch,
    log: silentLog,
    variables: variablesFrom(environment, (value) => secrets.add(value)),
    ...penWithoutSecrets(),
    mask: (value) => secrets.add(value),
    environment,
    directory: '.',
    signal: stop.signal,
  };
  const base: PartContext = {
    effects,
    where: 'environments.production.access.admin',
    placeholders: { url: server.url },
  };
  const chosen = {
    'token-url': '{url}/oauth2/token?realm=a-realm',
    'client-id': '${CLIENT_ID}',
    'client-secret': '${CLIENT_SECRET}',
    ...changes,
  };
  const open = () => clientCredentials.parse({ 'client-credentials': chosen }).open(base);
  const settings = requestSettings.parse({
    path: '/admin',
    headers: { authorization: 'Bearer {access.admin}' },
    timeout: '10m',
  });
  let context: PartContext | undefined;
  const look = (): Promise<Answer> => {
    context ??= {
      ...base,
      where: 'the probe',
      placeholders: { ...base.placeholders, environment: 'production' },
      tokens: { 'access.admin': open() },
    };
    return send(settings, context);
  };
  const wait = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { look, open, runnerMasks, secrets, stop, wait };
}

const status = (answer: Answer): number | string => (answer.kind === 'answer' ? answer.status : answer.reason);
const reason = (answer: Answer): string => (answer.kind === 'no-answer' ? answer.reason : 'it was answered');

test('a token is requested when it is first used, once for all probes, and kept', async () => {
  await using own = await tokenServer(giving({ expires_in: 3600 }));
  const { look } = opened(own.server);
  assert.equal(own.asked.length, 0);
  assert.deepEqual((await Promise.all([look(), look(), look()])).map(status), [200, 200, 200]);
  assert.equal(status(await look()), 200);
  assert.equal(own.asked.length, 1);
  assert.deepEqual(new Set(own.sent), new Set([tokenOf(1)]));
  const [request] = own.asked;
  assert.deepEqual([...(request?.body ?? [])], [['grant_type', 'client_credentials']]);
  const login = Buffer.from((request?.authorization ?? '').replace('Basic ', ''), 'base64').toString();
  assert.equal(login, 'client%3Awith+a+colon:s3cret%26value%2Fwith%2Bsigns%3D%3D');
});

test('the client is named in the body if that is configured, with the scope', async () => {
  await using own = await tokenServer(giving());
  const { look } = opened(own.server, { auth: 'body', scope: 'admin read' });
  assert.equal(status(await look()), 200);
  const [request] = own.asked;
  assert.equal(request?.authorization, undefined);
  assert.deepEqual(Object.fromEntries(request?.body ?? []), {
    grant_type: 'client_credentials',
    scope: 'admin read',
    client_id: id,
    client_secret: secret,
  });
});

test('the token, the secret and the login made from it are masked before they are used', async () => {
  await using own = await tokenServer(giving());
  const { look, runnerMasks, secrets } = opened(own.server);
  await look();
  const login = own.asked[0]?.authorization?.replace('Basic ', '') ?? 'none';
  for (const text of [tokenOf(1), encodeURIComponent(secret), login, Buffer.from(tokenOf(1)).toString('base64')]) {
    assert.ok(runnerMasks.includes(text), `the runner was told ${text}`);
    assert.equal(secrets.redact(`before ${text} after`), 'before *** after');
  }
});

test('it is renewed before it expires, counted from the time of the request', async () => {
  // Valid for 2 s, and given out after 0.9 s: it is 0.7 s until it is renewed.
  await using own = await tokenServer((response, count) => {
    if (count === 1) wait(900);
    giving({ expires_in: 2 })(response, count);
  });
  const { look, wait } = opened(own.server);
  await look();
  wait(600);
  await look();
  assert.equal(own.asked.length, 1);
  wait(200);
  await look();
  assert.deepEqual([own.asked.length, own.sent.at(-1)], [2, tokenOf(2)]);
});

test('while the token server is down, a token that has not expired yet continues to be used', async () => {
  await using own = await tokenServer((response, count) => {
    if (count === 1) giving({ expires_in: 2 })(response, count);
    else answerJson(response, { error: 'temporarily_unavailable' }, { status: 503 });
  });
  const { look, wait } = opened(own.server);
  await look();
  wait(1700);
  assert.equal(status(await look()), 200);
  assert.deepEqual([own.asked.length, own.sent.at(-1)], [2, tokenOf(1)]);
  wait(400);
  assert.match(reason(await look()), /answered 503 "temporarily_unavailable"$/);
});

test('a token that is no longer accepted is renewed once, and the request is repeated', async () => {
  let revoked = 0;
  await using own = await tokenServer(giving(), (token) => token !== tokenOf(revoked));
  const { look } = opened(own.server);
  assert.equal(status(await look()), 200);
  revoked = 1;
  assert.deepEqual((await Promise.all([look(), look()])).map(status), [200, 200]);
  assert.equal(own.asked.length, 2, 'both looks share the new one');
  revoked = 2;
  assert.equal(status(await look()), 200);
  assert.equal(own.asked.length, 3, 'what was accepted since may be renewed again');
});

test('a client whose tokens are never accepted is refused by name, after two tokens and no more', async () => {
  await using own = await tokenServer(giving(), () => false);
  const { look } = opened(own.server);
  for (let count = 0; count < 4; count++) {
    const answer = await look();
    assert.ok(answer.kind === 'answer' && answer.status === 401);
    assert.equal(answer.refused, 'the credential "environments.production.access.admin" was not accepted');
  }
  assert.equal(own.asked.length, 2);
});

test('a client that is refused a token is identified by its name and the code of the server, never by a value', async () => {
  const answers = [
    [401, { error: 'invalid_client', error_description: `${secret} is wrong` }, ' "invalid_client"'],
    [400, { error: 'invalid_request', error_description: 'Invalid secret' }, ' "invalid_request"'],
    [403, { error: `no ${secret}` }, ''],
    [400, `<html>${secret}</html>`, ''],
  ] as const;
  for (const [code, body, shown] of answers) {
    await using own = await tokenServer((response) => answerJson(response, body, { status: code }));
    const { look } = opened(own.server);
    const answer = await look();
    assert.deepEqual(answer, {
      kind: 'no-answer',
      reason: `the credential "environments.production.access.admin" got no token: ${own.server.url}/oauth2/token answered ${code}${shown}`,
      url: `${own.server.url}/`,
      refused: true,
    });
    assert.equal(own.sent.length, 0, 'nothing was asked without a token');
  }
});

test('a refused client does not ask again at each look', async () => {
  await using own = await tokenServer((response) => answerJson(response, {}, { status: 401 }));
  const { look } = opened(own.server);
  for (let count = 0; count < 20; count++) assert.match(reason(await look()), /answered 401$/);
  assert.equal(own.asked.length, 3);
});

test('an answer that is not understood gives no token, and says what is wrong with it', async () => {
  const answers: readonly (readonly [string, string])[] = [
    ['<html>', 'its answer is not JSON'],
    ['[]', 'its answer is not a JSON object'],
    ['{}', 'its answer has no "access_token" that can be sent in a header'],
    [
      JSON.stringify({ access_token: 'a\r\nX-Other: b' }),
      'its answer has no "access_token" that can be sent in a header',
    ],
    [JSON.stringify({ access_token: 'abc', token_type: 'mac' }), 'the "token_type" of its answer is not "Bearer"'],
    ...[-1, 0, 'soon', {}].map(
      (wrong) =>
        [
          JSON.stringify({ access_token: 'abc', expires_in: wrong }),
          'the "expires_in" of its answer is not a number of seconds above 0',
        ] as const,
    ),
  ];
  for (const [body, wrong] of answers) {
    await using own = await tokenServer((response) => {
      response.end(body);
    });
    const answer = await opened(own.server).look();
    assert.ok(answer.kind === 'no-answer');
    assert.ok(answer.reason.endsWith(`/oauth2/token answered 200, but ${wrong}`), answer.reason);
    assert.equal(answer.refused, undefined, 'another look may help');
  }
});

test('a redirect is not followed: the secret would go wherever it points', async () => {
  await using own = await tokenServer((response) => {
    response.writeHead(307, { location: '/elsewhere' });
    response.end();
  });
  assert.match(reason(await opened(own.server).look()), /\/oauth2\/token answered 307$/);
  assert.deepEqual(own.server.requests, ['POST /oauth2/token?realm=a-realm']);
});

test('a token server that is slow or gone means that the probe has no answer', async () => {
  const held: ServerResponse[] = [];
  await using own = await tokenServer((response) => {
    response.writeHead(200).write('{"access_');
    held.push(response);
  });
  assert.match(reason(await opened(own.server, { timeout: '1s' }).look()), /does not answer: no answer within 1 s$/);
  const gone = opened(own.server, { 'token-url': 'http://127.0.0.1:1/token' });
  const answer = await gone.look();
  assert.ok(answer.kind === 'no-answer' && answer.refused === undefined);
  assert.match(answer.reason, /http:\/\/127\.0\.0\.1:1\/token does not answer: /);
  assert.ok(held.length <= 1, 'it is asked once');
});

test('a run that is stopped does not wait for a token', async () => {
  await using own = await tokenServer(() => undefined);
  const { look, stop } = opened(own.server);
  const looking = look();
  await delay(100);
  stop.abort(new Error('stopped'));
  await assert.rejects(looking, /stopped/);
});

test('an invalid token address is the mistake of whoever wrote it', async () => {
  await using own = await tokenServer(giving());
  for (const wrong of ['ftp://example.com', 'somewhere', 'https://a:b@example.com/token']) {
    assert.throws(
      () => opened(own.server, { 'token-url': wrong }).open(),
      (error) => {
        assert.ok(error instanceof UserError);
        assert.match(error.detail.happened, /environments\.production\.access\.admin\.client-credentials\.token-url/);
        assert.ok(!error.message.includes(wrong));
        return true;
      },
    );
  }
});
