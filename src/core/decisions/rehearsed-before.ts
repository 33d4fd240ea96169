import type { Rehearsal } from '../history/rehearsal.ts';
import { dayTime } from '../messages/moments.ts';
import { alreadyDone, type Settled } from './decision.ts';

/**
 * What every step of a rehearsal reports after the rehearsal has passed: nothing is left to do on staging.
 * @param backup for a step that outputs it
 */
export function rehearsedBefore({ at }: Extract<Rehearsal, { readonly kind: 'passed' }>, backup?: string): Settled {
  const on = backup === undefined ? '' : `, on ${backup}`;
  return alreadyDone(`The rehearsal of this hop passed on ${dayTime(at)}${on}.`, backup);
}
