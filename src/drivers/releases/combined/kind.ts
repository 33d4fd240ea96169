import { z } from 'zod';
import type { ReleaseSource } from '../../../core/model/release.ts';
import { kind, type Part } from '../../../world/effects/kind.ts';

/**
 * Several sources as one. A product may have moved: Mender's server was released from `integration` up to 3.7, and from
 * `mender-server` since 4.0.
 */
export function combined(single: z.ZodType<Part<ReleaseSource>>): z.ZodType<Part<ReleaseSource>> {
  return kind(
    'combined',
    () => z.array(single).min(2).describe('Several sources, read as one; a release that is in several counts once.'),
    (parts, context) => ({
      read: async (signal) => {
        const all = [];
        for (const [place, part] of parts.entries()) {
          all.push(await part.open({ ...context, where: `${context.where}.${place}` }).read(signal));
        }
        return { source: all.map(({ source }) => source).join(' and '), tags: all.flatMap(({ tags }) => tags) };
      },
    }),
  );
}
