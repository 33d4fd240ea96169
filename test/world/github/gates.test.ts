import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Clock } from '../../../src/world/clock.ts';
import { githubApi } from '../../../src/world/github/api.ts';
import { readApproval, readGate } from '../../../src/world/github/gates.ts';
import { errorAnswer } from '../../support/github-api/answers.ts';
import { type FakeGitHub, type FakeGitHubOptions, startGitHub } from '../../support/github-api/server.ts';
import type { EnvironmentRecord, Repository, Token } from '../../support/github-api/world.ts';
import { answerJson, serve } from '../../support/http-server.ts';

const here = { owner: 'acme', repo: 'records' };
const withActions: Token = {
  kind: 'installation',
  repositories: ['acme/records'],
  permissions: { actions: 'read', contents: 'write' },
};
const tokens: Record<string, Token> = {
  job: withActions,
  bare: { ...withActions, permissions: { contents: 'write' } },
  elsewhere: { ...withActions, repositories: [] },
  used: { ...withActions, limit: 0 },
};

function start(environments: EnvironmentRecord[], options?: FakeGitHubOptions): Promise<FakeGitHub> {
  const runs = [
    {
      id: 99,
      approvals: [
        { state: 'rejected', user: 'lisa', comment: 'Not tonight', environments: ['production'] },
        { state: 'approved', user: 'mona', comment: 'Ship it', environments: ['production', 'production-finalize'] },
      ],
    },
  ] satisfies Repository['runs'];
  const repository: Repository = { name: 'acme/records', id: 4711, isPrivate: true, environments, runs };
  return startGitHub({ repositories: [repository], tokens }, options);
}

/** Records how long was slept instead of sleeping. */
function recordingClock(): Clock & { readonly slept: number[] } {
  const slept: number[] = [];
  return { slept, now: () => new Date(), sleep: async (milliseconds) => void slept.push(milliseconds) };
}

async function gateOf(github: { url: string }, token = 'job', environment = 'production', clock = recordingClock()) {
  const api = await githubApi(token, { GITHUB_API_URL: github.url });
  return await readGate(api, { ...here, environment }, { clock });
}

describe('the protection of an environment', () => {
  it('is by required reviewers, people and teams', async () => {
    const production = {
      name: 'production',
      reviewers: ['mona', 'team:releases'],
      preventSelfReview: true,
      waitTimerMinutes: 30,
      canAdminsBypass: false,
    };
    await using github = await start([production]);
    assert.deepEqual(await gateOf(github), {
      kind: 'protected',
      reviewers: ['mona', 'team releases'],
      preventSelfReview: true,
      waitMinutes: 30,
      adminsMayBypass: false,
    });
    assert.equal(github.requests.length, 1);
  });

  it('is absent with only a wait timer and branch rules', async () => {
    await using github = await start([{ name: 'production', waitTimerMinutes: 30, branches: 'protected' }]);
    assert.deepEqual(await gateOf(github), {
      kind: 'unprotected',
      why: "it has a wait timer and a rule about branches, none of which requires a person's approval",
    });
  });

  it('is absent if nothing is set up', async () => {
    await using github = await start([{ name: 'eu/production' }]);
    assert.deepEqual(await gateOf(github, 'job', 'eu/production'), {
      kind: 'unprotected',
      why: 'it has no protection rules',
    });
  });

  it('is missing with its environment, as distinguished from a repository that may not be read', async () => {
    await using github = await start([]);
    assert.deepEqual(await gateOf(github), { kind: 'missing' });
    const unseen = await gateOf(github, 'elsewhere');
    assert.ok(unseen.kind === 'cannot-tell');
    assert.match(unseen.reason, /acme\/records/);
  });

  it('cannot be determined without the permission, and the fix is named', async () => {
    await using github = await start([{ name: 'production' }]);
    assert.deepEqual(await gateOf(github, 'bare'), {
      kind: 'cannot-tell',
      reason: 'GitHub answered 403: Resource not accessible by integration',
      next: 'Give the job "permissions: { actions: read }".',
    });
  });

  it('cannot be determined when the requests of the hour are used up, and it says until when', async () => {
    await using github = await start([], { now: () => new Date('2026-11-04T21:15:00Z') });
    const reading = await gateOf(github, 'used');
    assert.ok(reading.kind === 'cannot-tell');
    assert.match(reading.next ?? '', /no requests left for this hour: run it again after 4 Nov 2026 22:15 UTC/);
  });

  it('is requested again if GitHub fails briefly, and given up if it keeps failing', async () => {
    const failures: ('hang-up' | 'busy')[] = ['hang-up', 'busy'];
    const interrupt = () => {
      const failure = failures.shift();
      return failure === 'busy' ? errorAnswer(502, 'Server Error') : failure;
    };
    await using github = await start([{ name: 'production', reviewers: ['mona'] }], { interrupt });
    const clock = recordingClock();
    assert.equal((await gateOf(github, 'job', 'production', clock)).kind, 'protected');
    assert.deepEqual(clock.slept, [1000, 4000]);

    failures.push('busy', 'busy', 'busy');
    const reading = await gateOf(github);
    assert.deepEqual(reading, { kind: 'cannot-tell', reason: 'GitHub answered 502: Server Error' });
  });

  it('cannot be determined from an answer of another form, such as that of a proxy', async () => {
    await using login = await serve((_request, response) => answerJson(response, ['please log in']));
    const reading = await gateOf(login);
    assert.ok(reading.kind === 'cannot-tell');
    assert.match(reading.reason, /does not have the documented form/);
  });

  it('is not waited for when the step is stopped', async () => {
    await using github = await start([], { interrupt: () => errorAnswer(502, 'Server Error') });
    const stop = new AbortController();
    const clock: Clock = { now: () => new Date(), sleep: async () => stop.abort(new Error('SIGTERM')) };
    const api = await githubApi('job', { GITHUB_API_URL: github.url });
    const reading = readGate(api, { ...here, environment: 'production' }, { clock, signal: stop.signal });
    await assert.rejects(reading, /SIGTERM/);
  });
});

describe('the approvals of a run', () => {
  it('say who approved or rejected which environments, with the comment', async () => {
    await using github = await start([{ name: 'production' }, { name: 'production-finalize' }]);
    const api = await githubApi('job', { GITHUB_API_URL: github.url });
    const reading = await readApproval(api, { ...here, runId: '99' }, { clock: recordingClock() });
    assert.deepEqual(reading, {
      kind: 'known',
      approvals: [
        { state: 'rejected', by: 'lisa', comment: 'Not tonight', environments: ['production'] },
        { state: 'approved', by: 'mona', comment: 'Ship it', environments: ['production', 'production-finalize'] },
      ],
    });
    assert.equal(github.requests.length, 1);
  });

  it('cannot be determined of a run that the token may not see', async () => {
    await using github = await start([]);
    const api = await githubApi('job', { GITHUB_API_URL: github.url });
    const reading = await readApproval(api, { ...here, runId: '100' }, { clock: recordingClock() });
    assert.ok(reading.kind === 'cannot-tell');
    assert.match(reading.reason, /no run 100 of acme\/records/);
  });
});
