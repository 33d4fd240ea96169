import { foundOnProduction, orderOf, recordOfMark } from '../history/disposable-marks.ts';
import { dayTime, exactTime } from '../messages/moments.ts';
import { type DataReference, dataPlace, dataText } from '../model/data.ts';
import type { Entry, EntryOf } from '../model/event.ts';
import type { LiveIdentity } from '../model/identity.ts';
import type { BackupManifest } from '../model/manifest.ts';
import { type Refusal, refuse } from './decision.ts';
import { compareIdentities, describeLocation, mayBeOne } from './identity.ts';

/** Everything that determines whether a store may be emptied for a backup. */
export interface EmptyingQuestion {
  readonly backup: BackupManifest;
  /** Which of staging's stores it is. */
  readonly data: DataReference;
  /** As read in the session that empties it. */
  readonly now: LiveIdentity;
  /** The whole journal. */
  readonly entries: readonly Entry[];
  /** The installation that asks. */
  readonly system: string;
}

export const markCommand = 'staged-upgrade mark-disposable';
const inWorkflow = 'on GitHub the workflow "Upgrade" with the operation "mark-disposable"';
/** What to do if staging is not marked. */
export function markStaging(data: DataReference): string {
  return `If that ${data.noun} is staging's and nobody else's, mark it once: ${markCommand}${option(data)} (${inWorkflow}). If it is not, correct ${dataPlace('staging', data)}.`;
}

/** Names the store in question if there are several. */
export function option({ name, isOnly }: DataReference): string {
  return isOnly ? '' : ` --data ${name}`;
}

function ownStore(data: DataReference): string {
  return `Give staging its own empty ${data.noun}, under a name that production never had, correct ${dataPlace('staging', data)}, and mark it: ${markCommand}${option(data)}.`;
}
const newBackup = 'Start a new run: it takes a new backup and restores that one.';
const nothing = 'Nothing was written.';

/**
 * Staging's store may be emptied only if it is shown to be disposable: it has a mark that this journal recorded for this
 * very store, the mark is older than the backup, and production had none when the backup was taken. So whatever name it
 * is reached by, it is not what was backed up. Undefined if it may be emptied.
 */
export function decideMayBeEmptied(question: EmptyingQuestion): Refusal | undefined {
  const { backup, data, now, entries, system } = question;
  const isProduction = notApart(question);
  if (isProduction !== undefined) return isProduction;
  const standing = verdictOnMark(data, now, entries, system);
  if (standing.kind === 'refuse') return standing;
  const { marked } = standing;
  if (!entries.some(({ event }) => event.type === 'backed-up' && event.backup === backup.id)) {
    return refuse(
      `This journal has no record of taking ${backup.id}.`,
      `Whether staging was marked before that is not known. ${nothing}`,
      `${newBackup} If the journal was lost or changed, mark staging again first: ${markCommand}.`,
    );
  }
  if (backup.data.some(({ identity }) => identity.mark.kind !== 'none')) {
    return refuse(
      `Production had a disposable mark when ${backup.id} was taken.`,
      `So a mark does not distinguish staging from production. ${nothing}`,
      'Start a new run: its check says how to remove the mark from production.',
    );
  }
  return inOrder(data, marked, backup);
}

/** Compares across names: staging's first store may be production's second. */
function notApart({ backup, data, now }: EmptyingQuestion): Refusal | undefined {
  for (const { name, identity } of backup.data) {
    if (name !== data.name && !mayBeOne(identity, now)) continue;
    const comparison = compareIdentities(identity, now);
    const productionStore = name === data.name ? "production's" : `production's "${name}"`;
    if (comparison.kind === 'same') {
      return refuse(
        `The ${dataText('staging', data)} is ${productionStore}: ${comparison.reason}.`,
        `Restoring there would have replaced production. ${nothing}`,
        `Correct ${dataPlace('staging', data)} or the variables that this job gets.`,
      );
    }
    if (comparison.kind === 'cannot-tell') {
      return refuse(
        `The ${dataText('staging', data)} could be ${productionStore}: ${comparison.reason}.`,
        `In that case no mark makes it disposable. ${nothing}`,
        ownStore(data),
      );
    }
  }
  return undefined;
}

export type MarkVerdict = { readonly kind: 'counts'; readonly marked: EntryOf<'disposable-marked'> } | Refusal;

/** Whether a store has a mark that counts, whatever is to be restored there. */
export function verdictOnMark(
  data: DataReference,
  now: LiveIdentity,
  entries: readonly Entry[],
  system: string,
): MarkVerdict {
  const { mark } = now;
  const it = `${dataText('staging', data)} (${describeLocation(now)})`;
  if (mark.kind === 'none') {
    return refuse(
      `The ${it} is not marked as disposable.`,
      `Only data that a person has marked is ever emptied, and only for backups taken after that. ${nothing}`,
      markStaging(data),
    );
  }
  if (mark.kind === 'unclear') {
    return refuse(
      `The disposable mark of the ${it} is unclear: ${mark.reason} (${mark.place}).`,
      `It may have been copied along with data. ${nothing}`,
      markStaging(data),
    );
  }
  if (mark.system !== system) {
    return refuse(
      `The ${it} is marked as disposable for "${mark.system}", and this is "${system}".`,
      `Two systems that share one staging would rehearse on each other's data. ${nothing}`,
      `Give each its own ${data.noun}. If "${mark.system}" no longer uses it, remove the mark (${mark.place}), then: ${markCommand}${option(data)}.`,
    );
  }
  const found = foundOnProduction(entries, mark.id);
  if (found !== undefined) {
    return refuse(
      `The disposable mark of the ${it} was found on production on ${dayTime(found.at)}.`,
      `So it no longer distinguishes staging from production. ${nothing}`,
      `Make sure that ${dataPlace('staging', data)} does not point to production or a copy of it. ${markStaging(data)}`,
    );
  }
  const marked = recordOfMark(entries, mark.id);
  if (marked === undefined || marked.event.tiedTo !== mark.tiedTo) {
    const why =
      marked === undefined
        ? 'this journal never recorded it'
        : `the journal recorded it for a different one (${describeLocation(marked.event.identity)})`;
    return refuse(
      `The ${it} has a disposable mark that was not made for it: ${why}.`,
      `A mark that was copied along with a ${data.noun} proves nothing. ${nothing}`,
      markStaging(data),
    );
  }
  if (marked.event.data !== data.name) {
    return refuse(
      `The ${it} was marked as disposable as "${marked.event.data}", but "${data.name}" points there now.`,
      `One data store would be restored over another. ${nothing}`,
      `Correct ${dataPlace('staging', data)}; if it is right as it is now, mark it again: ${markCommand}${option(data)}.`,
    );
  }
  return { kind: 'counts', marked };
}

function inOrder(
  data: DataReference,
  marked: EntryOf<'disposable-marked'>,
  backup: BackupManifest,
): Refusal | undefined {
  switch (orderOf(marked, backup).kind) {
    case 'older':
      return undefined;
    case 'younger':
      return refuse(
        `The ${dataText('staging', data)} was marked as disposable on ${exactTime(marked.at)}, after ${backup.id} was started (${exactTime(backup.startedAt)}).`,
        `A mark that is newer than the backup may have been put on production. ${nothing}`,
        newBackup,
      );
    case 'clocks-differ':
      return refuse(
        `The journal has the disposable mark of the ${dataText('staging', data)} before ${backup.id}, but its time (${exactTime(marked.at)}) is later than the start of the backup (${exactTime(backup.startedAt)}): the clock of one of the two machines was wrong.`,
        `Which of them is older cannot be proved. ${nothing}`,
        clockAdvice(marked),
      );
  }
}

/** A mark dated in the future counts only for backups taken after that date; or it is made again with a correct clock. */
export function clockAdvice({ at, run }: EntryOf<'disposable-marked'>): string {
  return `Correct the clock that is wrong (${run.actor} marked staging in ${run.kind} run ${run.id}). If ${exactTime(at)} is in the past by the correct time, start a new run, which takes a new backup; if it is in the future, wait until then, or mark staging again: ${markCommand}.`;
}
