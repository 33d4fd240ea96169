import type { Project } from '../../config/project.ts';
import { isOf } from '../../core/history/entries.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { type Message, oneLine } from '../../core/messages/message.ts';
import { countText } from '../../core/messages/quantities.ts';
import type { Entry } from '../../core/model/event.ts';
import type { BackupManifest } from '../../core/model/manifest.ts';
import { BucketError } from '../../world/objects/bucket.ts';

type StoredBackup = Pick<BackupManifest, 'id' | 'startedAt' | 'finishedAt' | 'journalEntries'>;

export type Records =
  | { readonly kind: 'together' }
  /** It is not the journal in which these were recorded, or not as far as it was then. */
  | { readonly kind: 'without-journal'; readonly backups: readonly StoredBackup[]; readonly sign: Sign }
  /** The store has none of all the backups that the journal has recorded. */
  | { readonly kind: 'without-backups'; readonly recorded: number };

/** The evidence, from the newest of the backups. */
type Sign =
  | { readonly kind: 'younger' }
  | { readonly kind: 'shorter'; readonly had: number; readonly has: number }
  | { readonly kind: 'written-anew'; readonly entry: number };

/** Whether a journal and a backup store belong together. A killed run may have left a backup that is not recorded. */
export function recordsOf(
  entries: readonly Entry[],
  stored: readonly StoredBackup[],
  toleranceMilliseconds: number,
): Records {
  const known = new Set(entries.flatMap((entry) => (isOf(entry, 'backed-up') ? [entry.event.backup] : [])));
  const unseen = stored
    .filter(({ id }) => !known.has(id))
    .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
    .flatMap((backup) => {
      const sign = signOf(backup, entries, toleranceMilliseconds);
      return sign === undefined ? [] : [{ backup, sign }];
    });
  const newest = unseen.at(-1);
  if (newest !== undefined) {
    return { kind: 'without-journal', backups: unseen.map(({ backup }) => backup), sign: newest.sign };
  }
  const isEmpty = known.size > 0 && !stored.some(({ id }) => known.has(id));
  return isEmpty ? { kind: 'without-backups', recorded: known.size } : { kind: 'together' };
}

/** Why a backup that is not recorded cannot have been taken with this journal; undefined if it can. */
function signOf(
  { startedAt, finishedAt, journalEntries }: StoredBackup,
  entries: readonly Entry[],
  toleranceMilliseconds: number,
): Sign | undefined {
  const firstEntryAt = entries[0] === undefined ? Number.POSITIVE_INFINITY : Date.parse(entries[0].at);
  if (Date.parse(startedAt) + toleranceMilliseconds < firstEntryAt) return { kind: 'younger' };
  if (entries.length < journalEntries) return { kind: 'shorter', had: journalEntries, has: entries.length };
  const last = entries[journalEntries - 1];
  return last !== undefined && Date.parse(last.at) > Date.parse(finishedAt) + toleranceMilliseconds
    ? { kind: 'written-anew', entry: journalEntries }
    : undefined;
}

/**
 * Throws if a journal would silently start anew although its system has backups, and warns if a journal has lost its
 * backups: a folder that is not mounted, or another address, looks like a first use.
 */
export async function refuseLostRecords(project: Project): Promise<void> {
  const lost = await lostRecords(project);
  if (lost?.kind === 'without-backups') project.effects.log.warn(oneLine(lost.message));
  if (lost?.kind === 'without-journal') throw new UserError(lost.message);
}

/** For a command that only reports what the records say. A store that does not answer prevents nobody from reading the journal. */
export async function warnOfLostRecords(project: Project, entries: readonly Entry[]): Promise<LostRecords | undefined> {
  try {
    const lost = await lostRecords(project, entries);
    if (lost !== undefined) project.effects.log.warn(oneLine(lost.message));
    return lost;
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return undefined;
  }
}

export interface LostRecords {
  readonly kind: 'without-journal' | 'without-backups';
  readonly message: Message;
}

/**
 * Undefined if journal and backups belong together, or if this job cannot read the store.
 * @param entries those already read; without them the journal is read
 */
export async function lostRecords(project: Project, entries?: readonly Entry[]): Promise<LostRecords | undefined> {
  const { journal, configuration } = project;
  const stored = await storedHere(project);
  if (stored === undefined) return undefined;
  const own = stored.filter(({ system }) => system === configuration.system);
  const records = recordsOf(entries ?? (await journal.read()), own, configuration.lock['clock-tolerance']);
  switch (records.kind) {
    case 'together':
      return undefined;
    case 'without-backups':
      return { kind: records.kind, message: withoutBackups(project, records.recorded) };
    case 'without-journal':
      return { kind: records.kind, message: withoutJournal(project, records) };
  }
}

/** Undefined if this job has no access to the store: the job that backs up has. */
async function storedHere(project: Project): Promise<readonly BackupManifest[] | undefined> {
  try {
    return (await project.store().list()).backups;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    // The name of a bucket may be written out; then what this job lacks is a login.
    if (error instanceof SystemFailure && error.cause instanceof BucketError && error.cause.withoutLogin)
      return undefined;
    throw error;
  }
}

function withoutBackups(project: Project, recorded: number): Message {
  const { journal, configuration } = project;
  return {
    happened: `The journal (${journal.description}) has recorded ${countText(recorded, 'backup')} of ${configuration.system}, and none of them is in ${project.store().description}.`,
    means: 'If that is the wrong place, a rollback will find nothing to restore.',
    next: 'Correct backup.store before anything else is done; if they were removed on purpose, nothing has to be done.',
  };
}

function withoutJournal(
  project: Project,
  { backups, sign }: Extract<Records, { readonly kind: 'without-journal' }>,
): Message {
  const { journal, configuration } = project;
  const has = `${project.store().description} has ${countText(backups.length, 'backup')} of ${configuration.system}`;
  const newest = backups.at(-1)?.id;
  const lost = 'If it is lost for good, look at production yourself, then move these backups to another place;';
  if (sign.kind === 'younger') {
    return {
      happened: `${has} from before the journal started (${journal.description}), the newest ${newest}.`,
      means:
        'This is not the journal in which they were recorded, so what was half done, approved or held is not known here. Nothing was done.',
      next: `Make sure that the journal is there: its disk mounted, its path and branch as they were. ${lost} they are kept, and a new journal is started.`,
    };
  }
  const shows =
    sign.kind === 'shorter'
      ? `was taken when it had ${sign.had} entries, and it has ${sign.has}`
      : `is older than entry ${sign.entry}, which was there when it was taken`;
  return {
    happened: `${has} that the journal (${journal.description}) does not know, and the newest, ${newest}, ${shows}.`,
    means:
      'The journal was reset to an earlier state, so what was half done, approved or held since then is not known here. Nothing was done.',
    next: `Bring its newest state back: from a backup of the folder, or by pushing the commit that the branch was at (a clone or the activity page of the repository has it). ${lost} they are kept, and the journal continues from here.`,
  };
}
