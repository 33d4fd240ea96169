import { downtimeText, durationText } from '../messages/quantities.ts';
import type { EnvironmentName, Hop } from '../model/hop.ts';
import { type Availability, availabilityText } from '../timing/availability.ts';
import { failed, type Settled } from './decision.ts';

/**
 * A rehearsal whose deploy was down for longer than its limit has failed, since production would be down as long. So has one
 * whose downtime is unknown. Undefined if it stayed within the limit, or has none.
 * @param seen if it was not measured, a clause that says why
 */
export function decideDowntime(
  seen: Availability | string,
  limit: number | undefined,
  { to, environment }: Pick<Hop, 'to'> & { readonly environment: EnvironmentName },
): Settled | undefined {
  if (limit === undefined) return undefined;
  if (environment === 'production') return tooLongOnProduction(seen, limit, to);
  if (typeof seen === 'string') {
    return failed(
      `The downtime of staging while ${to} was deployed was not measured: ${seen}. "rehearsal.max-downtime" is ${durationText(limit)}.`,
      'Production may be down for longer. It was not touched.',
      'Start a new run: it rehearses again. If it cannot be measured at all, remove "rehearsal.max-downtime" from the configuration.',
    );
  }
  if (seen.downtimeMilliseconds <= limit) return undefined;
  return failed(
    `While ${to} was deployed, staging was down for ${downtimeText(seen.downtimeMilliseconds)}; "rehearsal.max-downtime" is ${durationText(limit)}.`,
    `Production would be down for as long. It was not touched. ${availabilityText(seen)}`,
    'Change how it is deployed, or raise "rehearsal.max-downtime" in the configuration; then start a new run: it rehearses again.',
  );
}

/** With staging waived, the downtime is known only afterwards. That it was not measured is no reason to stop half way. */
function tooLongOnProduction(seen: Availability | string, limit: number, to: string): Settled | undefined {
  if (typeof seen === 'string' || seen.downtimeMilliseconds <= limit) return undefined;
  return failed(
    `While ${to} was deployed, production was interrupted for ${downtimeText(seen.downtimeMilliseconds)}; "rehearsal.max-downtime" is ${durationText(limit)}.`,
    `It is in place. What follows was not started: it may take as long. ${availabilityText(seen)}`,
    'Find out why it took so long. To continue anyway, start a new run, which finishes this hop; if that much downtime is normal, raise "rehearsal.max-downtime" in the configuration.',
  );
}
