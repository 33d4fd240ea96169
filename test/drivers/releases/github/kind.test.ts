import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import { githubReleases } from '../../../../src/drivers/releases/github/releases.ts';
import { githubTags } from '../../../../src/drivers/releases/github/tags.ts';
import { errorAnswer, secondaryLimitReached } from '../../../support/github-api/answers.ts';
import { type FakeGitHub, startGitHub } from '../../../support/github-api/server.ts';
import type { ReleaseRecord, Repository, Token } from '../../../support/github-api/world.ts';
import { answerJson, serve } from '../../../support/http-server.ts';
import { contextFor, simulatedClock, type TestContext } from '../effects.ts';

let cache = '';
before(async () => {
  cache = await mkdtemp(join(tmpdir(), 'staged-upgrade-github-'));
});
after(() => rm(cache, { recursive: true }));

const secret = 'ghs_canary';
const readsContents: Token = {
  kind: 'installation',
  repositories: ['acme/records'],
  permissions: { contents: 'read' },
};

function releasesDownFrom(count: number): ReleaseRecord[] {
  return Array.from({ length: count }, (_, index) => ({ tag: `v1.${count - index - 1}.0` }));
}

function records(more: Partial<Repository> = {}): Repository {
  return { name: 'acme/records', id: 4711, ...more };
}

function contextOf(github: { readonly url: string }, environment: Record<string, string> = {}): TestContext {
  return contextFor({ environment: { GITHUB_API_URL: github.url, ...environment } });
}

const readReleases = (context: TestContext) =>
  githubReleases.part
    .parse({ 'github-releases': { repository: 'acme/records' } })
    .open(context)
    .read();

const pathsOf = (github: FakeGitHub) => github.requests.map(({ path, status }) => `${status} ${path}`);

test('all pages are read; drafts are left out, prereleases are marked, notes and dates are kept', async () => {
  const releases: ReleaseRecord[] = [
    { tag: 'v2.0.0', draft: true },
    { tag: 'v1.250.0-rc.1', prerelease: true, publishedAt: '2026-02-03T04:05:06Z', body: '## Breaking' },
    ...releasesDownFrom(250),
  ];
  const token: Token = { ...readsContents, permissions: { contents: 'write' } };
  await using github = await startGitHub({ repositories: [records({ releases })], tokens: { [secret]: token } });
  const context = contextOf(github, { GITHUB_TOKEN: secret });
  const { source, tags } = await readReleases(context);
  assert.equal(source, 'GitHub releases of acme/records');
  assert.equal(tags.length, 251);
  assert.deepEqual(tags[0], {
    tag: 'v1.250.0-rc.1',
    prerelease: true,
    publishedAt: '2026-02-03T04:05:06Z',
    notes: '## Breaking',
    url: 'https://github.example/acme/records/releases/tag/v1.250.0-rc.1',
  });
  assert.equal(tags.at(-1)?.tag, 'v1.0.0');
  assert.equal(github.requests.length, 3);
  assert.deepEqual(context.masked, [secret]);
});

test('tags are read from all pages, without dates', async () => {
  const tags = Array.from({ length: 101 }, (_, index) => `mender-${index}.0.0`);
  await using github = await startGitHub({ repositories: [records({ tags })] });
  const part = githubTags.part.parse({ 'github-tags': { repository: 'acme/records' } });
  const read = await part.open(contextOf(github)).read();
  assert.deepEqual(
    read.tags,
    tags.map((tag) => ({ tag })),
  );
});

test('what has not changed is not sent again and costs nothing of the rate limit', async () => {
  const repository = records({ releases: releasesDownFrom(150) });
  await using github = await startGitHub({ repositories: [repository], tokens: { [secret]: readsContents } });
  const folder = join(cache, 'conditional');
  const environment = { GITHUB_TOKEN: secret, STAGED_UPGRADE_CACHE: folder };
  const first = await readReleases(contextOf(github, environment));
  const second = await readReleases(contextOf(github, environment));
  assert.deepEqual(second, first);
  assert.deepEqual(
    github.requests.map(({ status, isCounted }) => [status, isCounted]),
    [
      [200, true],
      [200, true],
      [304, false],
      [304, false],
    ],
  );
  repository.releases?.unshift({ tag: 'v1.150.0' });
  assert.equal((await readReleases(contextOf(github, environment))).tags.length, 151);

  for (const name of await readdir(join(folder, 'github'))) {
    const path = join(folder, 'github', name);
    assert.equal((await stat(path)).mode & 0o077, 0, 'only the owner may read what may be of a private repository');
    await writeFile(path, '{"format":1,"url":"half');
  }
  assert.equal((await readReleases(contextOf(github, environment))).tags.length, 151);
  assert.equal(github.requests.at(-1)?.status, 200, 'a damaged page is fetched anew');
});

test('a page that fails for good makes the list fail, however much of it was read', async () => {
  await using github = await startGitHub(
    { repositories: [records({ releases: releasesDownFrom(250) })] },
    { interrupt: ({ path }) => (path.includes('page=2') ? errorAnswer(502, 'Server Error') : undefined) },
  );
  const context = contextOf(github);
  await assert.rejects(readReleases(context), (error) => {
    assert.ok(error instanceof SystemFailure);
    assert.match(
      error.detail.happened,
      /acme\/records.*repositories\/4711\/releases\?per_page=100&page=2 answered 502/,
    );
    assert.match(error.detail.means, /list of releases is incomplete/);
    assert.match(error.detail.next, /pinned copy/);
    return true;
  });
  assert.deepEqual(context.clock.sleeps, [1000, 2000, 4000]);
});

test('a page that fails for a moment is asked for again', async () => {
  let failures = 0;
  await using github = await startGitHub(
    { repositories: [records({ releases: releasesDownFrom(250) })] },
    { interrupt: ({ path }) => (path.includes('page=2') && failures++ < 2 ? 'hang-up' : undefined) },
  );
  assert.equal((await readReleases(contextOf(github))).tags.length, 250);
});

test('a full page that lost its link to the next one is not taken for the last', async () => {
  await using server = await serve((request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page') ?? 1);
    const names = Array.from({ length: page === 1 ? 100 : 7 }, (_, index) => ({ name: `${page}.${index}.0` }));
    answerJson(response, names);
  });
  const part = githubTags.part.parse({ 'github-tags': { repository: 'acme/records' } });
  assert.equal((await part.open(contextOf(server)).read()).tags.length, 107);
});

test('more releases than GitHub shows is a failure that names the remedy', async () => {
  await using github = await startGitHub({ repositories: [records({ releases: releasesDownFrom(1001) })] });
  await assert.rejects(readReleases(contextOf(github)), /answered 422.*github-tags/s);
  assert.equal(github.requests.length, 11);
});

test('the primary limit is waited for when it is reset soon; otherwise the hour is named', async () => {
  const clock = simulatedClock();
  const token: Token = { ...readsContents, limit: 2 };
  const world = { repositories: [records({ releases: releasesDownFrom(150) })], tokens: { [secret]: token } };
  await using github = await startGitHub(world, { now: clock.now });
  const context = contextOf(github, { GITHUB_TOKEN: secret });
  const timed = { ...context, effects: { ...context.effects, clock } };
  assert.equal((await readReleases(timed)).tags.length, 150);

  await assert.rejects(readReleases(timed), (error) => {
    assert.ok(error instanceof SystemFailure);
    assert.match(error.detail.next, /primary rate limit is reached: run the command again after 20 Nov 2026 03:00 UTC/);
    assert.doesNotMatch(error.message, /canary/);
    return true;
  });
  assert.deepEqual(clock.sleeps, [], 'nobody waits an hour for a list');

  await clock.sleep(50 * 60_000);
  assert.equal((await readReleases(timed)).tags.length, 150);
  assert.equal(clock.sleeps.at(-1), 601_000);
  assert.match(context.warnings.join(), /Waiting 601 s .*primary rate limit/);
  assert.doesNotMatch(context.warnings.join(), /canary/);
});

test('secondary limits are waited for as long as they say, or a minute and longer each time', async () => {
  const answers = [secondaryLimitReached(42), secondaryLimitReached(), undefined];
  await using github = await startGitHub(
    { repositories: [records({ releases: releasesDownFrom(3) })] },
    { interrupt: () => answers.shift() },
  );
  const context = contextOf(github);
  assert.equal((await readReleases(context)).tags.length, 3);
  assert.deepEqual(context.clock.sleeps, [42_000, 120_000]);
});

test('each refusal says what to do, and none shows the token', async () => {
  const repositories = [records({ isPrivate: true, releases: releasesDownFrom(1) })];
  const metadataOnly: Token = { ...readsContents, permissions: {} };
  const elsewhere: Token = { ...readsContents, repositories: [] };
  await using github = await startGitHub({
    repositories,
    tokens: { ghs_metadata: metadataOnly, ghs_elsewhere: elsewhere },
  });
  const cases: [string | undefined, RegExp][] = [
    [undefined, /answered 404.*needs a token/s],
    ['ghs_unknown', /answered 401.*renew it/s],
    ['ghs_elsewhere', /answered 404.*must be given access/s],
    ['ghs_metadata', /answered 403.*"contents: read"/s],
  ];
  for (const [token, expected] of cases) {
    const context = contextOf(github, token === undefined ? {} : { GITHUB_TOKEN: token });
    await assert.rejects(readReleases(context), (error) => {
      assert.ok(error instanceof SystemFailure);
      assert.match(error.message, expected);
      assert.ok(token === undefined || !error.message.includes(token));
      assert.deepEqual(context.clock.sleeps, [], 'a refusal is not retried');
      return true;
    });
  }
});

test('a repository that was renamed is followed', async () => {
  const repository = {
    ...records({ releases: releasesDownFrom(120) }),
    name: 'acme/archive',
    formerNames: ['acme/records'],
  };
  await using github = await startGitHub({ repositories: [repository] });
  assert.equal((await readReleases(contextOf(github))).tags.length, 120);
  assert.match(pathsOf(github)[0] ?? '', /^301 /);
});

test('the token of one server is not sent to another', async () => {
  await using github = await startGitHub({ repositories: [records({ releases: releasesDownFrom(1) })] });
  const part = githubReleases.part.parse({ 'github-releases': { repository: 'acme/records', api: github.url } });
  const context = contextFor({
    environment: { GITHUB_TOKEN: secret, GITHUB_API_URL: 'https://github.internal/api/v3' },
  });
  assert.equal((await part.open(context).read()).tags.length, 1);
  assert.equal(github.requests[0]?.isAuthorized, false);
});

test('a list that leads to another server is refused before that server is asked', async () => {
  await using thief = await serve((_request, response) => answerJson(response, []));
  await using server = await serve((_request, response) =>
    answerJson(response, [{ name: '1.0.0' }], { headers: { link: `<${thief.url}/more>; rel="next"` } }),
  );
  const part = githubTags.part.parse({ 'github-tags': { repository: 'acme/records' } });
  await assert.rejects(part.open(contextOf(server)).read(), /leads to another server/);
  assert.deepEqual(thief.requests, []);
});
