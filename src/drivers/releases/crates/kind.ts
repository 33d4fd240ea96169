import prerelease from 'semver/functions/prerelease.js';
import { z } from 'zod';
import type { PublishedTag } from '../../../core/model/release.ts';
import { template } from '../../../core/settings/scalars.ts';
import { kind } from '../../../world/effects/kind.ts';
import { allPages } from '../all-pages.ts';
import { readJson } from '../answer.ts';
import { httpClient } from '../http.ts';
import { malformedResponse, refusedAnswer } from '../http-failure.ts';
import { publishedAt } from '../published-date.ts';
import type { ReleaseKind } from '../release-kind.ts';
import { below, serverAddress } from '../server-address.ts';

const publicServer = 'https://crates.io';

const crateName = /^[a-z][a-z0-9_-]*$/i;

const settings = () =>
  z
    .strictObject({
      crate: z
        .string()
        .regex(crateName, 'the name of a crate: letters, digits, "_" and "-"')
        .describe('The crate, e.g. `ripgrep`.'),
      server: template.optional().describe(`The address of the registry's server. Default: ${publicServer}.`),
    })
    .describe('All versions of a Rust crate, with their dates; yanked versions count as withdrawn.');

/** https://crates.io/api/openapi.json */
const versionsPage = z.lazy(() =>
  z.object({
    versions: z.array(
      z.object({
        num: z.string(),
        created_at: z.unknown().optional(),
        yanked: z.boolean(),
        yank_message: z.string().nullish(),
      }),
    ),
    meta: z.object({ total: z.int().optional(), next_page: z.string().nullish() }).optional(),
  }),
);

/** The policy of crates.io requires a name with an address, and at most one request a second: https://crates.io/data-access */
const userAgent = 'staged-upgrade (https://github.com/staged-upgrade/staged-upgrade)';
const pauseMilliseconds = 1000;
const perPage = 100;
/** No crate has nearly as many versions. */
const maxPages = 100;

const part: ReleaseKind['part'] = kind('crates', settings, ({ crate, server }, { effects, where, placeholders }) => ({
  read: async (signal) => {
    const source = `crate ${crate}`;
    const written =
      server === undefined ? publicServer : effects.variables.fill(server, `${where}.server`, placeholders);
    const address = serverAddress(written, `${where}.server`);
    const get = httpClient(effects, { source });
    const headers = { accept: 'application/json', 'user-agent': userAgent, ...address.headers };
    const first = below(address.url, `api/v1/crates/${crate}/versions`);
    first.searchParams.set('per_page', String(perPage));
    let total = 0;
    const tags = await allPages(source, first, maxPages, async (url) => {
      if (url !== first) await effects.clock.sleep(pauseMilliseconds, signal);
      const reply = await get({ url, headers }, signal);
      if (reply.status !== 200) throw refusedAnswer(source, url, reply);
      const { versions, meta } = readJson(versionsPage, reply, { source, url });
      total = Math.max(total, meta?.total ?? 0);
      const next = meta?.next_page ?? undefined;
      return { items: versions.map(tagFrom), next: next === undefined ? undefined : new URL(next, url) };
    });
    if (tags.length < total)
      throw malformedResponse(source, first, `has ${tags.length} of the ${total} versions that it speaks of`);
    return { source, tags };
  },
}));

export const crates: ReleaseKind = {
  part,
  published: { word: 'crates', name: crateName, example: 'ripgrep', scheme: 'semver', keys: ['crates', 'crate'] },
};

function tagFrom(version: z.output<typeof versionsPage>['versions'][number]): PublishedTag {
  const { num, created_at, yanked, yank_message } = version;
  const reason = yank_message?.trim() || 'It is yanked on the registry';
  return {
    tag: num,
    prerelease: prerelease(num) !== null,
    ...publishedAt(created_at),
    ...(yanked ? { withdrawn: { reason } } : {}),
  };
}
