import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { answerJson, serve } from '../../support/http-server.ts';
import { type Checkout, checkout } from './checkout.ts';
import { githubReleases } from './github-releases.ts';

const [older, newer] = ['a'.repeat(40), 'b'.repeat(40)];

async function repositoryOf(t: TestContext): Promise<Checkout> {
  const released = await checkout(t);
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  await released.run('git', 'init', '--quiet');
  await released.run('git', ...author, 'commit', '--quiet', '--allow-empty', '-m', 'One');
  return released;
}

async function tagged(released: Checkout, version: string): Promise<void> {
  await released.write('package.json', JSON.stringify({ name: 'staged-upgrade', type: 'module', version }));
  await released.write('CHANGELOG.md', `# Changelog\n\n## [${version}] - 2026-01-31\n\n- What ${version} brings.\n`);
  await released.run('git', 'tag', `v${version}`);
}

test('a release gets its notes and the major tag, each rerun changes nothing, and an older release moves nothing back', async (t) => {
  await using api = await githubReleases('acme/tool');
  const released = await repositoryOf(t);
  const environment = { GITHUB_API_URL: api.url, GITHUB_REPOSITORY: 'acme/tool', GITHUB_TOKEN: 'a-token' };
  const announce = async (tag: string, commit: string) => {
    const ended = await released.step('announce.ts', [tag, commit], environment);
    assert.equal(ended.exitCode, 0, ended.stderr);
    return ended.stdout.trim();
  };

  await tagged(released, '1.9.0');
  assert.equal(await announce('v1.9.0', older), `The release v1.9.0 was created. v1 was created: it is ${older} now.`);
  assert.deepEqual(api.releases[0], {
    id: 7,
    tag_name: 'v1.9.0',
    name: 'v1.9.0',
    body: '- What 1.9.0 brings.\n',
    make_latest: 'legacy',
  });

  await tagged(released, '1.10.0');
  assert.equal(await announce('v1.10.0', newer), `The release v1.10.0 was created. v1 was moved: it is ${newer} now.`);

  await tagged(released, '1.9.1');
  await released.write('CHANGELOG.md', '## [1.9.1] - 2026-02-01\n- Corrected.\n');
  for (const done of ['created', 'updated']) {
    assert.equal(await announce('v1.9.1', older), `The release v1.9.1 was ${done}. v1 stays on a newer release.`);
  }
  assert.deepEqual([...api.tags], [['v1', newer]]);
  assert.deepEqual(
    api.releases.map(({ tag_name, body }) => [tag_name, body]),
    [
      ['v1.9.0', '- What 1.9.0 brings.\n'],
      ['v1.10.0', '- What 1.10.0 brings.\n'],
      ['v1.9.1', '- Corrected.\n'],
    ],
  );
  assert.deepEqual(api.faults, []);
});

test("GitHub's refusals are quoted, and a tag that is not the version changes nothing", async (t) => {
  await using api = await serve((_request, response) =>
    answerJson(response, { message: 'Resource not accessible by integration' }, { status: 403 }),
  );
  const released = await repositoryOf(t);
  await tagged(released, '1.9.0');
  const environment = { GITHUB_API_URL: api.url, GITHUB_REPOSITORY: 'acme/tool', GITHUB_TOKEN: 'a-token' };
  const refused = await released.step('announce.ts', ['v1.9.0', older], environment);
  assert.equal(refused.exitCode, 1);
  assert.match(
    refused.stderr,
    /^GitHub answered 403 to GET releases\/tags\/v1\.9\.0: .*not accessible by integration.*run the job again\.$/m,
  );
  const asked = api.requests.length;
  assert.match(
    (await released.step('announce.ts', ['v1.9.1', older], environment)).stderr,
    /^The tag "v1\.9\.1" is on a commit whose/,
  );
  assert.equal(api.requests.length, asked);
});
