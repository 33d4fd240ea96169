import type { Rehearsal } from '../history/rehearsal.ts';
import { timeText } from '../messages/quantities.ts';
import { alreadyDone, type Settled } from './decision.ts';

/**
 * What every step of a rehearsal says where it has passed: nothing is left to do on staging.
 * @param backup of a step whose output it is
 */
export function rehearsedBefore({ at }: Extract<Rehearsal, { readonly kind: 'passed' }>, backup?: string): Settled {
  const on = backup === undefined ? '' : `, on ${backup}`;
  return alreadyDone(`The rehearsal of this hop passed on ${timeText(at)}${on}.`, backup);
}
