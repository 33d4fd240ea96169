import { z } from 'zod';
import type { ReleaseSource } from '../../../core/model/release.ts';
import { kind, type Part } from '../../../world/effects/kind.ts';
import { listedRelease, publishedTagFrom } from '../listed.ts';

export const list: z.ZodType<Part<ReleaseSource>> = kind(
  'list',
  z.array(listedRelease).min(1).describe('The releases, written out here: versions in quotes, or with dates and more.'),
  (listed, { where }) => ({
    read: async () => ({ source: `the list in ${where}`, tags: listed.map(publishedTagFrom) }),
  }),
);
