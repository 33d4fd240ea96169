import { z } from 'zod';
import type { Serving } from '../../../core/model/observation.ts';
import { kind, type Part } from '../../../world/effects/kind.ts';
import type { HealthProbe } from '../probe.ts';

/** Several probes as one, for a system whose front end does not show the state of each service. */
export function allHealthy(single: z.ZodType<Part<HealthProbe>>): z.ZodType<Part<HealthProbe>> {
  return kind(
    'all-of',
    () =>
      z
        .array(single)
        .min(2)
        .describe(
          'Several probes, all of which must report that it is serving: for example of a frontend, and of the services behind it.',
        ),
    (parts, context) => {
      const probes = parts.map((part, place) => part.open({ ...context, where: `${context.where}.${place}` }));
      return async (signal) => {
        const answers = await Promise.all(probes.map((probe) => probe(signal)));
        return joined(answers, 'no') ?? joined(answers, 'unknown') ?? { kind: 'yes' };
      };
    },
  );
}

/** A person needs every reason: a front end often fails because of one of the services behind it. */
function joined(answers: readonly Serving[], wanted: 'no' | 'unknown'): Serving | undefined {
  const found = answers.flatMap((answer) => (answer.kind === wanted ? [answer] : []));
  const [first, ...others] = found;
  if (first === undefined || others.length === 0) return first;
  const refused = found.some((answer) => answer.refused === true);
  const reason = found.map((answer) => answer.reason).join('; ');
  return { kind: wanted, reason, ...(refused ? { refused: true } : {}) };
}
