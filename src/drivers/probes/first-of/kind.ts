import { z } from 'zod';
import { kind, type Part } from '../../../world/effects/kind.ts';
import type { VersionProbe } from '../probe.ts';

/**
 * Several probes as one, for a product whose releases answer at different places. They are tried in order, so a
 * server is only queried further while it has not reported its version.
 */
export function firstVersion(single: z.ZodType<Part<VersionProbe>>): z.ZodType<Part<VersionProbe>> {
  return kind(
    'first-of',
    () =>
      z
        .array(single)
        .min(2)
        .describe(
          'Several probes, for releases that report it in different places: the first that finds a version counts.',
        ),
    (parts, context) => {
      const probes = parts.map((part, place) => part.open({ ...context, where: `${context.where}.${place}` }));
      return async (signal) => {
        const reasons: string[] = [];
        let refused = false;
        for (const probe of probes) {
          const reading = await probe(signal);
          if (reading.kind === 'known') return reading;
          reasons.push(reading.reason);
          refused ||= reading.refused === true;
        }
        return { kind: 'unknown', reason: reasons.join('; '), ...(refused ? { refused: true } : {}) };
      };
    },
  );
}
