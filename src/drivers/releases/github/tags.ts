import { z } from 'zod';
import { kind } from '../../../world/effects/kind.ts';
import type { ReleaseKind } from '../release-kind.ts';
import { allGitHubItems } from './pages.ts';
import { githubAccess, githubKeys } from './settings.ts';

const settings = () =>
  z
    .strictObject(githubKeys)
    .describe(
      'The tags of a repository on GitHub. They have no dates, so a rule about the age of releases finds none.',
    );

/** https://docs.github.com/en/rest/repos/repos#list-repository-tags */
const tag = z.lazy(() => z.object({ name: z.string().min(1) }));

const part: ReleaseKind['part'] = kind('github-tags', settings, (configured, context) => ({
  read: async (signal) => {
    const { repository } = configured;
    const source = `GitHub tags of ${repository}`;
    const access = githubAccess(configured, context);
    const asked = { access, effects: context.effects, source };
    const items = await allGitHubItems(`repos/${repository}/tags`, tag, asked, signal);
    return { source, tags: [...new Set(items.map(({ name }) => name))].map((name) => ({ tag: name })) };
  },
}));

export const githubTags: ReleaseKind = { part };
