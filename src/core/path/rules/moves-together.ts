import { z } from 'zod';
import { partVersion } from '../../model/parts.ts';
import { isWithin } from '../graph/part-version.ts';
import { exactVersion, versionRange } from '../sources/versions/version-range.ts';
import { part, reasonKeys } from './common.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({
      part,
      table: z
        .array(
          z
            .strictObject({
              releases: versionRange.describe('Releases of the product.'),
              versions: versionRange.describe('The versions of the part that go with these releases.'),
              to: partVersion
                .optional()
                .describe(
                  'Which of them a hop to one of these releases deploys, if there are several: `{parts.NAME}`. It can be left out if `versions` is one exact version.',
                ),
            })
            .refine(({ to, versions }) => to === undefined || isWithin(to, versions), {
              path: ['to'],
              error: 'a version that is one of `versions`',
            }),
        )
        .min(1)
        .describe('Which versions of the part go with which releases; the first row that matches applies.'),
      ...reasonKeys,
    })
    .describe('A part that is deployed together with the release, and its version.');

export const movesTogether = ruleKind('moves-together', { role: 'remark' }, settings, ({ part, table }) => ({
  part,
  partTable: (catalogue, source) => ({
    source,
    part,
    rows: table.map(({ releases, versions, to = exactVersion(versions) }) => ({
      spans: catalogue.spans(releases),
      versions,
      to,
    })),
  }),
  whyInactive: (known) => {
    const rows = table.map(({ releases }) => releases);
    return rows.every(known.isEmpty) ? `no release matches ${rows.map((one) => `"${one}"`).join(', ')}` : undefined;
  },
}));
