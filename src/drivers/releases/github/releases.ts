import { z } from 'zod';
import type { PublishedTag } from '../../../core/model/release.ts';
import { kind } from '../../../world/effects/kind.ts';
import { publishedAt } from '../published-date.ts';
import type { ReleaseKind } from '../release-kind.ts';
import { allGitHubItems } from './pages.ts';
import { githubAccess, githubKeys, repositoryName } from './settings.ts';

const settings = () =>
  z
    .strictObject(githubKeys)
    .describe('The releases of a repository on GitHub, with dates and notes. Drafts are left out.');

/** https://docs.github.com/en/rest/releases/releases#list-releases */
const release = z.lazy(() =>
  z.object({
    tag_name: z.string().min(1),
    draft: z.boolean(),
    prerelease: z.boolean(),
    published_at: z.string().nullish(),
    html_url: z.string(),
    body: z.string().nullish(),
  }),
);

const part: ReleaseKind['part'] = kind('github-releases', settings, (configured, context) => ({
  read: async (signal) => {
    const { repository } = configured;
    const source = `GitHub releases of ${repository}`;
    const access = githubAccess(configured, context);
    const asked = { access, effects: context.effects, source };
    const items = await allGitHubItems(`repos/${repository}/releases`, release, asked, signal);
    const tags = items.filter(({ draft }) => !draft).map(publishedTag);
    // A release that is published while the pages are read shifts the others, one of them onto the next page.
    return { source, tags: [...new Map(tags.map((tag) => [tag.tag, tag])).values()] };
  },
}));

export const githubReleases: ReleaseKind = {
  part,
  published: {
    word: 'github',
    name: repositoryName,
    example: 'medplum/medplum',
    scheme: 'semver',
    keys: ['github-releases', 'repository'],
  },
};

function publishedTag({ tag_name, prerelease, published_at, html_url, body }: z.output<typeof release>): PublishedTag {
  return {
    tag: tag_name,
    prerelease,
    url: html_url,
    ...publishedAt(published_at),
    ...(body ? { notes: body.replaceAll('\r\n', '\n') } : {}),
  };
}
