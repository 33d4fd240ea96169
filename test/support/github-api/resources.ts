import type { Json, JsonObject } from './json-schema.ts';
import type { Approval, BranchRule, EnvironmentRecord, ReleaseRecord, Repository } from './world.ts';

/** How GitHub writes down what the world holds. `api` is the address of the fake. */
export interface Writer {
  readonly api: string;
  /** The example of a repository from GitHub's description: it has some eighty keys, most of which nobody looks at. */
  readonly exampleRepository: JsonObject;
}

const web = 'https://github.example';
const made = '2026-01-02T03:04:05Z';

export function repositoryJson({ api, exampleRepository }: Writer, repository: Repository): JsonObject {
  const [owner = '', name = ''] = repository.name.split('/');
  return {
    ...exampleRepository,
    id: repository.id,
    name,
    full_name: repository.name,
    owner: userJson(api, owner),
    private: repository.isPrivate ?? false,
    visibility: repository.isPrivate ? 'private' : 'public',
    // Required by the description, and missing from its own example.
    has_discussions: false,
    html_url: `${web}/${repository.name}`,
    url: `${api}/repos/${repository.name}`,
    default_branch: repository.defaultBranch ?? 'main',
  };
}

export function releaseJson({ api }: Writer, repository: Repository, release: ReleaseRecord, id: number): JsonObject {
  const base = `${api}/repos/${repository.name}`;
  const isDraft = release.draft ?? false;
  const shown = isDraft ? `untagged-${id}` : encodeURIComponent(release.tag);
  return {
    url: `${base}/releases/${id}`,
    html_url: `${web}/${repository.name}/releases/tag/${shown}`,
    assets_url: `${base}/releases/${id}/assets`,
    upload_url: `https://uploads.github.example/repos/${repository.name}/releases/${id}/assets{?name,label}`,
    tarball_url: isDraft ? null : `${base}/tarball/${release.tag}`,
    zipball_url: isDraft ? null : `${base}/zipball/${release.tag}`,
    id,
    node_id: `RE_${id}`,
    tag_name: release.tag,
    target_commitish: repository.defaultBranch ?? 'main',
    name: release.tag,
    body: release.body ?? null,
    draft: isDraft,
    prerelease: release.prerelease ?? false,
    created_at: release.publishedAt ?? made,
    published_at: isDraft ? null : (release.publishedAt ?? made),
    author: userJson(api, 'octocat'),
    assets: [],
  };
}

export function tagJson({ api }: Writer, repository: Repository, tag: string): JsonObject {
  const base = `${api}/repos/${repository.name}`;
  const sha = Buffer.from(tag).toString('hex').padEnd(40, '0').slice(0, 40);
  return {
    name: tag,
    zipball_url: `${base}/zipball/refs/tags/${tag}`,
    tarball_url: `${base}/tarball/refs/tags/${tag}`,
    commit: { sha, url: `${base}/commits/${sha}` },
    node_id: `REF_${tag}`,
  };
}

export function environmentJson(
  writer: Writer,
  repository: Repository,
  environment: EnvironmentRecord,
  id: number,
): JsonObject {
  const { api } = writer;
  const rules: Json[] = [];
  if (environment.waitTimerMinutes) {
    rules.push({ id: id * 10, node_id: `GA_${id}0`, type: 'wait_timer', wait_timer: environment.waitTimerMinutes });
  }
  if (environment.reviewers?.length) {
    rules.push({
      id: id * 10 + 1,
      node_id: `GA_${id}1`,
      type: 'required_reviewers',
      prevent_self_review: environment.preventSelfReview ?? false,
      reviewers: environment.reviewers.map((reviewer) => reviewerJson(api, reviewer)),
    });
  }
  const branches = environment.branches ?? 'all';
  if (branches !== 'all') rules.push({ id: id * 10 + 2, node_id: `GA_${id}2`, type: 'branch_policy' });
  return {
    ...environmentHead(writer, repository, environment.name, id),
    can_admins_bypass: environment.canAdminsBypass ?? true,
    protection_rules: rules,
    deployment_branch_policy:
      branches === 'all'
        ? null
        : { protected_branches: branches === 'protected', custom_branch_policies: branches !== 'protected' },
  };
}

function environmentHead({ api }: Writer, repository: Repository, name: string, id: number): JsonObject {
  const encoded = encodeURIComponent(name);
  return {
    id,
    node_id: `EN_${id}`,
    name,
    url: `${api}/repos/${repository.name}/environments/${encoded}`,
    html_url: `${web}/${repository.name}/deployments/activity_log?environments_filter=${encoded}`,
    created_at: made,
    updated_at: made,
  };
}

export function branchJson(
  { api }: Writer,
  { name: repository }: Repository,
  name: string,
  isProtected: boolean,
): JsonObject {
  const sha = Buffer.from(name).toString('hex').padEnd(40, '0').slice(0, 40);
  return { name, commit: { sha, url: `${api}/repos/${repository}/commits/${sha}` }, protected: isProtected };
}

export function branchPolicyJson(name: string, index: number): JsonObject {
  return { id: 361471 + index, node_id: `GP_${index}`, name, type: 'branch' };
}

export function branchRuleJson(repository: Repository, rule: BranchRule): JsonObject {
  return {
    type: rule.type,
    ruleset_source_type: 'Repository',
    ruleset_source: repository.name,
    ruleset_id: rule.rulesetId,
    ...(rule.type === 'update' ? { parameters: { update_allows_fetch_and_merge: false } } : {}),
  };
}

export function approvalJson(writer: Writer, repository: Repository, approval: Approval): JsonObject {
  const names = (repository.environments ?? []).map(({ name }) => name);
  return {
    environments: approval.environments.map((name) =>
      environmentHead(writer, repository, name, names.indexOf(name) + 1),
    ),
    state: approval.state,
    user: userJson(writer.api, approval.user),
    comment: approval.comment,
  };
}

function reviewerJson(api: string, reviewer: string): JsonObject {
  const slug = reviewer.startsWith('team:') ? reviewer.slice('team:'.length) : undefined;
  if (slug === undefined) return { type: 'User', reviewer: userJson(api, reviewer) };
  return {
    type: 'Team',
    reviewer: {
      id: 1,
      node_id: `T_${slug}`,
      url: `${api}/teams/1`,
      html_url: `${web}/orgs/acme/teams/${slug}`,
      name: slug,
      slug,
      description: null,
      privacy: 'closed',
      notification_setting: 'notifications_enabled',
      permission: 'pull',
      members_url: `${api}/teams/1/members{/member}`,
      repositories_url: `${api}/teams/1/repos`,
      parent: null,
    },
  };
}

export function userJson(api: string, login: string): JsonObject {
  const url = `${api}/users/${login}`;
  const lists = ['followers', 'subscriptions', 'organizations', 'repos', 'received_events'];
  const paths: Record<string, string> = { organizations: 'orgs' };
  return {
    login,
    id: [...login].reduce((sum, character) => sum * 31 + (character.codePointAt(0) ?? 0), 7) % 1_000_000,
    node_id: `U_${login}`,
    avatar_url: `https://avatars.github.example/${login}`,
    gravatar_id: '',
    url,
    html_url: `${web}/${login}`,
    ...Object.fromEntries(lists.map((list) => [`${list}_url`, `${url}/${paths[list] ?? list}`])),
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    events_url: `${url}/events{/privacy}`,
    type: 'User',
    user_view_type: 'public',
    site_admin: false,
  };
}
