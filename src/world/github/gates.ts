import { z } from 'zod';
import type { ApprovalReading, GateReading } from '../../core/model/gate.ts';
import type { Clock } from '../clock.ts';
import type { GitHubApi } from './api.ts';
import { ask, type CannotTell } from './ask.ts';

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

export interface Asking {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
}

/** Any other kind of reviewer that may be added one day counts as a required approval as well. */
const reviewer = z.lazy(() =>
  z.object({
    type: z.string(),
    reviewer: z.object({ login: z.string().exactOptional(), slug: z.string().exactOptional() }),
  }),
);

/**
 * https://docs.github.com/en/rest/deployments/environments#get-an-environment
 * Rules of other types are kept as they are; none of them stands for an approval.
 */
const environmentAnswer = z.lazy(() =>
  z.object({
    name: z.string(),
    can_admins_bypass: z.boolean().exactOptional(),
    protection_rules: z
      .array(
        z.looseObject({
          type: z.string(),
          wait_timer: z.number().exactOptional(),
          prevent_self_review: z.boolean().exactOptional(),
          reviewers: z.array(reviewer).exactOptional(),
        }),
      )
      .exactOptional(),
  }),
);

/** https://docs.github.com/en/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run */
const approvalsAnswer = z.lazy(() =>
  z.array(
    z.object({
      state: z.enum(['approved', 'rejected', 'pending']),
      comment: z.string().nullish(),
      user: z.object({ login: z.string() }).nullish(),
      environments: z.array(z.object({ name: z.string() })),
    }),
  ),
);

/**
 * Whether jobs in an environment wait for a person. One request; one more if GitHub answers 404, which it does for a
 * repository that the token may not read as well as for an environment that does not exist. Needs the permission `actions: read`.
 */
export async function readGate(
  api: GitHubApi,
  { owner, repo, environment }: Repository & { readonly environment: string },
  asking: Asking,
): Promise<GateReading> {
  const answer = await ask(asking, environmentAnswer, (request) =>
    api.request('GET /repos/{owner}/{repo}/environments/{environment_name}', {
      owner,
      repo,
      environment_name: environment,
      request,
    }),
  );
  switch (answer.kind) {
    case 'answered':
      return protectionOf(answer.value);
    case 'not-found':
      return await whyNotFound(api, { owner, repo }, asking);
    case 'cannot-tell':
      return answer;
  }
}

function protectionOf(environment: z.output<typeof environmentAnswer>): GateReading {
  const rules = environment.protection_rules ?? [];
  const waitMinutes = Math.max(0, ...rules.map((rule) => rule.wait_timer ?? 0));
  const review = rules.find(({ type }) => type === 'required_reviewers');
  const reviewers = (review?.reviewers ?? []).map(reviewerName);
  if (review === undefined || reviewers.length === 0) return { kind: 'unprotected', why: whyUnprotected(rules) };
  return {
    kind: 'protected',
    reviewers,
    preventSelfReview: review.prevent_self_review ?? false,
    waitMinutes,
    ...(environment.can_admins_bypass === undefined ? {} : { adminsMayBypass: environment.can_admins_bypass }),
  };
}

function reviewerName({ type, reviewer: { login, slug } }: z.output<typeof reviewer>): string {
  return slug === undefined ? (login ?? `someone (${type})`) : `team ${slug}`;
}

const ruleNames: Readonly<Record<string, string>> = {
  wait_timer: 'a wait timer',
  branch_policy: 'a rule about branches',
  required_reviewers: 'a list of required reviewers with nobody on it',
};

function whyUnprotected(rules: readonly { readonly type: string }[]): string {
  if (rules.length === 0) return 'it has no protection rules';
  return `it has ${rules.map(({ type }) => ruleNames[type] ?? `the rule "${type}"`).join(' and ')}, none of which requires a person's approval`;
}

/** An environment that does not exist, as opposed to a repository that the token may not read. */
export async function whyNotFound(
  api: GitHubApi,
  repository: Repository,
  asking: Asking,
): Promise<{ readonly kind: 'missing' } | CannotTell> {
  const seen = await ask(asking, z.object({}), (request) =>
    api.request('GET /repos/{owner}/{repo}', { ...repository, request }),
  );
  if (seen.kind === 'answered') return { kind: 'missing' };
  return seen.kind === 'not-found' ? unseen(repository) : seen;
}

/**
 * Who approved or rejected what in a run, over all of its attempts. One request. Needs `actions: read`.
 * @param runId GitHub's own, in digits
 */
export async function readApproval(
  api: GitHubApi,
  { owner, repo, runId }: Repository & { readonly runId: string },
  asking: Asking,
): Promise<ApprovalReading> {
  const answer = await ask(asking, approvalsAnswer, (request) =>
    api.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals', {
      owner,
      repo,
      run_id: Number(runId),
      request,
    }),
  );
  if (answer.kind === 'cannot-tell') return answer;
  if (answer.kind === 'not-found') {
    return { kind: 'cannot-tell', reason: `GitHub shows no run ${runId} of ${owner}/${repo} to this token` };
  }
  const approvals = answer.value.map(({ state, user, comment, environments }) => ({
    state,
    // The account of the approver may have been deleted: https://github.com/ghost
    by: user?.login ?? 'ghost',
    comment: comment ?? '',
    environments: environments.map(({ name }) => name),
  }));
  return { kind: 'known', approvals };
}

function unseen({ owner, repo }: Repository): CannotTell {
  return {
    kind: 'cannot-tell',
    reason: `GitHub shows the repository ${owner}/${repo} to this token as not existing`,
    next: 'Give the step the token of this repository\'s own workflow, with "permissions: { actions: read }".',
  };
}
