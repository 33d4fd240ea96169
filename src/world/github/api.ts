import type { Octokit } from '@octokit/core';
import type { Effects } from '../effects/effects.ts';
import { withPlainAnswers } from './plain-answers.ts';

export type GitHubApi = Octokit;

/** The library would write what a server says of its API to standard error, past everything that takes secrets out. */
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * A client of GitHub's API. The library is loaded on the first call: most steps never ask. `GITHUB_API_URL` names the
 * server, also GitHub Enterprise's.
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
