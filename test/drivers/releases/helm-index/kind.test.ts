import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../../../../src/core/messages/errors.ts';
import { helmIndex } from '../../../../src/drivers/releases/helm-index/kind.ts';
import { serve } from '../../../support/http-server.ts';
import { contextFor } from '../effects.ts';

const index = `apiVersion: v1
entries:
  mender:
  - version: 7.10.0
    appVersion: v4.1.2
    created: "2026-03-01T00:00:00.5Z"
    deprecated: true
  - version: 7.9.2
    appVersion: v4.1.2
    created: "2026-02-01T00:00:00Z"
  - version: 7.9.1
    appVersion: 4.10
    created: "2026-01-01T00:00:00Z"
  - version: 7.10.1-rc.1
    appVersion: v4.1.3
  other:
  - version: 1.0.0
generated: "2026-03-01T00:00:00Z"
`;

async function read(settings: Record<string, string>, context = contextFor()) {
  const asked: (string | undefined)[] = [];
  await using server = await serve((request, response) => {
    asked.push(request.headers.authorization);
    response.end(index);
  });
  const part = helmIndex.part.parse({ 'helm-index': { url: `${server.url}/charts`, chart: 'mender', ...settings } });
  return { ...(await part.open(context).read()), requests: server.requests, asked };
}

test('a chart is read by its own version, with that of the application beside it', async () => {
  const { source, tags, requests } = await read({});
  assert.equal(source, 'Helm chart mender');
  assert.deepEqual(requests, ['GET /charts/index.yaml']);
  assert.deepEqual(tags, [
    {
      tag: '7.10.0',
      prerelease: false,
      publishedAt: '2026-03-01T00:00:00.5Z',
      withdrawn: { reason: 'The chart is marked as deprecated' },
      parts: { chart: '7.10.0', app: 'v4.1.2' },
    },
    { tag: '7.9.2', prerelease: false, publishedAt: '2026-02-01T00:00:00Z', parts: { chart: '7.9.2', app: 'v4.1.2' } },
    { tag: '7.9.1', prerelease: false, publishedAt: '2026-01-01T00:00:00Z', parts: { chart: '7.9.1', app: '4.10' } },
    { tag: '7.10.1-rc.1', prerelease: true, parts: { chart: '7.10.1-rc.1', app: 'v4.1.3' } },
  ]);
});

test('read by application, a version is listed once, for the newest usable chart', async () => {
  const { tags } = await read({ version: 'app' });
  assert.deepEqual(
    tags.map(({ tag, parts, withdrawn }) => [tag, parts?.chart, withdrawn !== undefined]),
    [
      ['v4.1.3', '7.10.1-rc.1', false],
      ['v4.1.2', '7.9.2', false],
      ['4.10', '7.9.1', false],
    ],
  );
});

test('the login goes with the request, and is masked', async () => {
  const context = contextFor({ environment: { CHARTS_PASSWORD: 'sesame' } });
  const { asked } = await read({ username: 'robot', password: '${CHARTS_PASSWORD}' }, context);
  assert.deepEqual(asked, [`Basic ${btoa('robot:sesame')}`]);
  assert.deepEqual(context.masked, ['sesame']);
});

test('an unknown chart is a user error, and the message lists the known ones', async () => {
  await assert.rejects(read({ chart: 'mander' }), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(error.message, /"mander".*mender, other/s);
    return true;
  });
});

test('a file that is not an index is not taken for an empty one', async () => {
  for (const text of ['<html>log in</html>', 'entries: [', 'a: &a [*a]']) {
    await using server = await serve((_request, response) => void response.end(text));
    const part = helmIndex.part.parse({ 'helm-index': { url: server.url, chart: 'mender' } });
    await assert.rejects(part.open(contextFor()).read(), /is not the index of a Helm repository/);
  }
});
