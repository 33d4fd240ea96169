import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hopSequence } from '../../../src/core/model/sequence.ts';
import { startGitHub } from '../../support/github-api/server.ts';
import type { Repository, World } from '../../support/github-api/world.ts';
import { onlyHop, sampleWorkflow } from './sample-workflow.ts';

const hour = 3_600_000;
const gated = ['production', 'production-finalize'];
const repository: Repository = {
  name: 'acme/records',
  id: 4711,
  isPrivate: true,
  environments: gated.map((name) => ({ name, reviewers: ['mona'] })),
  runs: [{ id: 7001, approvals: [{ state: 'approved', user: 'mona', comment: 'Ship it', environments: gated }] }],
};
const permissions = { actions: 'read', contents: 'write' } as const;
const tokens: World['tokens'] = { 'a-token': { kind: 'installation', repositories: ['acme/records'], permissions } };

test("a runner whose clock is ahead of GitHub's changes nothing on production, and releases its lease", async (t) => {
  let difference = 0;
  const now = () => new Date(Date.now() + difference);
  await using github = await startGitHub({ repositories: [repository], tokens }, { now });
  const workflow = await sampleWorkflow(t, { api: github.url, runId: '7001', token: 'a-token' });
  const hop = onlyHop(await workflow.step({ command: 'plan', target: '1.1.4' }));
  const steps = hopSequence({ deferrable: true, proveRestorePoint: false });
  for (const step of steps) {
    const isAsking = step.job === 'promote' && step.id === 'backup';
    difference = isAsking ? -hour : 0;
    const { outputs, annotations } = await workflow.hopStep(step, hop);
    if (!isAsking) {
      assert.equal(outputs.result, 'passed', `${step.job}/${step.id}: ${annotations.join('\n')}`);
      continue;
    }
    assert.equal(outputs.result, 'refused');
    assert.match(
      annotations.join('\n'),
      /The clock of this machine is .* ahead of GitHub's.*"rollback" does not wait for a lease/s,
    );
    break;
  }
  difference = 0;
  const [promote] = steps.filter(({ job, id }) => job === 'promote' && id === 'backup');
  assert.ok(promote);
  // Another step acts at once: nothing is left of a lease.
  const { outputs, annotations } = await workflow.hopStep(promote, hop);
  assert.equal(outputs.result, 'passed', annotations.join('\n'));
});
