import { alreadyDone, cannotTell, type Decision, refuse } from '../decision.ts';
import type { Rehearsal } from '../rehearsal.ts';
import type { Situation } from '../situation.ts';

export interface CarryOver {
  /** The backup that staging was restored from, when the path was begun. */
  readonly backup: string;
}

/**
 * In a rehearsal of the whole path only the first hop begins with a restore: the next one goes on where it ended.
 * @param before the rehearsal of the hop before
 */
export function decideCarryOver(situation: Situation, before: Rehearsal, beforeId: string): Decision<CarryOver> {
  const { hop, rehearsal, standing, observation } = situation;
  if (rehearsal.kind === 'passed') return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
  if (rehearsal.kind === 'started')
    return alreadyDone(`The rehearsal of this hop is under way since ${rehearsal.startedAt}.`);
  const again = 'Start the rehearsal of the path anew.';
  if (before.kind !== 'passed') {
    return refuse(`The rehearsal of ${beforeId} has not passed.`, `${hop.id} cannot go on from it.`, again);
  }
  if (standing.kind === 'unknown') {
    return cannotTell(
      `Staging does not tell its version: ${standing.reason}.`,
      'Nothing was done.',
      'Look at its server, then run again.',
    );
  }
  if (standing.kind !== 'on-from' || observation.serving.kind !== 'yes' || observation.migrations.kind !== 'done') {
    return refuse(
      `Staging is not healthy on ${hop.from} with all its migrations complete.`,
      `The rehearsal of ${beforeId} has not left it so, or something was done to it since.`,
      again,
    );
  }
  return {
    kind: 'act',
    backup: before.backup,
    because: `Staging stands on ${hop.from}, where ${beforeId} has left it.`,
  };
}
