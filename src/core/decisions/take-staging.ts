import type { Situation } from '../history/situation.ts';
import { dayTime } from '../messages/moments.ts';
import { alreadyDone, cannotTell, type Decision, refuse, type Settled } from './decision.ts';
import { rehearsedBefore } from './rehearsed-before.ts';

/** Without data nothing is restored on staging: a rehearsal starts once staging is seen to be in the hop's first state. */
export function decideTakeStaging(situation: Situation): Decision<{ readonly how: 'take' }> {
  const { hop, rehearsal, standing } = situation;
  if (rehearsal.kind === 'passed') return rehearsedBefore(rehearsal);
  if (rehearsal.kind === 'started')
    return alreadyDone(`The rehearsal of this hop has been under way since ${dayTime(rehearsal.startedAt)}.`);
  if (standing.kind !== 'on-from') return notAtStage(situation);
  return { kind: 'act', how: 'take', because: `Staging is at ${hop.from}. There is no data, so nothing is restored.` };
}

/** Only its user knows how to set a staging up again: no stage reverts by itself. */
export function notAtStage({ hop, standing }: Situation): Settled {
  const next = `Bring staging to ${hop.from}: set it up again, or go back there. Then run the step again.`;
  if (standing.kind === 'unknown') {
    return cannotTell(
      `The stage of staging could not be determined: ${standing.reason}.`,
      `The rehearsal of ${hop.id} starts from ${hop.from}. Nothing was done.`,
      next,
    );
  }
  const at = standing.kind === 'on-to' ? hop.to : standing.kind === 'on-from' ? hop.from : standing.version;
  return refuse(
    `Staging is at ${at}, not at ${hop.from}.`,
    `The rehearsal of ${hop.id} starts from ${hop.from}. Nothing was done.`,
    next,
  );
}
