import { orderOf } from '../history/disposable-marks.ts';
import { ageInMilliseconds, type Situation } from '../history/situation.ts';
import { dayTime, exactTime } from '../messages/moments.ts';
import { type DataReference, dataText } from '../model/data.ts';
import type { RunIdentity } from '../model/event.ts';
import type { BackupManifest, BackupPurpose, DamagedBackup } from '../model/manifest.ts';
import { decideCheck } from './check.ts';
import { alreadyDone, type Decision, refuse, type Settled, waiting } from './decision.ts';
import { clockAdvice, markStaging } from './may-be-emptied.ts';
import { whatBecameOf } from './missing-backup.ts';
import { rehearsedBefore } from './rehearsed-before.ts';
import { missingRehearsal } from './require-rehearsal.ts';

/** Rerunning a run asks for approval again, perhaps days later. */
export type Attempt = Pick<RunIdentity, 'id' | 'attempt'>;

export function isSameAttempt(one: Attempt, other: Attempt): boolean {
  return one.id === other.id && one.attempt === other.attempt;
}

export interface BackupQuestion {
  /** The backups of this hop and digest that are actually in the store. */
  readonly stored: readonly BackupManifest[];
  /** Backups in the store whose manifest cannot be read. */
  readonly damaged?: readonly DamagedBackup[];
  /** Who asks. A restore point must come from this attempt of this run, taken after its approval. */
  readonly run: Attempt;
  /** Staging's data stores. */
  readonly data: readonly DataReference[];
}

export function decideBackup(purpose: BackupPurpose, situation: Situation, question: BackupQuestion): Decision {
  if (situation.traits.dataless) return alreadyDone('There is no data, so there is nothing to back up.');
  if (purpose === 'rehearsal' && situation.rehearsal.kind === 'waived')
    return alreadyDone('There is no staging to restore it on, so no backup is taken for a rehearsal.');
  return purpose === 'rehearsal' ? decideRehearsalBackup(situation, question) : decideRestorePoint(situation, question);
}

function decideRehearsalBackup(situation: Situation, { stored, data }: BackupQuestion): Decision {
  const { rehearsal } = situation;
  const check = decideCheck(situation);
  if (check.kind !== 'act') return check;
  if (rehearsal.kind === 'passed') {
    return rehearsedBefore(rehearsal, rehearsal.backup);
  }
  if (check.start === 'resume') return alreadyDone(check.because, situation.record.rehearsedOn?.event.backup);
  const useless = data.map((each) => notRestorable(situation, each)).find((why) => why !== undefined);
  if (useless !== undefined) return useless;
  const usable = newestUsable('rehearsal', stored.filter(isRestorable(situation, data)), situation);
  // The cause of a failed rehearsal may have been fixed in production's data since: only a new backup shows that.
  if (usable !== undefined && rehearsal.kind !== 'void') {
    return alreadyDone(`${usable.id} was taken for this hop on ${dayTime(usable.finishedAt)}.`, usable.id);
  }
  return { kind: 'act', because: check.because };
}

/** Why a backup taken now could never be restored on staging; undefined if it could. */
function notRestorable({ marks, now }: Situation, data: DataReference): Settled | undefined {
  const marked = marks.get(data.name);
  if (marked === undefined) {
    return refuse(
      `The ${dataText('staging', data)} has not been marked as disposable, as far as this journal knows.`,
      'Only data that was marked before a backup is ever emptied for it, so this one could not be restored there. No backup was taken.',
      markStaging(data),
    );
  }
  if (marked.at < now.toISOString()) return undefined;
  return waiting(
    `The ${dataText('staging', data)} was marked as disposable at ${exactTime(marked.at)}, but the clock of this machine says ${exactTime(now.toISOString())}: one of the two clocks is wrong.`,
    'A backup that seems to be older than the mark is never restored on staging. No backup was taken.',
    clockAdvice(marked),
  );
}

/**
 * The backups for which staging may be emptied, as far as the journal shows. A backup whose run was killed before it could
 * record it does not count: it is taken again.
 */
function isRestorable(
  { marks, record }: Situation,
  data: readonly DataReference[],
): (backup: BackupManifest) => boolean {
  return (backup) =>
    record.entries.some(({ event }) => 'backup' in event && event.backup === backup.id) &&
    data.every(({ name }) => {
      const marked = marks.get(name);
      return marked !== undefined && orderOf(marked, backup).kind === 'older';
    });
}

function decideRestorePoint(situation: Situation, { stored, damaged = [], run }: BackupQuestion): Decision {
  const { promotion, hop } = situation;
  const check = decideCheck(situation);
  if (check.kind !== 'act') return check;
  const taken = promotion.restorePoint;
  const kept = taken !== undefined && stored.some((manifest) => manifest.id === taken.event.backup);
  if (check.start === 'resume') {
    if (kept)
      return alreadyDone(
        `The restore point ${taken.event.backup} was taken before the deploy was started.`,
        taken.event.backup,
      );
    const state =
      taken === undefined
        ? 'the journal has no restore point of it'
        : `its restore point ${whatBecameOf(taken.event.backup, damaged)}`;
    return refuse(
      `The deploy of ${hop.to} on production was started, and ${state}.`,
      'Without it there is no proven way back for this hop. Nothing was changed.',
      'Find out what happened to it, and put it back as it was written, from a copy or an older version of its files. Then start a new run.',
    );
  }
  const missing = missingRehearsal(situation);
  if (missing !== undefined) return missing;
  if (kept && isSameAttempt(taken.run, run))
    return alreadyDone(`The restore point ${taken.event.backup} was taken in this run.`, taken.event.backup);
  return { kind: 'act', because: check.because };
}

/** The newest backup of a purpose that is young enough. */
export function newestUsable(
  purpose: BackupPurpose,
  stored: readonly BackupManifest[],
  { now, rehearsalMaxAge }: Pick<Situation, 'now' | 'rehearsalMaxAge'>,
): BackupManifest | undefined {
  return stored
    .filter((manifest) => manifest.purpose === purpose && ageInMilliseconds(manifest.dataAt, now) <= rehearsalMaxAge)
    .toSorted((a, b) => a.dataAt.localeCompare(b.dataAt))
    .at(-1);
}
