import { isWholeOn } from '../history/path-rehearsal.ts';
import type { Rehearsal } from '../history/rehearsal.ts';
import type { Situation } from '../history/situation.ts';
import { dayTime } from '../messages/moments.ts';
import { alreadyDone, cannotTell, type Decision, refuse } from './decision.ts';
import { rehearsedBefore } from './rehearsed-before.ts';

export interface CarryOver {
  /** The backup that staging was restored from when the path was started. */
  readonly backup: string;
}

export interface HopBefore {
  readonly id: string;
  readonly rehearsal: Rehearsal;
  readonly isAsLeft: boolean;
}

/**
 * In a rehearsal of the whole path only the first hop starts with a restore: each later hop continues where the previous one ended.
 * @param before the previous hop: its rehearsal, and whether staging is unchanged since
 */
export function decideCarryOver(situation: Situation, before: HopBefore): Decision<CarryOver> {
  const { hop, rehearsal, standing, observation } = situation;
  if (rehearsal.kind === 'passed') return rehearsedBefore(rehearsal);
  if (rehearsal.kind === 'started')
    return alreadyDone(`The rehearsal of this hop has been under way since ${dayTime(rehearsal.startedAt)}.`);
  const again = 'Start the rehearsal of the path again.';
  if (before.rehearsal.kind !== 'passed') {
    return refuse(`The rehearsal of ${before.id} has not passed.`, `${hop.id} cannot continue from it.`, again);
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
      `Its data is not what ${hop.id} should start from.`,
      again,
    );
  }
  if (standing.kind === 'unknown') {
    return cannotTell(
      `The version of staging could not be determined: ${standing.reason}.`,
      'Nothing was done.',
      'Check its server, then run again.',
    );
  }
  if (!isWholeOn(hop.from, observation)) {
    return refuse(
      `Staging is not healthy on ${hop.from} with all its migrations complete.`,
      `The rehearsal of ${before.id} did not leave it in that state, or something has changed it since.`,
      again,
    );
  }
  return {
    kind: 'act',
    backup,
    because: `Staging is on ${hop.from}, where ${before.id} left it.`,
  };
}
