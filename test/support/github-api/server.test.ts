import assert from 'node:assert/strict';
import { test } from 'node:test';
import { descriptionFrom, githubDescription } from './description.ts';
import { startGitHub } from './server.ts';
import type { Repository, Token } from './world.ts';

const repository: Repository = {
  name: 'acme/records',
  id: 4711,
  isPrivate: true,
  releases: [{ tag: 'v1.0.0' }, { tag: 'v0.9.0', draft: true }],
  tags: ['v1.0.0'],
  environments: [
    {
      name: 'production',
      reviewers: ['mona', 'team:releases'],
      preventSelfReview: true,
      waitTimerMinutes: 30,
      branches: { names: ['main', 'release/*'] },
    },
    { name: 'staging/eu' },
  ],
  branchRules: {
    'staged-upgrade/journal': [
      { type: 'non_fast_forward', rulesetId: 7 },
      { type: 'update', rulesetId: 7 },
    ],
  },
  runs: [
    { id: 99, approvals: [{ state: 'approved', user: 'mona', comment: 'Ship it', environments: ['production'] }] },
  ],
};
const full: Token = {
  kind: 'installation',
  repositories: ['acme/records'],
  permissions: { actions: 'read', contents: 'read' },
};
const bare: Token = { kind: 'installation', repositories: ['acme/records'], permissions: {} };

async function get(url: string, path: string, token?: string): Promise<{ status: number; body: unknown }> {
  const headers = { 'user-agent': 'test', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(`${url}${path}`, { headers });
  return { status: response.status, body: await response.json() };
}

const paths = [
  '/repos/acme/records',
  '/repos/acme/records/releases',
  '/repos/acme/records/tags',
  '/repos/acme/records/environments/production',
  '/repos/acme/records/environments/staging%2Feu',
  '/repos/acme/records/environments/production/deployment-branch-policies',
  '/repos/acme/records/rules/branches/staged-upgrade%2Fjournal',
  '/repos/acme/records/actions/runs/99/approvals',
];

test('everything is served as GitHub describes it, and only to those who may read it', async () => {
  await using github = await startGitHub({ repositories: [repository], tokens: { full, bare } });
  for (const path of paths) {
    assert.equal((await get(github.url, path, 'full')).status, 200, path);
    assert.equal((await get(github.url, path)).status, 404, `${path} of a private repository without a token`);
    const needsNothing = path.includes('/rules/') || path === '/repos/acme/records';
    assert.equal((await get(github.url, path, 'bare')).status, needsNothing ? 200 : 403, `${path} with a bare token`);
  }
  const missing = await get(github.url, '/repos/acme/records/environments/none', 'full');
  assert.equal(missing.status, 404);
});

test('an environment shows its reviewers, its timer and its branches; an unprotected one shows no rules', async () => {
  await using github = await startGitHub({ repositories: [repository], tokens: { full } });
  const { body } = await get(github.url, '/repos/acme/records/environments/production', 'full');
  assert.partialDeepStrictEqual(body, {
    protection_rules: [
      { type: 'wait_timer', wait_timer: 30 },
      {
        type: 'required_reviewers',
        prevent_self_review: true,
        reviewers: [
          { type: 'User', reviewer: { login: 'mona' } },
          { type: 'Team', reviewer: { slug: 'releases' } },
        ],
      },
      { type: 'branch_policy' },
    ],
    deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
  });
  const open = await get(github.url, '/repos/acme/records/environments/staging%2Feu', 'full');
  assert.partialDeepStrictEqual(open.body, { protection_rules: [], deployment_branch_policy: null });
});

test('a request that GitHub does not know fails the test that made it', async () => {
  for (const path of [
    '/repos/acme/records/approvals',
    '/repos/acme/records/releases?size=5',
    '/repos/acme/records/tags?page=x',
  ]) {
    const github = await startGitHub({ repositories: [repository], tokens: { full } });
    await get(github.url, path, 'full');
    await assert.rejects(async () => await github[Symbol.asyncDispose](), /Not as GitHub describes its API/, path);
  }
});

test('an answer of another shape than documented is noticed', () => {
  const description = githubDescription();
  const operation = description.find('GET', '/repos/acme/records/tags');
  assert.ok(operation);
  assert.deepEqual(description.checkAnswer(operation, 200, []), []);
  assert.match(
    description.checkAnswer(operation, 200, [{ name: 'v1' }]).join(),
    /must have required property 'commit'/,
  );
  assert.match(description.checkAnswer(operation, 202, []).join(), /202 is not described/);
});

test('nullable parts may be null, and others may not', () => {
  const schema = { type: 'object', properties: { a: { type: 'string', nullable: true }, b: { type: 'string' } } };
  const responses = { 200: { content: { 'application/json': { schema } } } };
  const description = descriptionFrom({ paths: { '/x': { get: { responses } } } });
  const operation = description.find('GET', '/x');
  assert.ok(operation);
  assert.deepEqual(description.checkAnswer(operation, 200, { a: null }), []);
  assert.equal(description.checkAnswer(operation, 200, { b: null }).length, 1);
});
