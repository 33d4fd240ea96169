import { isWholeOn } from '../history/path-rehearsal.ts';
import type { Rehearsal } from '../history/rehearsal.ts';
import type { Situation } from '../history/situation.ts';
import { alreadyDone, cannotTell, type Decision, refuse } from './decision.ts';

export interface CarryOver {
  /** The backup that staging was restored from, when the path was begun. */
  readonly backup: string;
}

export interface HopBefore {
  readonly id: string;
  readonly rehearsal: Rehearsal;
  readonly isAsLeft: boolean;
}

/**
 * In a rehearsal of the whole path only the first hop begins with a restore: the next one goes on where it ended.
 * @param before the hop before: its rehearsal, and whether nothing was done on staging since
 */
export function decideCarryOver(situation: Situation, before: HopBefore): Decision<CarryOver> {
  const { hop, rehearsal, standing, observation } = situation;
  if (rehearsal.kind === 'passed') return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind === 'started')
    return alreadyDone(`The rehearsal of this hop is under way since ${rehearsal.startedAt}.`);
  const again = 'Start the rehearsal of the path anew.';
  if (before.rehearsal.kind !== 'passed') {
    return refuse(`The rehearsal of ${before.id} has not passed.`, `${hop.id} cannot go on from it.`, again);
  }
  const { backup } = before.rehearsal;
  if (backup === undefined)
    return refuse(
      `The rehearsal of ${before.id} restored nothing.`,
      `There is nothing that ${hop.id} could carry over.`,
      again,
    );
  if (!before.isAsLeft) {
    return refuse(
      `Something else was done on staging since the rehearsal of ${before.id} passed.`,
      `Its data is not what ${hop.id} would find.`,
      again,
    );
  }
  if (standing.kind === 'unknown') {
    return cannotTell(
      `Staging does not tell its version: ${standing.reason}.`,
      'Nothing was done.',
      'Look at its server, then run again.',
    );
  }
  if (!isWholeOn(hop.from, observation)) {
    return refuse(
      `Staging is not healthy on ${hop.from} with all its migrations complete.`,
      `The rehearsal of ${before.id} has not left it so, or something was done to it since.`,
      again,
    );
  }
  return {
    kind: 'act',
    backup,
    because: `Staging stands on ${hop.from}, where ${before.id} has left it.`,
  };
}
