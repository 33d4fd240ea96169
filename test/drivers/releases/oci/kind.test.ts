import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import { ociTags } from '../../../../src/drivers/releases/oci/kind.ts';
import { answerJson, serve, type TestServer } from '../../../support/http-server.ts';
import { contextFor } from '../effects.ts';

const pages = [['1.0.0', 'latest', '1.1.0'], ['1.2.0'], ['1.3.0', 'sha256-ab.sig']];

interface RegistryOptions {
  /** The login that the token server asks for. */
  readonly login?: string;
  /** How many requests a token is valid for. */
  readonly tokenUses?: number;
  readonly statusOfPage2?: number;
}

/** A registry that requires a token for each image, like Docker Hub, and a token server beside it. */
async function registry(
  options: RegistryOptions = {},
): Promise<{ registry: TestServer; tokens: TestServer } & AsyncDisposable> {
  const uses = new Map<string, number>();
  const tokens = await serve((request, response) => {
    if (options.login !== undefined && request.headers.authorization !== `Basic ${btoa(options.login)}`) {
      return answerJson(response, { details: 'incorrect username or password' }, { status: 401 });
    }
    const token = `token-${uses.size}`;
    uses.set(token, 0);
    answerJson(response, uses.size % 2 === 0 ? { token } : { access_token: token });
  });
  const challenge = (response: ServerResponse) =>
    answerJson(
      response,
      { errors: [{ code: 'UNAUTHORIZED' }] },
      {
        status: 401,
        headers: {
          'www-authenticate': `Bearer realm="${tokens.url}/token",service="the registry",scope="repository:acme/records:pull"`,
        },
      },
    );
  const server = await serve((request, response) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const used = uses.get(token);
    if (used === undefined || used >= (options.tokenUses ?? 9)) return challenge(response);
    uses.set(token, used + 1);
    const last = new URL(request.url ?? '', 'http://x').searchParams.get('last');
    const page = last === null ? 0 : Number(last);
    if (page === 1 && options.statusOfPage2) return answerJson(response, {}, { status: options.statusOfPage2 });
    const link = `</v2/acme/records/tags/list?last=${page + 1}&n=1000>; rel="next"`;
    const headers: Record<string, string> = page < pages.length - 1 ? { link } : {};
    answerJson(response, { name: 'acme/records', tags: pages[page] }, { headers });
  });
  return {
    registry: server,
    tokens,
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await tokens[Symbol.asyncDispose]();
    },
  };
}

function open(settings: Record<string, string>, environment: Record<string, string> = {}) {
  return ociTags.part.parse({ 'oci-tags': settings }).open(contextFor({ environment }));
}

test('the challenge is answered with a token for this image, and all pages are read', async () => {
  await using server = await registry();
  const { source, tags } = await open({ repository: `${server.registry.host}/acme/records` }).read();
  assert.equal(source, `tags of ${server.registry.host}/acme/records`);
  assert.deepEqual(
    tags,
    pages.flat().map((tag) => ({ tag })),
  );
  assert.deepEqual(server.tokens.requests, [
    'GET /token?service=the+registry&scope=repository%3Aacme%2Frecords%3Apull',
  ]);
  assert.equal(server.registry.requests.length, 4);
});

test('a token that expires between two pages is renewed', async () => {
  await using server = await registry({ tokenUses: 1 });
  const { tags } = await open({ repository: `${server.registry.host}/acme/records` }).read();
  assert.equal(tags.length, 6);
  assert.equal(server.tokens.requests.length, 3);
});

test('if a later page fails, no list is returned', async () => {
  await using server = await registry({ statusOfPage2: 500 });
  const reading = open({ repository: `${server.registry.host}/acme/records` }).read();
  await assert.rejects(reading, /tags\/list\?last=1&n=1000 answered 500.*list of releases is incomplete/s);
});

test('a rejected login is named as the cause, without the password', async () => {
  await using server = await registry({ login: 'robot:sesame' });
  const settings = { repository: `${server.registry.host}/acme/records`, username: 'robot', password: '${PASSWORD}' };
  assert.equal((await open(settings, { PASSWORD: 'sesame' }).read()).tags.length, 6);
  await assert.rejects(open(settings, { PASSWORD: 'canary' }).read(), (error) => {
    assert.ok(error instanceof SystemFailure);
    assert.match(error.message, /answered 401.*credential/s);
    assert.doesNotMatch(error.message, /canary/);
    return true;
  });
});

test('a registry that asks for the login itself gets it', async () => {
  await using server = await serve((request, response) => {
    if (request.headers.authorization === `Basic ${btoa('robot:sesame')}`)
      return answerJson(response, { tags: ['1.0.0'] });
    answerJson(response, {}, { status: 401, headers: { 'www-authenticate': 'Basic realm="records"' } });
  });
  const repository = `${server.host}/records`;
  const read = await open({ repository, username: 'robot', password: '${P}' }, { P: 'sesame' }).read();
  assert.deepEqual(read.tags, [{ tag: '1.0.0' }]);
  await assert.rejects(open({ repository }).read(), /answered 401.*needs username and password/s);
});

test('an image without tags is an empty list, as registries write it', async () => {
  await using server = await serve((_request, response) => answerJson(response, { name: 'records', tags: null }));
  assert.deepEqual((await open({ repository: `${server.host}/records` }).read()).tags, []);
});
