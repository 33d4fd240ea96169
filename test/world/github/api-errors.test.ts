import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Clock } from '../../../src/world/clock.ts';
import { githubApi } from '../../../src/world/github/api.ts';
import { readApproval, readGate } from '../../../src/world/github/gates.ts';
import { type Answer, errorAnswer, secondaryLimitReached } from '../../support/github-api/answers.ts';
import { startGitHub } from '../../support/github-api/server.ts';
import type { World } from '../../support/github-api/world.ts';

const now = new Date('2026-11-04T21:15:00Z');
const here = { owner: 'acme', repo: 'records' };
const job = { kind: 'installation', repositories: ['acme/records'], permissions: { actions: 'read' } } as const;
const world = {
  repositories: [
    {
      name: 'acme/records',
      id: 4711,
      isPrivate: true,
      environments: [{ name: 'production', reviewers: ['mona'] }],
      runs: [{ id: 99, approvals: [] }],
    },
  ],
  tokens: {
    job: { ...job, repositories: [...job.repositories] },
    used: { ...job, repositories: [...job.repositories], limit: 0 },
  },
} satisfies World;

const noWait: Clock = { now: () => now, sleep: async () => undefined };
const pause = 'GitHub asks for a pause: run it again in a few minutes.';
const usedUp = {
  'x-ratelimit-limit': '1000',
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': String(now.getTime() / 1000 + 60),
};

interface Failing {
  readonly what: string;
  readonly token?: string;
  /** What GitHub answers instead of its usual answer. */
  readonly answer?: Answer;
  readonly status: number;
  readonly requests: number;
  readonly reason: RegExp;
  readonly next: string | undefined;
}

const failing: readonly Failing[] = [
  {
    what: 'a token that is not valid any more',
    token: 'expired',
    status: 401,
    requests: 1,
    reason: /GitHub answered 401: Bad credentials/,
    next: 'The token is not valid, or has expired: start a new run.',
  },
  {
    what: 'a token without requests left',
    token: 'used',
    status: 403,
    requests: 1,
    reason: /GitHub answered 403: API rate limit exceeded/,
    next: 'The token has no requests left for this hour: run it again after 4 Nov 2026 22:15 UTC.',
  },
  {
    what: 'a token without requests left, said as too many requests',
    answer: errorAnswer(429, 'API rate limit exceeded', usedUp),
    status: 429,
    requests: 1,
    reason: /GitHub answered 429/,
    next: 'The token has no requests left for this hour: run it again after 4 Nov 2026 21:16 UTC.',
  },
  {
    what: 'too many requests at a time',
    answer: secondaryLimitReached(60),
    status: 403,
    requests: 1,
    reason: /GitHub answered 403: You have exceeded a secondary rate limit/,
    next: pause,
  },
  {
    what: 'too many requests at a time, said with their own status',
    answer: errorAnswer(429, 'You have exceeded a secondary rate limit.', { 'retry-after': '60' }),
    status: 429,
    requests: 1,
    reason: /GitHub answered 429/,
    next: pause,
  },
  ...[500, 502, 503, 504].map((status) => ({
    what: 'a failure of its own',
    answer: errorAnswer(status, 'Server Error'),
    status,
    requests: 3,
    reason: new RegExp(`GitHub answered ${status}: Server Error`),
    next: undefined,
  })),
];

describe('what GitHub answers instead of a result', () => {
  for (const { what, token = 'job', answer, status, requests, reason, next } of failing) {
    it(`is reported with what to do, and never taken for a protection or an approval: ${status}, ${what}`, async () => {
      const options = { now: () => now, ...(answer === undefined ? {} : { interrupt: () => answer }) };
      // Disposing of it fails when an answer is not as GitHub's description has it, this error's as well.
      await using github = await startGitHub(world, options);
      const api = await githubApi(token, { GITHUB_API_URL: github.url });
      const reading = await readGate(api, { ...here, environment: 'production' }, { clock: noWait });
      assert.ok(reading.kind === 'cannot-tell');
      assert.match(reading.reason, reason);
      assert.equal(reading.next, next);
      assert.deepEqual(
        github.requests.map((request) => request.status),
        Array(requests).fill(status),
      );
      const approval = await readApproval(api, { ...here, runId: '99' }, { clock: noWait });
      assert.ok(approval.kind === 'cannot-tell');
      assert.match(approval.reason, reason);
    });
  }

  it('says how many requests per hour there were, and how many are left, with each answer', async () => {
    await using github = await startGitHub(world, { now: () => now });
    const headersOf = async (token: string) => {
      const asked = { headers: { authorization: `Bearer ${token}`, 'user-agent': 'test' } };
      const { status, headers } = await fetch(`${github.url}/repos/acme/records/environments/production`, asked);
      const limit = ['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`));
      return [status, ...limit];
    };
    const reset = String(now.getTime() / 1000 + 3600);
    assert.deepEqual(await headersOf('job'), [200, '1000', '999', reset]);
    assert.deepEqual(await headersOf('job'), [200, '1000', '998', reset]);
    assert.deepEqual(await headersOf('used'), [403, '0', '0', reset]);
  });

  it('is not repeated endlessly by one step: three times at most for a failure of its own', async () => {
    await using github = await startGitHub(world, { interrupt: () => 'hang-up' });
    const api = await githubApi('job', { GITHUB_API_URL: github.url });
    const reading = await readGate(api, { ...here, environment: 'production' }, { clock: noWait });
    assert.ok(reading.kind === 'cannot-tell');
    assert.match(reading.reason, /could not be reached/);
    assert.equal(github.requests.length, 3);
  });
});
