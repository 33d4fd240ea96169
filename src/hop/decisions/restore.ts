import type { BackupManifest } from '../../backups/manifest.ts';
import { alreadyDone, type Decision, refuse } from '../decision.ts';
import type { Situation } from '../situation.ts';
import { newestUsable } from './backup.ts';

/** How staging's database compares with the one that the backup was taken from; see databases/identity.ts. */
export type IdentityComparison =
  | { readonly kind: 'different' }
  | { readonly kind: 'same'; readonly reason: string }
  | { readonly kind: 'cannot-tell'; readonly reason: string };

export interface RestoreAct {
  readonly backup: BackupManifest;
}

/** Which backup is to be restored on staging; whether staging may be written is decided by `decideStagingIsSafe`. */
export function decideRestore(situation: Situation, stored: readonly BackupManifest[]): Decision<RestoreAct> {
  const { hop, rehearsal } = situation;
  if (rehearsal.kind === 'passed') return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`);
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
  if (promotion.pointProved) return alreadyDone(`${backup.id} was restored on staging and found equal.`);
  return { kind: 'act', backup, because: `${backup.id} is to be proved before production is deployed.` };
}

/** Nothing is written to what may be production. Undefined when staging may be replaced. */
export function decideStagingIsSafe(comparison: IdentityComparison): Extract<Decision, { kind: 'refuse' }> | undefined {
  switch (comparison.kind) {
    case 'different':
      return undefined;
    case 'same':
      return refuse(
        `The database of staging is production's: ${comparison.reason}.`,
        'Restoring there would have replaced production. Nothing was written.',
        'Correct "environments.staging.database" or the variables that this job gets.',
      );
    case 'cannot-tell':
      return refuse(
        `It cannot be told whether the database of staging is production's: ${comparison.reason}.`,
        'Cannot tell is treated as yes. Nothing was written.',
        'Let staging be a database of its own, or mark a physical copy with: staged-upgrade mark-disposable.',
      );
  }
}
