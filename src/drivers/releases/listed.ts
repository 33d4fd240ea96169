import { z } from 'zod';
import type { PublishedTag } from '../../core/model/release.ts';
import { onDemand } from '../../core/settings/on-demand.ts';
import { isPublishedDate } from './published-date.ts';

const versionText = z
  .string({
    error: (issue) =>
      typeof issue.input === 'number'
        ? `a version in quotes, because YAML reads 1.10 as the number 1.1`
        : 'a version in quotes, such as "4.1.12"',
  })
  .min(1);

const date = z.string().refine(isPublishedDate, 'a date such as 2026-04-24 or 2026-04-24T09:30:00Z');

const webAddress = z.url({ protocol: /^https?$/, error: 'an address that starts with https:// or http://' });

export const withdrawal = onDemand(() =>
  z
    .strictObject({
      reason: z.string().min(1).describe('Why it must not be used; shown in the plan.'),
      url: webAddress.optional().describe('Where the vendor says so.'),
      'fixed-in': versionText.optional().describe('The release that fixes it.'),
    })
    .describe('Marks a release as withdrawn: no path stops at it.'),
);

/** A release as a person, or `--save-releases`, writes it down. */
export const listedRelease = onDemand(() =>
  z.union([
    versionText.describe('The version as it is published: `v4.0.4`.'),
    z.strictObject({
      version: versionText.describe('The version as it is published: `v4.0.4`.'),
      date: date.optional().describe('When it was published: `2026-04-24`, or with a time and zone.'),
      prerelease: z.boolean().optional().describe('Default: derived from the version itself.'),
      withdrawn: withdrawal.optional(),
      notes: z.string().optional().describe('Release notes in Markdown.'),
      url: webAddress.optional().describe('Where its release notes are.'),
      parts: z
        .record(z.string().min(1), versionText)
        .optional()
        .describe('Versions of parts that were published together with it: `{ chart: "8.1.0" }`.'),
      'upgrades-to': z
        .strictObject({
          minor: z.array(versionText).default([]).describe('Within its major.'),
          major: z.array(versionText).default([]).describe('What the vendor calls a major upgrade.'),
        })
        .optional()
        .describe('The releases to which the vendor allows a direct upgrade, for the rule `listed-upgrades`.'),
    }),
  ]),
);

export type ListedRelease = z.output<typeof listedRelease>;

export function publishedTagFrom(listed: ListedRelease): PublishedTag {
  if (typeof listed === 'string') return { tag: listed };
  const { version: tag, date: publishedAt, prerelease, withdrawn, notes, url, parts, 'upgrades-to': upgrades } = listed;
  return {
    tag,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(prerelease === undefined ? {} : { prerelease }),
    ...(withdrawn === undefined ? {} : { withdrawn: withdrawalFrom(withdrawn) }),
    ...(notes === undefined ? {} : { notes }),
    ...(url === undefined ? {} : { url }),
    ...(parts === undefined ? {} : { parts }),
    ...(upgrades === undefined ? {} : { upgrades }),
  };
}

export function listedFrom(published: PublishedTag): ListedRelease {
  const { tag: version, publishedAt: date, prerelease, withdrawn, notes, url, parts, upgrades } = published;
  return {
    version,
    ...(date === undefined ? {} : { date }),
    ...(prerelease === undefined ? {} : { prerelease }),
    ...(withdrawn === undefined
      ? {}
      : {
          withdrawn: {
            reason: withdrawn.reason,
            ...(withdrawn.url === undefined ? {} : { url: withdrawn.url }),
            ...(withdrawn.fixedIn === undefined ? {} : { 'fixed-in': withdrawn.fixedIn }),
          },
        }),
    ...(notes === undefined ? {} : { notes }),
    ...(url === undefined ? {} : { url }),
    ...(parts === undefined ? {} : { parts }),
    ...(upgrades === undefined ? {} : { 'upgrades-to': { minor: [...upgrades.minor], major: [...upgrades.major] } }),
  };
}

function withdrawalFrom(listed: z.output<typeof withdrawal>): NonNullable<PublishedTag['withdrawn']> {
  return {
    reason: listed.reason,
    ...(listed.url === undefined ? {} : { url: listed.url }),
    ...(listed['fixed-in'] === undefined ? {} : { fixedIn: listed['fixed-in'] }),
  };
}
