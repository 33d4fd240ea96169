import type { Octokit } from '@octokit/core';
import type { Effects } from '../effects/effects.ts';
import { withPlainAnswers } from './plain-answers.ts';

export type GitHubApi = Octokit;

/** The library would write the server's notes about its API to standard error, past everything that removes secrets. */
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * A client for GitHub's API. The library is loaded on the first call: most steps never need it. `GITHUB_API_URL` names the
 * server, which may be GitHub Enterprise.
 */
export async function githubApi(
  token: string,
  environment: Readonly<Record<string, string | undefined>>,
  fetch?: Effects['githubFetch'],
): Promise<GitHubApi> {
  const { Octokit: Client } = await import('@octokit/core');
  const baseUrl = environment.GITHUB_API_URL;
  return new Client({
    auth: token,
    userAgent: 'staged-upgrade',
    log: silent,
    ...(baseUrl ? { baseUrl } : {}),
    request: { fetch: withPlainAnswers(fetch ?? globalThis.fetch) },
  });
}
