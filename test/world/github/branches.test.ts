import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BranchReading } from '../../../src/core/model/gate.ts';
import { githubApi } from '../../../src/world/github/api.ts';
import { readBranches } from '../../../src/world/github/branches.ts';
import { startGitHub } from '../../support/github-api/server.ts';
import type { EnvironmentRecord, Repository, Token } from '../../support/github-api/world.ts';

const job: Token = {
  kind: 'installation',
  repositories: ['acme/records'],
  permissions: { actions: 'read', contents: 'read' },
};
const clock = { now: () => new Date(), sleep: async () => undefined };

async function reading(
  branches: EnvironmentRecord['branches'],
  repository: Partial<Repository> = {},
  token: Token = job,
  environment = 'staging',
): Promise<BranchReading> {
  const named: EnvironmentRecord = { name: 'staging', ...(branches === undefined ? {} : { branches }) };
  await using github = await startGitHub({
    repositories: [{ name: 'acme/records', id: 1, isPrivate: true, environments: [named], ...repository }],
    tokens: { job: token },
  });
  const api = await githubApi('job', { GITHUB_API_URL: github.url });
  return await readBranches(api, { owner: 'acme', repo: 'records', environment }, { clock });
}

test('an environment without a rule admits workflows of any branch', async () => {
  assert.deepEqual(await reading(undefined), { kind: 'any', why: 'it has no rule about branches' });
});

test('named branches are listed; a pattern that matches every branch does not count as a limit', async () => {
  assert.deepEqual(await reading({ names: ['main', 'release/*'] }), { kind: 'named', names: ['main', 'release/*'] });
  assert.deepEqual(await reading({ names: [] }), { kind: 'named', names: [] });
  for (const name of ['*', '**', '*/*', '**/*']) {
    const { kind, ...rest } = await reading({ names: ['main', name] });
    assert.equal(kind, 'any');
    assert.ok('why' in rest && rest.why.includes(`"${name}"`));
  }
});

test('protected branches are not a limit if no branch is protected', async () => {
  assert.deepEqual(await reading('protected', { protectedBranches: ['main'] }), { kind: 'protected' });
  const open = await reading('protected');
  assert.ok(open.kind === 'any');
  assert.match(open.why, /no branch of the repository is protected/);
});

test('missing environments and missing permissions are reported as such', async () => {
  assert.deepEqual(await reading('all', {}, job, 'production'), { kind: 'missing' });
  const bare = await reading('all', {}, { ...job, permissions: {} });
  assert.ok(bare.kind === 'cannot-tell');
  assert.match(bare.reason, /403/);
  const elsewhere = await reading('all', {}, { ...job, repositories: [] });
  assert.ok(elsewhere.kind === 'cannot-tell');
  assert.match(elsewhere.reason, /acme\/records/);
  const unlisted = await reading('protected', {}, { ...job, permissions: { actions: 'read' } });
  assert.equal(unlisted.kind, 'cannot-tell');
});
