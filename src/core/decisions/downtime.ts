import { downtimeText, durationText } from '../messages/quantities.ts';
import type { Hop } from '../model/hop.ts';
import { type Availability, availabilityText } from '../timing/availability.ts';
import { failed, type Settled } from './decision.ts';

/** A rehearsal whose deploy was down for too long has failed: production would be as long. Undefined where it was not. */
export function decideDowntime(
  seen: Availability | undefined,
  limit: number | undefined,
  { to }: Pick<Hop, 'to'>,
): Settled | undefined {
  if (seen === undefined || limit === undefined || seen.downtimeMilliseconds <= limit) return undefined;
  return failed(
    `While ${to} was deployed, staging was not serving for ${downtimeText(seen.downtimeMilliseconds)}; "rehearsal.max-downtime" is ${durationText(limit)}.`,
    `Production would be down as long. It was not touched. ${availabilityText(seen)}`,
    'Change how it is deployed, or raise "rehearsal.max-downtime" in the configuration; then start a new run: it rehearses again.',
  );
}
