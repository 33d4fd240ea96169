import { foundOnProduction, orderOf, recordOfMark } from '../history/disposable-marks.ts';
import type { Entry, EntryOf } from '../model/event.ts';
import type { LiveIdentity } from '../model/identity.ts';
import type { BackupManifest } from '../model/manifest.ts';
import { type Refusal, refuse } from './decision.ts';
import { compareIdentities, describeLocation } from './identity.ts';

/** Everything that says whether a store may be emptied for a backup. */
export interface EmptyingQuestion {
  readonly backup: BackupManifest;
  /** As read in the session that empties. */
  readonly now: LiveIdentity;
  /** The whole journal. */
  readonly entries: readonly Entry[];
  /** The installation that asks. */
  readonly system: string;
}

export const markCommand = 'staged-upgrade mark-disposable';
const inWorkflow = 'on GitHub the workflow "Upgrade" with the operation "mark-disposable"';
/** What to do where staging is not marked. */
export const markStaging = `If that database is staging's and nobody else's, mark it once: ${markCommand} (${inWorkflow}). If it is not, correct environments.staging.database.`;
const ownDatabase = `Give staging an empty database of its own, under a name that production never had, correct environments.staging.database, and mark it: ${markCommand}.`;
const newBackup = 'Start a new run: it takes a new backup and restores that one.';
const nothing = 'Nothing was written.';

/**
 * Staging's store may be emptied only when it is shown to be disposable: it bears a mark that this journal recorded for
 * this very store, the mark is older than the backup, and production bore none when that was taken. So whatever name it
 * is reached by, it is not what was backed up. Undefined when it may.
 */
export function decideMayBeEmptied(question: EmptyingQuestion): Refusal | undefined {
  const { backup, now, entries, system } = question;
  const isProduction = notApart(backup, now);
  if (isProduction !== undefined) return isProduction;
  const standing = standingOfMark(now, entries, system);
  if (standing.kind === 'refuse') return standing;
  const { marked } = standing;
  if (!entries.some(({ event }) => event.type === 'backed-up' && event.backup === backup.id)) {
    return refuse(
      `This journal has no record of taking ${backup.id}.`,
      `Whether staging was marked before it cannot be known. ${nothing}`,
      `${newBackup} If the journal was lost or changed, mark staging again first: ${markCommand}.`,
    );
  }
  if (backup.identity.mark !== undefined && backup.identity.mark.kind !== 'none') {
    return refuse(
      `Production bore a disposable mark when ${backup.id} was taken.`,
      `Then a mark does not tell staging from production. ${nothing}`,
      'Start a new run: its check says how to remove the mark from production.',
    );
  }
  return inOrder(marked, backup);
}

function notApart(backup: BackupManifest, now: LiveIdentity): Refusal | undefined {
  const comparison = compareIdentities(backup.identity, now);
  switch (comparison.kind) {
    case 'different':
      return undefined;
    case 'same':
      return refuse(
        `The database of staging is production's: ${comparison.reason}.`,
        `Restoring there would have replaced production. ${nothing}`,
        'Correct "environments.staging.database" or the variables that this job gets.',
      );
    case 'cannot-tell':
      return refuse(
        `The database of staging could be production's: ${comparison.reason}.`,
        `No mark makes it disposable then. ${nothing}`,
        ownDatabase,
      );
  }
}

export type MarkStanding = { readonly kind: 'counts'; readonly marked: EntryOf<'disposable-marked'> } | Refusal;

/** Whether a store bears a mark that counts, whatever is to be restored there. */
export function standingOfMark(now: LiveIdentity, entries: readonly Entry[], system: string): MarkStanding {
  const { mark } = now;
  const place = describeLocation(now);
  if (mark.kind === 'none') {
    return refuse(
      `The database of staging (${place}) is not marked as disposable.`,
      `Only what a person has marked is ever emptied, and only for backups that were taken after that. ${nothing}`,
      markStaging,
    );
  }
  if (mark.kind === 'unclear') {
    return refuse(
      `The disposable mark of staging's database (${place}) is unclear: ${mark.reason} (${mark.place}).`,
      `It may have come there with a copy. ${nothing}`,
      markStaging,
    );
  }
  if (mark.system !== system) {
    return refuse(
      `The database of staging (${place}) is marked as disposable for "${mark.system}", and this is "${system}".`,
      `Two systems that share one staging would rehearse on each other's data. ${nothing}`,
      `Give each a database of its own. If "${mark.system}" does not use it any more, remove the mark (${mark.place}), then: ${markCommand}.`,
    );
  }
  const found = foundOnProduction(entries, mark.id);
  if (found !== undefined) {
    return refuse(
      `The disposable mark of staging's database (${place}) was found on production on ${found.at}.`,
      `So it tells nothing from production any more. ${nothing}`,
      `See that environments.staging.database does not lead to production or a copy of it. ${markStaging}`,
    );
  }
  const marked = recordOfMark(entries, mark.id);
  if (marked === undefined || marked.event.tiedTo !== mark.tiedTo) {
    const why =
      marked === undefined
        ? 'this journal never recorded it'
        : `the journal recorded it for another one (${describeLocation(marked.event.database)})`;
    return refuse(
      `The database of staging (${place}) bears a disposable mark that was not made for it: ${why}.`,
      `A mark that was copied along with a database proves nothing. ${nothing}`,
      markStaging,
    );
  }
  return { kind: 'counts', marked };
}

function inOrder(marked: EntryOf<'disposable-marked'>, backup: BackupManifest): Refusal | undefined {
  switch (orderOf(marked, backup).kind) {
    case 'older':
      return undefined;
    case 'not-told':
      return refuse(
        `${backup.id} was taken by an older version, and does not say whether production bore a disposable mark.`,
        `It cannot be shown that staging is not what was backed up. ${nothing}`,
        newBackup,
      );
    case 'younger':
      return refuse(
        `Staging was marked as disposable on ${marked.at}, after ${backup.id} was started (${backup.startedAt}).`,
        `A mark that is younger than the backup may have been put on production. ${nothing}`,
        newBackup,
      );
    case 'clocks-differ':
      return refuse(
        `The journal has the disposable mark of staging before ${backup.id}, but by its time (${marked.at}) it is later than the start of the backup (${backup.startedAt}): the clock of one of the two machines was wrong.`,
        `Which is older cannot be shown by both. ${nothing}`,
        clockAdvice(marked),
      );
  }
}

/** A mark whose time lies ahead counts for what is backed up after that time, or is made again by a right clock. */
export function clockAdvice({ at, run }: EntryOf<'disposable-marked'>): string {
  return `Correct the clock that is wrong (${run.actor} marked staging in ${run.kind} run ${run.id}). If ${at} has passed by the right time, start a new run, which takes a new backup; if it lies ahead, wait for it, or mark staging again: ${markCommand}.`;
}
