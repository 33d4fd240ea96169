import { z } from 'zod';
import { kind } from '../../../world/effects/kind.ts';
import { listedRelease, publishedTagFrom } from '../listed.ts';
import type { ReleaseKind } from '../release-kind.ts';

const part: ReleaseKind['part'] = kind(
  'list',
  () =>
    z
      .array(listedRelease)
      .min(1)
      .describe('The releases, written out here: versions in quotes, or with dates and more.'),
  (listed, { where }) => ({
    read: async () => ({ source: `the list in ${where}`, tags: listed.map(publishedTagFrom) }),
  }),
);

export const list: ReleaseKind = { part };
