import { z } from 'zod';
import type { BranchReading } from '../../core/model/gate.ts';
import type { GitHubApi } from './api.ts';
import { ask } from './ask.ts';
import { type Asking, type Repository, whyNotFound } from './gates.ts';

/** https://docs.github.com/en/rest/deployments/environments#get-an-environment */
const environmentAnswer = z.lazy(() =>
  z.object({
    deployment_branch_policy: z
      .object({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() })
      .nullish(),
  }),
);

/** https://docs.github.com/en/rest/deployments/branch-policies#list-deployment-branch-policies */
const policiesAnswer = z.lazy(() =>
  z.object({
    branch_policies: z.array(z.object({ name: z.string(), type: z.string().exactOptional() })),
  }),
);

/** https://docs.github.com/en/rest/branches/branches#list-branches */
const branchesAnswer = z.lazy(() => z.array(z.object({ name: z.string() })));

/**
 * Which branches' workflows may use an environment and its secrets. At most two requests; one more for names or protected
 * branches. Needs the permissions `actions: read` and `contents: read`.
 */
export async function readBranches(
  api: GitHubApi,
  { owner, repo, environment }: Repository & { readonly environment: string },
  asking: Asking,
): Promise<BranchReading> {
  const at = { owner, repo, environment_name: environment };
  const answer = await ask(asking, environmentAnswer, (request) =>
    api.request('GET /repos/{owner}/{repo}/environments/{environment_name}', { ...at, request }),
  );
  if (answer.kind === 'not-found') return await whyNotFound(api, { owner, repo }, asking);
  if (answer.kind === 'cannot-tell') return answer;
  const policy = answer.value.deployment_branch_policy ?? undefined;
  if (policy === undefined) return { kind: 'any', why: 'it has no rule about branches' };
  if (!policy.custom_branch_policies) return await protectedBranches(api, { owner, repo }, asking);
  const policies = await ask(asking, policiesAnswer, (request) =>
    api.request('GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', {
      ...at,
      per_page: 100,
      request,
    }),
  );
  if (policies.kind === 'cannot-tell') return policies;
  if (policies.kind === 'not-found') return { kind: 'cannot-tell', reason: 'GitHub does not list its rules' };
  const names = policies.value.branch_policies.map(({ name }) => name);
  const all = names.find((name) => /^[*/]+$/.test(name));
  return all === undefined
    ? { kind: 'named', names }
    : { kind: 'any', why: `its rule "${all}" matches every branch of its form` };
}

/** GitHub admits every branch if none is protected. */
async function protectedBranches(api: GitHubApi, repository: Repository, asking: Asking): Promise<BranchReading> {
  const answer = await ask(asking, branchesAnswer, (request) =>
    api.request('GET /repos/{owner}/{repo}/branches', { ...repository, protected: true, per_page: 1, request }),
  );
  if (answer.kind === 'cannot-tell') return answer;
  if (answer.kind === 'not-found') return { kind: 'cannot-tell', reason: 'GitHub does not list the branches' };
  return answer.value.length === 0
    ? { kind: 'any', why: 'it allows protected branches, but no branch of the repository is protected' }
    : { kind: 'protected' };
}
