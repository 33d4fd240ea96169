import type { Hop } from '../hop/hop.ts';
import type { Observation } from '../hop/observation.ts';
import { promotionOf } from '../hop/promotion.ts';
import { recordOf } from '../hop/record.ts';
import type { Entry } from '../journal/event.ts';

/** "Production runs X on data of Y, serving: yes." The first thing people want to know after a failure. */
export function productionLine(hop: Hop, entries: readonly Entry[], observation: Observation | undefined): string {
  if (observation === undefined) return lastSeen(entries);
  const { version, serving } = observation;
  const runs = version.kind === 'known' ? version.value : `something that does not answer (${version.reason})`;
  const dataOf = promotionOf(recordOf(entries, hop)).migrating === undefined ? hop.from : hop.to;
  const serves = serving.kind === 'unknown' ? `cannot tell (${serving.reason})` : serving.kind;
  return `Production runs ${runs} on data of ${dataOf}, serving: ${serves}.`;
}

/** A staging job has no access to production: what the journal saw last is all that can honestly be said. */
function lastSeen(entries: readonly Entry[]): string {
  const seen = entries.findLast(
    ({ event }) => (event.type === 'checked' || event.type === 'deployed') && event.environment === 'production',
  );
  if (seen?.event.type !== 'checked' && seen?.event.type !== 'deployed') return 'Production was not touched.';
  return `Production was not touched by this step; it was last seen on ${seen.event.version} at ${seen.at}.`;
}
