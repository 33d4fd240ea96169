import { z } from 'zod';
import { kind, type Part } from '../config/kind.ts';
import { listedRelease, publishedTagFrom } from './listed.ts';
import type { ReleaseSource } from './release.ts';

export const list: z.ZodType<Part<ReleaseSource>> = kind(
  'list',
  z.array(listedRelease).min(1).describe('The releases, written out here: versions in quotes, or with dates and more.'),
  (listed, { where }) => ({
    read: async () => ({ source: `the list in ${where}`, tags: listed.map(publishedTagFrom) }),
  }),
);
