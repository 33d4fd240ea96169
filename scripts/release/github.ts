import { UserError } from '../../src/core/messages/errors.ts';

/** The few requests to GitHub's API that a release needs. */
export interface ReleaseApi {
  /** Creates the release of a tag, or gives the one that is there these notes. */
  release(tag: string, notes: string): Promise<'created' | 'updated'>;
  /** Puts a tag on a commit, wherever it was. */
  moveTag(tag: string, commit: string): Promise<'created' | 'moved'>;
}

export interface ReleaseApiParts {
  /** GITHUB_API_URL */
  readonly url: string;
  /** `owner/name` */
  readonly repository: string;
  readonly token: string;
}

export function releaseApi({ url, repository, token }: ReleaseApiParts): ReleaseApi {
  const ask = async (method: string, path: string, body?: object): Promise<Response> => {
    const response = await fetch(`${url}/repos/${repository}/${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'staged-upgrade-release',
        'x-github-api-version': '2022-11-28',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    if (response.ok || response.status === 404 || response.status === 422) return response;
    throw await refused(method, path, response);
  };
  const change = async (method: string, path: string, body: object): Promise<void> => {
    const response = await ask(method, path, body);
    if (!response.ok) throw await refused(method, path, response);
  };
  return {
    release: async (tag, notes) => {
      const found = await ask('GET', `releases/tags/${tag}`);
      if (found.status === 404) {
        // "legacy" lets GitHub find the latest release by version: a fix of an older line does not become it.
        await change('POST', 'releases', { tag_name: tag, name: tag, body: notes, make_latest: 'legacy' });
        return 'created';
      }
      const existing: unknown = await found.json();
      if (typeof existing !== 'object' || existing === null || !('id' in existing)) throw new Error('no release');
      await change('PATCH', `releases/${String(existing.id)}`, { name: tag, body: notes });
      return 'updated';
    },
    moveTag: async (tag, commit) => {
      if ((await ask('GET', `git/ref/tags/${tag}`)).status === 404) {
        await change('POST', 'git/refs', { ref: `refs/tags/${tag}`, sha: commit });
        return 'created';
      }
      await change('PATCH', `git/refs/tags/${tag}`, { sha: commit, force: true });
      return 'moved';
    },
  };
}

async function refused(method: string, path: string, response: Response): Promise<UserError> {
  return new UserError({
    happened: `GitHub answered ${response.status} to ${method} ${path}: ${(await response.text()).slice(0, 500)}.`,
    means: 'The package is published; its release on GitHub, or the major tag, is not as it should be yet.',
    next: 'Fix the cause (a rule for tags, the permissions of the job) and run the job again.',
  });
}
