import type { Situation } from '../history/situation.ts';
import { dayTime } from '../messages/moments.ts';
import type { BackupManifest, DamagedBackup } from '../model/manifest.ts';
import { newestUsable } from './backup.ts';
import { alreadyDone, type Decision, refuse } from './decision.ts';
import { whatBecameOf } from './missing-backup.ts';
import { rehearsedBefore } from './rehearsed-before.ts';

export interface RestoreAct {
  readonly how: 'restore';
  readonly backup: BackupManifest;
}

/** The copy was restored by a run that ended before it was scrubbed. */
export interface ScrubAct {
  readonly how: 'scrub';
  /** Of the backup that was restored. */
  readonly id: string;
}

/** A restored copy that is not scrubbed yet is scrubbed: nothing starts on it before. */
export function decideRestoreAndScrub(
  situation: Situation,
  stored: readonly BackupManifest[],
): Decision<RestoreAct | ScrubAct> {
  const { rehearsal } = situation;
  const decision = decideRestore(situation, stored);
  if (decision.kind !== 'already-done' || rehearsal.kind !== 'started' || rehearsal.scrubbed) return decision;
  if (rehearsal.backup === undefined) return decision;
  return {
    kind: 'act',
    how: 'scrub',
    id: rehearsal.backup,
    because: 'The copy was restored before; it is scrubbed now.',
  };
}

/** Which backup has to be restored on staging; `decideMayBeEmptied` decides whether staging may be emptied. */
export function decideRestore(situation: Situation, stored: readonly BackupManifest[]): Decision<RestoreAct> {
  const { hop, rehearsal } = situation;
  if (rehearsal.kind === 'passed') return rehearsedBefore(rehearsal, rehearsal.backup);
  const backup = newestUsable('rehearsal', stored, situation);
  if (backup === undefined) {
    return refuse(
      `The store has no recent enough rehearsal backup for hop ${hop.id} with digest ${hop.digest.slice(0, 12)}.`,
      'Staging was not touched.',
      'Run the backup step of this hop first (job "read"), or check that this runner uses the same store.',
    );
  }
  if (rehearsal.kind === 'started' && rehearsal.backup === backup.id) {
    return alreadyDone(
      `${backup.id} was restored and proved on ${dayTime(rehearsal.startedAt)}; the rehearsal continues from there.`,
      backup.id,
    );
  }
  const because =
    rehearsal.kind === 'void' ? `The rehearsal starts over: ${rehearsal.because}.` : `${backup.id} must be proved.`;
  return { kind: 'act', how: 'restore', backup, because };
}

/** Which restore point has to be proved on staging before the deploy on production. */
export function decideProof(
  { hop, promotion }: Situation,
  stored: readonly BackupManifest[],
  damaged: readonly DamagedBackup[] = [],
): Decision<RestoreAct> {
  const point = promotion.restorePoint?.event.backup;
  const backup = stored.find((manifest) => manifest.id === point);
  if (backup === undefined) {
    return refuse(
      `There is no restore point of hop ${hop.id} to prove${point === undefined ? '' : `: ${whatBecameOf(point, damaged)}`}.`,
      'Nothing was restored.',
      'Run "backup" with the purpose "restore-point" first, in this run.',
    );
  }
  if (promotion.pointProved) return alreadyDone(`${backup.id} was restored on staging and found equal.`, backup.id);
  return {
    kind: 'act',
    how: 'restore',
    backup,
    because: `${backup.id} must be proved before production is deployed.`,
  };
}
