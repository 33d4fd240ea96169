import type { PublishedTags } from '../../src/core/model/release.ts';
import { manifestFile } from '../support/medplum/releases.ts';

/** The newest patch of each minor: lower ones are listed too. */
const newest: Readonly<Record<string, number>> = {
  '3.1': 11,
  '3.2': 33,
  '3.3': 0,
  '4.0': 4,
  '4.1': 12,
  '4.2': 6,
  '4.3': 15,
  '4.4': 3,
  '4.5': 2,
  '5.0': 15,
  '5.1': 12,
};

/** What medplum/medplum had published, as its tags are written. */
export function medplumReleases(others: Readonly<Record<string, number>> = {}): PublishedTags {
  const tags = Object.entries({ ...newest, ...others }).flatMap(([minor, last]) =>
    Array.from({ length: last + 1 }, (_, patch) => ({ tag: `v${minor}.${patch}` })),
  );
  return { source: 'GitHub releases of medplum/medplum', tags };
}

const manifest =
  /^\/medplum\/medplum\/v(?<release>[0-9.]+)\/packages\/server\/src\/migrations\/data\/data-version-manifest\.json$/;

/** GitHub, as far as a plan asks it: the releases, and the manifest at a tag. */
export function githubFor(published: PublishedTags): typeof fetch & { readonly asked: string[] } {
  const asked: string[] = [];
  const answer: typeof fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    asked.push(url.href);
    const release = url.host === 'raw.githubusercontent.com' ? manifest.exec(url.pathname)?.groups?.release : undefined;
    if (release !== undefined) return new Response(manifestFile(release));
    if (url.pathname !== '/repos/medplum/medplum/releases') return new Response('Not found', { status: 404 });
    const page = Number(url.searchParams.get('page') ?? '1');
    const items = published.tags.slice((page - 1) * 100, page * 100).map(({ tag }) => ({
      tag_name: tag,
      draft: false,
      prerelease: false,
      published_at: null,
      html_url: `https://github.com/medplum/medplum/releases/tag/${tag}`,
      body: tag === 'v4.0.0' ? '## Breaking changes\n\n- The old search parameters are gone.' : '',
    }));
    return Response.json(items);
  };
  return Object.assign(answer, { asked });
}
