import type { Situation } from '../history/situation.ts';
import { dayTime } from '../messages/moments.ts';
import { notReady, restoreUnfinished, withNothingPending } from './check.ts';
import { alreadyDone, cannotTell, type Decision, refuse } from './decision.ts';

/** Accepts a hop that a person did by hand as done, if the system runs what the hop leads to. */
export function decideAdopt(situation: Situation): Decision {
  const { hop, promotion, standing } = situation;
  const unfinished = restoreUnfinished(situation);
  if (unfinished !== undefined) return unfinished;
  if (promotion.completed !== undefined)
    return alreadyDone(`Hop ${hop.id} was completed on ${dayTime(promotion.completed.at)}.`);
  if (standing.kind === 'unknown') {
    return cannotTell(
      `The version of production could not be determined: ${standing.reason}.`,
      'It is not known what would be adopted. Nothing was recorded.',
      'Check that the server is running and that this machine can reach its url.',
    );
  }
  if (standing.kind !== 'on-to') {
    const runs = standing.kind === 'on-from' ? hop.from : standing.version;
    return refuse(
      `Production runs ${runs}, not ${hop.to}.`,
      'A hop can be adopted only when production already runs what it leads to. Nothing was recorded.',
      'Name the hop that leads to what production runs, or start a new run.',
    );
  }
  return (
    notReady(situation, hop.to) ?? {
      kind: 'act',
      because: `Production runs ${hop.to}, healthy${withNothingPending(situation.observation)}.`,
    }
  );
}
