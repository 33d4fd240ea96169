import type { Situation } from '../history/situation.ts';
import type { BackupManifest } from '../model/manifest.ts';
import { newestUsable } from './backup.ts';
import { alreadyDone, type Decision, refuse } from './decision.ts';

export interface RestoreAct {
  readonly backup: BackupManifest;
}

/** Which backup is to be restored on staging; whether staging may be emptied is decided by `decideMayBeEmptied`. */
export function decideRestore(situation: Situation, stored: readonly BackupManifest[]): Decision<RestoreAct> {
  const { hop, rehearsal } = situation;
  if (rehearsal.kind === 'passed')
    return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`, rehearsal.backup);
  const backup = newestUsable('rehearsal', stored, situation);
  if (backup === undefined) {
    return refuse(
      `The store has no rehearsal backup for hop ${hop.id} with digest ${hop.digest.slice(0, 12)} that is young enough.`,
      'Staging was not touched.',
      'Run the backup step of this hop first (job "read"), or look whether this runner reaches the same store.',
    );
  }
  if (rehearsal.kind === 'started' && rehearsal.backup === backup.id) {
    return alreadyDone(
      `${backup.id} was restored and proved on ${rehearsal.startedAt}; the rehearsal goes on from there.`,
      backup.id,
    );
  }
  const because =
    rehearsal.kind === 'void' ? `The rehearsal starts anew: ${rehearsal.because}.` : `${backup.id} is to be proved.`;
  return { kind: 'act', backup, because };
}

/** Which restore point is to be proved on staging, before production is deployed. */
export function decideProof({ hop, promotion }: Situation, stored: readonly BackupManifest[]): Decision<RestoreAct> {
  const point = promotion.restorePoint?.event.backup;
  const backup = stored.find((manifest) => manifest.id === point);
  if (backup === undefined) {
    return refuse(
      `There is no restore point of hop ${hop.id} to prove${point === undefined ? '' : `: ${point} is not in the store`}.`,
      'Nothing was restored.',
      'Run "backup" with the purpose "restore-point" first, in this run.',
    );
  }
  if (promotion.pointProved) return alreadyDone(`${backup.id} was restored on staging and found equal.`, backup.id);
  return { kind: 'act', backup, because: `${backup.id} is to be proved before production is deployed.` };
}
