import type { Entry } from '../model/event.ts';
import type { PlannedHop } from '../model/planned-hop.ts';
import { after, isOf } from './entries.ts';
import { promotionOf } from './promotion.ts';
import { recordOf } from './record.ts';

export interface HalfDone {
  readonly hop: PlannedHop;
  /** When its deploy on production was started. */
  readonly since: string;
}

/**
 * The incomplete hop whose deploy on production was started last. It is finished before anything else, since a new plan
 * that starts from what production runs would skip it.
 */
export function halfDoneHop(entries: readonly Entry[]): HalfDone | undefined {
  const started = entries.findLast(({ event }) => event.type === 'deploying' && event.environment === 'production');
  if (started?.event.type !== 'deploying') return undefined;
  const { id, digest } = started.event.hop;
  const promotion = promotionOf(recordOf(entries, started.event.hop));
  if (!promotion.deployStarted || promotion.completed !== undefined) return undefined;
  // Adopting a hop as done means the hop itself, whatever configuration it was started with.
  if (after(entries, started).some((entry) => isOf(entry, 'adopted') && entry.event.hop.id === id)) return undefined;
  const planned = entries.flatMap(({ event }) => (event.type === 'planned' ? event.hops : []));
  const hop = planned.findLast((candidate) => candidate.id === id && candidate.digest === digest);
  return hop === undefined ? undefined : { hop, since: started.at };
}
