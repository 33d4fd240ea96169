import type { Operation } from './description.ts';
import type { Json, JsonObject } from './json-schema.ts';
import {
  approvalJson,
  branchJson,
  branchPolicyJson,
  branchRuleJson,
  environmentJson,
  releaseJson,
  repositoryJson,
  tagJson,
  type Writer,
} from './resources.ts';
import type { PermissionName, Repository, Token } from './world.ts';

export type Routed =
  | { readonly kind: 'one'; readonly body: Json }
  | {
      readonly kind: 'list';
      readonly items: readonly JsonObject[];
      /** How a page is wrapped; a bare list when left out. */
      readonly wrap?: (items: readonly JsonObject[], total: number) => Json;
      /** Beyond this many items GitHub answers 422. */
      readonly maxItems?: number;
      readonly isPaged?: false;
    }
  | { readonly kind: 'not-found' };

interface Route {
  /** What a token needs for a private repository; what is public is shown to everyone. */
  readonly permission: PermissionName;
  answer(request: RoutedRequest): Routed;
}

interface RoutedRequest {
  readonly writer: Writer;
  readonly repository: Repository;
  readonly token: Token | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** What the fake answers, by the path as GitHub's description writes it. */
export const routes: Readonly<Record<string, Route>> = {
  '/repos/{owner}/{repo}': {
    permission: 'metadata',
    answer: ({ writer, repository }) => ({ kind: 'one', body: repositoryJson(writer, repository) }),
  },
  '/repos/{owner}/{repo}/releases': {
    permission: 'contents',
    answer: ({ writer, repository, token }) => {
      const seesDrafts = token?.permissions.contents === 'write' && token.repositories.includes(repository.name);
      const releases = repository.releases ?? [];
      const all = releases.map((release, index) => releaseJson(writer, repository, release, releases.length - index));
      return { kind: 'list', items: all.filter(({ draft }) => seesDrafts || draft === false), maxItems: 1000 };
    },
  },
  '/repos/{owner}/{repo}/tags': {
    permission: 'contents',
    answer: ({ writer, repository }) => ({
      kind: 'list',
      items: (repository.tags ?? []).map((tag) => tagJson(writer, repository, tag)),
    }),
  },
  '/repos/{owner}/{repo}/branches': {
    permission: 'contents',
    answer: ({ writer, repository, query }) => {
      const isProtected = repository.protectedBranches ?? [];
      const all = [...new Set([repository.defaultBranch ?? 'main', ...isProtected])].toSorted();
      const asked = query.get('protected');
      const wanted = all.filter((name) => asked === null || String(isProtected.includes(name)) === asked);
      return {
        kind: 'list',
        items: wanted.map((name) => branchJson(writer, repository, name, isProtected.includes(name))),
      };
    },
  },
  '/repos/{owner}/{repo}/environments/{environment_name}': {
    permission: 'actions',
    answer: ({ writer, repository, parameters }) => {
      const { index, environment } = environmentNamed(repository, parameters);
      if (environment === undefined) return { kind: 'not-found' };
      return { kind: 'one', body: environmentJson(writer, repository, environment, index + 1) };
    },
  },
  '/repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies': {
    permission: 'actions',
    answer: ({ repository, parameters }) => {
      const { environment } = environmentNamed(repository, parameters);
      if (environment === undefined) return { kind: 'not-found' };
      const names = typeof environment.branches === 'object' ? environment.branches.names : [];
      return {
        kind: 'list',
        items: names.map(branchPolicyJson),
        wrap: (branch_policies, total_count) => ({ total_count, branch_policies }),
      };
    },
  },
  '/repos/{owner}/{repo}/rules/branches/{branch}': {
    permission: 'metadata',
    answer: ({ repository, parameters }) => ({
      kind: 'list',
      items: (repository.branchRules?.[parameters.branch ?? ''] ?? []).map((rule) => branchRuleJson(repository, rule)),
    }),
  },
  '/repos/{owner}/{repo}/actions/runs/{run_id}/approvals': {
    permission: 'actions',
    answer: ({ writer, repository, parameters }) => {
      const run = repository.runs?.find(({ id }) => String(id) === parameters.run_id);
      if (run === undefined) return { kind: 'not-found' };
      const items = run.approvals.map((approval) => approvalJson(writer, repository, approval));
      return { kind: 'list', items, isPaged: false };
    },
  },
};

function environmentNamed(repository: Repository, parameters: Readonly<Record<string, string>>) {
  const environments = repository.environments ?? [];
  const index = environments.findIndex(({ name }) => name === parameters.environment_name);
  return { index, environment: environments[index] };
}

/** The parameters of a path as they were before they were encoded. */
export function decoded({ parameters }: Operation): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value)]));
}
