import type { Hop } from '../model/hop.ts';
import type { Reading } from '../model/observation.ts';
import { cannotTell, refuse, type Settled } from './decision.ts';

/**
 * Why a hop may not begin as far as the parts beside the release go: what was rehearsed started from others than
 * production has. Undefined where each part that a probe shows is the hop's.
 * @param observed by name; what no probe shows is not in it, and a person has answered for it
 */
export function otherParts(
  { id, from, parts }: Pick<Hop, 'id' | 'from' | 'parts'>,
  observed: Readonly<Record<string, Reading<string>>>,
): Settled | undefined {
  const readings = Object.entries(parts?.from ?? {}).flatMap(([name, planned]) => {
    const reading = observed[name];
    return reading === undefined ? [] : [{ name, planned, reading }];
  });
  const other = readings.flatMap(({ name, planned, reading }) =>
    reading.kind === 'known' && reading.value !== planned ? [{ name, planned, seen: reading.value }] : [],
  );
  const [first] = other;
  if (first !== undefined) {
    const all = other.map(
      ({ name, planned, seen }) => `the part "${name}" is ${seen}, and the hop starts from ${planned}`,
    );
    return refuse(
      `Production runs ${from}, but ${all.join('; ')}.`,
      `Hop ${id} was planned, and may have been rehearsed, from something else. Nothing was changed.`,
      `Start a new run: it plans from what production has. Or set "${first.name}" back to ${first.planned}.`,
    );
  }
  for (const { name, planned, reading } of readings) {
    if (reading.kind === 'unknown') {
      return cannotTell(
        `It could not be determined whether the part "${name}" of production is ${planned}, which hop ${id} starts from: ${reading.reason}.`,
        'What was rehearsed may have started from another. Nothing was changed.',
        `Check the address and the credential of the probe of "${name}", then run again.`,
      );
    }
  }
  return undefined;
}
