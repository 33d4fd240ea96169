import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hopSequence } from '../../../src/core/model/sequence.ts';
import { onlyHop, sampleWorkflow } from '../../entries/action/sample-workflow.ts';
import { startGitHub } from '../../support/github-api/server.ts';
import type { Repository, World } from '../../support/github-api/world.ts';

const gated = ['production', 'production-finalize'];
const repository: Repository = {
  name: 'acme/records',
  id: 4711,
  isPrivate: true,
  environments: gated.map((name) => ({ name, reviewers: ['mona'] })),
  runs: [{ id: 7001, approvals: [{ state: 'approved', user: 'mona', comment: 'Ship it', environments: gated }] }],
};
const world: World = {
  repositories: [repository],
  tokens: {
    'a-token': {
      kind: 'installation',
      repositories: ['acme/records'],
      permissions: { actions: 'read', contents: 'write' },
    },
  },
};

/** A workflow's token has 1,000 requests an hour for all that a repository runs. */
const maxRequests = 10;

test("a whole hop sends at most ten requests to GitHub's API, all of them as GitHub documents them", async (t) => {
  await using github = await startGitHub(world);
  const workflow = await sampleWorkflow(t, { api: github.url, runId: '7001', token: 'a-token' });
  const hop = onlyHop(await workflow.step({ command: 'plan', target: '1.1.4' }));
  const asked: Record<string, number> = {};
  for (const step of hopSequence({ deferrable: true, proveRestorePoint: false })) {
    const before = github.requests.length;
    const { outputs, annotations } = await workflow.hopStep(step, hop);
    const name = `${step.job}/${step.id}`;
    assert.equal(outputs.result, 'passed', `${name}: ${outputs.headline} ${annotations.join('\n')}`);
    if (github.requests.length > before) asked[name] = github.requests.length - before;
  }
  assert.ok(github.requests.every(({ status }) => status === 200));
  assert.ok(github.requests.filter(({ isCounted }) => isCounted).every(({ isAuthorized }) => isAuthorized));
  // Only what changes production asks who has approved it, directly before it does.
  assert.deepEqual(asked, { 'promote/backup': 2, 'promote/deploy': 2, 'finalize/migrate': 2 });
  assert.ok(github.requests.filter(({ isCounted }) => isCounted).length <= maxRequests, JSON.stringify(asked));

  const reached = (command: string): number => workflow.remoteCalls.filter((each) => each === command).length;
  t.diagnostic(`requests: ${github.requests.length}; fetches: ${reached('fetch')}, pushes: ${reached('push')}`);
});
