import type { getOctokit } from '@actions/github';
import type { Effects } from '../effects/effects.ts';

export type GitHubApi = ReturnType<typeof getOctokit>;

/**
 * A client of GitHub's API. The library is loaded on the first call: most steps never ask, and it is the slowest part
 * to load. `GITHUB_API_URL` names the server, also GitHub Enterprise's.
 */
export async function githubApi(
  token: string,
  environment: Readonly<Record<string, string | undefined>>,
  fetch?: Effects['githubFetch'],
): Promise<GitHubApi> {
  const github = await import('@actions/github');
  const baseUrl = environment.GITHUB_API_URL;
  return github.getOctokit(token, { ...(baseUrl ? { baseUrl } : {}), ...(fetch ? { request: { fetch } } : {}) });
}
