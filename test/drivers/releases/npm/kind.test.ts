import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SystemFailure, UserError } from '../../../../src/core/messages/errors.ts';
import { npm } from '../../../../src/drivers/releases/npm/kind.ts';
import { answerJson, serve } from '../../../support/http-server.ts';
import { contextFor } from '../effects.ts';

const packument = {
  name: '@acme/records',
  'dist-tags': { latest: '5.1.0' },
  versions: {
    '5.0.0': { name: '@acme/records', deprecated: 'Loses rows, use 5.0.1' },
    '5.0.1': { name: '@acme/records', deprecated: '' },
    '5.1.0-beta.1': {},
    '5.1.0': { deprecated: false },
  },
  time: { created: '2026-01-01T00:00:00Z', '5.0.0': '2026-01-02T03:04:05.678Z', '5.1.0': '2026-03-01T00:00:00.000Z' },
};

test('an npm package gives all its versions, with dates, and deprecated ones as withdrawn', async () => {
  await using server = await serve((_request, response) => answerJson(response, packument));
  const part = npm.part.parse({ npm: { package: '@acme/records', registry: server.url } });
  const { source, tags } = await part.open(contextFor()).read();
  assert.equal(source, 'npm package @acme/records');
  assert.deepEqual(server.requests, ['GET /@acme%2frecords']);
  assert.deepEqual(tags, [
    {
      tag: '5.0.0',
      prerelease: false,
      publishedAt: '2026-01-02T03:04:05.678Z',
      withdrawn: { reason: 'Loses rows, use 5.0.1' },
    },
    { tag: '5.0.1', prerelease: false },
    { tag: '5.1.0-beta.1', prerelease: true },
    { tag: '5.1.0', prerelease: false, publishedAt: '2026-03-01T00:00:00.000Z' },
  ]);
});

test('a truncated answer is requested again, and after four attempts is not a list', async () => {
  let left = 2;
  await using server = await serve((_request, response) => {
    const body = JSON.stringify(packument);
    response.writeHead(200, { 'content-length': body.length });
    if (left-- > 0) {
      response.write(body.slice(0, 200));
      setTimeout(() => response.destroy(), 20);
    } else response.end(body);
  });
  const source = npm.part.parse({ npm: { package: 'records', registry: `${server.url}/folder/` } });
  const context = contextFor();
  assert.equal((await source.open(context).read()).tags.length, 4);
  assert.deepEqual(context.clock.sleeps, [1000, 2000]);
  left = 9;
  await assert.rejects(source.open(contextFor()).read(), /gave no complete answer in 4 attempts/);
  assert.equal(new Set(server.requests).size, 1);
  assert.equal(server.requests[0], 'GET /folder/records');
});

test('a refusal names the address without its credentials, the status and what to do', async () => {
  const seen: (string | undefined)[] = [];
  await using server = await serve((request, response) => {
    seen.push(request.headers.authorization);
    answerJson(response, { error: 'not found' }, { status: 404 });
  });
  const registry = server.url.replace('//', '//robot:sesame@');
  const source = npm.part.parse({ npm: { package: 'records', registry } }).open(contextFor());
  await assert.rejects(source.read(), (error) => {
    assert.ok(error instanceof SystemFailure);
    assert.ok(error.detail.happened.includes(`${server.url}/records answered 404`), error.message);
    assert.doesNotMatch(error.message, /sesame|robot/);
    assert.match(error.detail.next, /name/);
    return true;
  });
  assert.deepEqual(seen, [`Basic ${btoa('robot:sesame')}`]);
});

test('a login page in place of the registry is not taken for an empty package', async () => {
  await using server = await serve((_request, response) => void response.end('<html>Please log in</html>'));
  const source = npm.part.parse({ npm: { package: 'records', registry: server.url } }).open(contextFor());
  await assert.rejects(source.read(), /is not JSON.*login page/);
});

test('an invalid address is a user error, and is not shown', async () => {
  const context = contextFor({ environment: { REGISTRY: 'user:sesame@registry' } });
  const source = npm.part.parse({ npm: { package: 'records', registry: '${REGISTRY}' } }).open(context);
  await assert.rejects(source.read(), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(error.message, /releases\.npm\.registry is not an address/);
    assert.doesNotMatch(error.message, /sesame/);
    return true;
  });
});

test('cancelling ends the waiting', async () => {
  await using server = await serve(() => undefined);
  const source = npm.part.parse({ npm: { package: 'records', registry: server.url } }).open(contextFor());
  const controller = new AbortController();
  const reading = source.read(controller.signal);
  controller.abort(new Error('the run was cancelled'));
  await assert.rejects(reading, /the run was cancelled/);
});
