import { inEnvironment, latest } from '../core/history/entries.ts';
import { promotionOf } from '../core/history/promotion.ts';
import { type HopRecord, recordOf } from '../core/history/record.ts';
import { dayTime } from '../core/messages/moments.ts';
import type { Entry } from '../core/model/event.ts';
import type { Hop } from '../core/model/hop.ts';
import type { Observation } from '../core/model/observation.ts';

/** "Production runs X on data of Y, serving: yes." The first thing people want to know after a failure. */
export function productionLine(hop: Hop, entries: readonly Entry[], observation: Observation | undefined): string {
  if (observation === undefined) return lastSeen(entries);
  const { version, serving } = observation;
  const runs = version.kind === 'known' ? version.value : `something that does not answer (${version.reason})`;
  const serves = serving.kind === 'unknown' ? `unknown (${serving.reason})` : serving.kind;
  const data = dataOf(hop, recordOf(entries, hop), version.kind === 'known' ? version.value : undefined);
  return `Production runs ${runs}${data === undefined ? '' : ` on ${data}`}, serving: ${serves}.`;
}

/** Only what is known: which release has changed the data, or that it may have. Undefined if this hop says nothing about it. */
function dataOf({ from, to }: Hop, record: HopRecord, version: string | undefined): string | undefined {
  const { migrating, waited, completed, deployStarted } = promotionOf(record);
  const deferred = latest(inEnvironment(record.entries, 'production'), 'deploying')?.event.deferred;
  if (completed !== undefined || (migrating !== undefined && waited !== undefined)) return `data of ${to}`;
  if (migrating !== undefined) return `data whose migration to ${to} was started`;
  if (deployStarted) return deferred === false ? `data that ${to} may have migrated` : `data of ${from}`;
  // Before its turn, production still is on an earlier hop, or off the path.
  return version === from ? `data of ${from}` : undefined;
}

/** A staging job has no access to production: all it can honestly report is what the journal last saw. */
function lastSeen(entries: readonly Entry[]): string {
  const seen = entries.findLast(
    ({ event }) => (event.type === 'checked' || event.type === 'deployed') && event.environment === 'production',
  );
  if (seen?.event.type !== 'checked' && seen?.event.type !== 'deployed') return 'Production was not touched.';
  return `Production was not touched by this step; it was last seen on ${seen.event.version} on ${dayTime(seen.at)}.`;
}
