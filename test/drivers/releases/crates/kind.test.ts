import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import { crates } from '../../../../src/drivers/releases/crates/kind.ts';
import { answerJson, serve } from '../../../support/http-server.ts';
import { contextFor } from '../effects.ts';

const first = {
  versions: [
    { num: '1.1.0', created_at: '2026-03-01T00:00:00.123456Z', yanked: false, yank_message: null },
    { num: '1.1.0-rc.1', created_at: '2026-02-01T00:00:00.123456Z', yanked: false, yank_message: null },
  ],
  meta: { total: 4, next_page: '?per_page=100&seek=AbC' },
};
const second = {
  versions: [
    { num: '1.0.1', created_at: 'last week', yanked: true, yank_message: 'Loses rows, use 1.1.0' },
    { num: '1.0.0', yanked: true },
  ],
  meta: { total: 4, next_page: null },
};

test('a crate gives the versions of all pages, with dates, and yanked ones as withdrawn', async () => {
  const agents: (string | undefined)[] = [];
  await using server = await serve((request, response) => {
    agents.push(request.headers['user-agent']);
    answerJson(response, request.url?.includes('seek') ? second : first);
  });
  const context = contextFor();
  const part = crates.part.parse({ crates: { crate: 'records', server: server.url } });
  const { source, tags } = await part.open(context).read();
  assert.equal(source, 'crate records');
  const page = 'GET /api/v1/crates/records/versions?per_page=100';
  assert.deepEqual(server.requests, [page, `${page}&seek=AbC`]);
  assert.deepEqual(context.clock.sleeps, [1000], 'at most one request a second, as the server asks');
  assert.match(agents.join('\n'), /^(staged-upgrade \(https:\/\/\S+\)\n?){2}$/);
  assert.deepEqual(tags, [
    { tag: '1.1.0', prerelease: false, publishedAt: '2026-03-01T00:00:00.123456Z' },
    { tag: '1.1.0-rc.1', prerelease: true, publishedAt: '2026-02-01T00:00:00.123456Z' },
    { tag: '1.0.1', prerelease: false, withdrawn: { reason: 'Loses rows, use 1.1.0' } },
    { tag: '1.0.0', prerelease: false, withdrawn: { reason: 'It is yanked on the registry' } },
  ]);
});

test('an incomplete list is not a list: a page is missing, or leads elsewhere', async () => {
  const read = async (answer: object) => {
    await using server = await serve((_request, response) => answerJson(response, answer));
    await crates.part
      .parse({ crates: { crate: 'records', server: server.url } })
      .open(contextFor())
      .read();
  };
  const rejects = async (answer: object, said: RegExp) =>
    await assert.rejects(read(answer), (error) => error instanceof SystemFailure && said.test(error.message));
  await rejects({ ...second, meta: { total: 4, next_page: null } }, /has 2 of the 4 versions/);
  await rejects(first, /leads back to a page that was already read/);
  const elsewhere = 'https://mirror.example/api/v1/crates/records/versions';
  await rejects({ ...first, meta: { next_page: elsewhere } }, /leads to another server, mirror\.example/);
  await rejects({ versions: [{ num: '1.0.0', yanked: 'no' }] }, /another shape than expected \(versions\.0\.yanked/);
});

test('a refusal reports the status and what to do, and a limit is waited for', async () => {
  let left = 1;
  await using server = await serve((_request, response) => {
    if (left-- > 0) response.writeHead(429, { 'retry-after': '7' }).end();
    else answerJson(response, { errors: [{ detail: 'crate `records` does not exist' }] }, { status: 404 });
  });
  const context = contextFor();
  const source = crates.part.parse({ crates: { crate: 'records', server: server.url } }).open(context);
  await assert.rejects(source.read(), /answered 404.*Check the name/s);
  assert.deepEqual(context.clock.sleeps, [7000]);
});
