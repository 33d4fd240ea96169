import { dayTime } from '../messages/moments.ts';
import type { Entry } from '../model/event.ts';
import { after, isOf, ofHop } from './entries.ts';
import { promotionOf } from './promotion.ts';
import { recordOf } from './record.ts';

/** What a run that nobody started may continue with. */
export type Unfinished =
  | {
      readonly kind: 'waits';
      readonly target: string;
      /** Manual steps that were acknowledged for it: nobody is asked for them again. */
      readonly acknowledged: readonly string[];
      /** What was passed to it besides the configuration: with other values, the path might be another. */
      readonly given: { readonly facts: readonly string[]; readonly parts: readonly string[] };
    }
  /** `because` is a sentence. */
  | { readonly kind: 'nothing'; readonly because: string };

/**
 * A climb that a person started and that only has to wait continues on its own. Nothing is started that nobody asked for, and
 * a person looks first at what failed, was refused, stopped or rolled back.
 */
export function unfinishedClimb(entries: readonly Entry[]): Unfinished {
  const planned = entries.findLast((entry) => isOf(entry, 'planned') && entry.event.operation === 'climb');
  if (planned === undefined || !isOf(planned, 'planned')) {
    return { kind: 'nothing', because: 'Nobody has started a climb yet.' };
  }
  const { target, hops, given = { facts: [], parts: [] } } = planned.event;
  if (hops.every((hop) => promotionOf(recordOf(entries, hop)).completed !== undefined)) {
    return { kind: 'nothing', because: `The climb to ${target} is complete.` };
  }
  const own = hops.flatMap((hop) => after(ofHop(entries, hop), planned));
  const stop = own.map(whyStopped).find((why) => why !== undefined);
  if (stop !== undefined) return { kind: 'nothing', because: stop };
  const acknowledged = hops.flatMap(({ manual }) => manual.filter((step) => step.acknowledged).map(({ id }) => id));
  return { kind: 'waits', target, acknowledged, given };
}

function whyStopped({ event, at }: Entry): string | undefined {
  if (event.type === 'ended' && event.outcome !== 'waiting') {
    return `The step "${event.command}" of hop ${event.hop.id} on ${event.environment} ended as ${event.outcome} on ${dayTime(at)}: ${event.message}`;
  }
  if ((event.type === 'rolling-back' || event.type === 'rolled-back') && event.environment === 'production') {
    return `Hop ${event.hop.id} was rolled back on ${dayTime(at)}.`;
  }
  return undefined;
}
