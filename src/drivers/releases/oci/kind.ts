import { z } from 'zod';
import { UserError } from '../../../core/messages/errors.ts';
import { template } from '../../../core/settings/scalars.ts';
import { kind } from '../../../world/effects/kind.ts';
import { nextPage } from '../../../world/link-header.ts';
import { allPages } from '../all-pages.ts';
import { readJson } from '../answer.ts';
import { httpClient } from '../http.ts';
import { refusedAnswer } from '../http-failure.ts';
import type { ReleaseKind } from '../release-kind.ts';
import { below } from '../server-address.ts';
import { type ImageName, parseImageName } from './image-name.ts';
import { registryClient } from './registry-client.ts';

const settings = () =>
  z
    .strictObject({
      repository: template.describe(
        'The image or chart, without a tag: `medplum/medplum-server` is on Docker Hub, `ghcr.io/acme/records` elsewhere.',
      ),
      username: template.optional().describe('The user, if the registry requires one.'),
      password: template.optional().describe('The password or token: `${REGISTRY_PASSWORD}`.'),
    })
    .describe(
      'The tags of an image or a chart in a container registry. They have no dates, and a tag can be moved to another image.',
    );

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags */
const tagList = z.lazy(() => z.object({ tags: z.array(z.string().min(1)).nullish() }));

const perPage = 1000;
const maxPages = 1000;

const part: ReleaseKind['part'] = kind('oci-tags', settings, (configured, context) => ({
  read: async (signal) => {
    const { effects, where, placeholders } = context;
    const fill = (key: 'repository' | 'username' | 'password') => {
      const text = configured[key];
      return text === undefined ? undefined : effects.variables.fill(text, `${where}.${key}`, placeholders);
    };
    const name = fill('repository') ?? '';
    const image = parseImageName(name) ?? notAnImage(name, where);
    const source = `tags of ${name}`;
    const user = fill('username');
    const login = user === undefined ? undefined : { user, password: fill('password') ?? '' };
    const get = registryClient(image, login, httpClient(effects, { source }), source);
    const first = below(image.registry, `v2/${image.repository}/tags/list`);
    first.searchParams.set('n', String(perPage));
    const tags = await allPages(source, first, maxPages, async (url) => {
      const reply = await get(url, signal);
      if (reply.status !== 200)
        throw refusedAnswer(source, url, reply, adviceOnRegistry(reply.status, login !== undefined));
      return { items: readJson(tagList, reply, { source, url }).tags ?? [], next: nextPage(reply.headers, url) };
    });
    return { source, tags: [...new Set(tags)].map((tag) => ({ tag })) };
  },
}));

export const ociTags: ReleaseKind = { part };

function adviceOnRegistry(status: number, withLogin: boolean): string | undefined {
  if (status !== 401 && status !== 403) return undefined;
  return withLogin
    ? 'Check username and password of this source, and that they may pull the image.'
    : 'Check the name of the image; a private one needs username and password, which may pull it.';
}

function notAnImage(name: string, where: string): ImageName {
  throw new UserError({
    happened: `${where}.repository is "${name}", which is not the name of an image.`,
    means: 'No releases are known, so no path was planned.',
    next: 'Write it in lowercase letters without a tag: medplum/medplum-server, or ghcr.io/acme/records.',
  });
}
