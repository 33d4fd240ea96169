import { join } from 'node:path';
import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { serverAddress } from '../server-address.ts';
import { cacheFolder, noPageCache, type PageCache, pageCacheIn } from './page-cache.ts';

export const repositoryName = /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/;

export const githubKeys = {
  repository: z
    .string()
    .regex(repositoryName, 'a repository: owner/name')
    .describe('The repository, e.g. `medplum/medplum`.'),
  api: template
    .optional()
    .describe(
      'The address of the API. Default: the one in `GITHUB_API_URL`, or that of github.com. A product on github.com that is read from GitHub Enterprise needs `https://api.github.com`.',
    ),
  token: template
    .optional()
    .describe(
      'A token that may read the repository: `${RELEASES_TOKEN}`. Default: `GITHUB_TOKEN` if it is set, which is sent only to the server that it belongs to. Public repositories need none.',
    ),
};

const settings = z.strictObject(githubKeys);

/** How one repository is asked for. */
export interface GitHubAccess {
  readonly api: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly withToken: boolean;
  readonly cache: PageCache;
}

const defaultApi = 'https://api.github.com';
/** https://docs.github.com/en/rest/about-the-rest-api/api-versions */
const apiVersion = '2022-11-28';

export function githubAccess(configured: z.output<typeof settings>, context: PartContext): GitHubAccess {
  const { effects, where, placeholders } = context;
  const home = serverAddress(effects.environment.GITHUB_API_URL || defaultApi, 'GITHUB_API_URL').url;
  const api =
    configured.api === undefined
      ? home
      : serverAddress(effects.variables.fill(configured.api, `${where}.api`, placeholders), `${where}.api`).url;
  const token = readToken(configured.token, context, api.origin === home.origin);
  const folder = cacheFolder(effects.environment);
  return {
    api,
    headers: {
      accept: 'application/vnd.github+json',
      'x-github-api-version': apiVersion,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    withToken: token !== undefined,
    cache: folder === undefined ? noPageCache : pageCacheIn(join(folder, 'github')),
  };
}

/** Goes through `variables`, so that the token is masked before anything is done with it. */
function readToken(configured: string | undefined, context: PartContext, isHome: boolean): string | undefined {
  const { effects, where, placeholders } = context;
  if (configured !== undefined) return effects.variables.fill(configured, `${where}.token`, placeholders);
  if (!isHome || !effects.environment.GITHUB_TOKEN) return undefined;
  return effects.variables.fill('${GITHUB_TOKEN}', where);
}
