import type { Project } from '../../config/project.ts';
import { isOf } from '../../core/history/entries.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { type Message, oneLine } from '../../core/messages/message.ts';
import { countText } from '../../core/messages/quantities.ts';
import type { Entry } from '../../core/model/event.ts';
import type { BackupManifest } from '../../core/model/manifest.ts';

export type Records =
  | { readonly kind: 'together' }
  /** The journal is younger than backups of its system: it is not the one in which they were recorded. */
  | { readonly kind: 'without-journal'; readonly backups: readonly BackupManifest[] }
  /** Of all the backups that the journal has recorded, the store has none. */
  | { readonly kind: 'without-backups'; readonly recorded: number };

/** Whether a journal and a store of backups belong together. A killed run may have left a backup that is not recorded. */
export function recordsOf(
  entries: readonly Entry[],
  stored: readonly BackupManifest[],
  toleranceMilliseconds: number,
): Records {
  const began = entries[0] === undefined ? Number.POSITIVE_INFINITY : Date.parse(entries[0].at);
  const known = new Set(entries.flatMap((entry) => (isOf(entry, 'backed-up') ? [entry.event.backup] : [])));
  const backups = stored.filter(
    ({ id, startedAt }) => !known.has(id) && Date.parse(startedAt) + toleranceMilliseconds < began,
  );
  if (backups.length > 0) return { kind: 'without-journal', backups };
  const isEmpty = known.size > 0 && !stored.some(({ id }) => known.has(id));
  return isEmpty ? { kind: 'without-backups', recorded: known.size } : { kind: 'together' };
}

/**
 * Throws where a journal would silently begin again beside backups of its system, and warns where a journal has lost its
 * backups: a folder that is not mounted, or another address, looks like a first use.
 */
export async function refuseLostRecords(project: Project): Promise<void> {
  const lost = await lostRecords(project);
  if (lost?.kind === 'without-backups') project.effects.log.warn(oneLine(lost.message));
  if (lost?.kind === 'without-journal') throw new UserError(lost.message);
}

/** For a command that only says what the records say. A store that does not answer stops nobody who reads the journal. */
export async function warnOfLostRecords(project: Project, entries: readonly Entry[]): Promise<void> {
  try {
    const lost = await lostRecords(project, entries);
    if (lost !== undefined) project.effects.log.warn(oneLine(lost.message));
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
  }
}

export interface LostRecords {
  readonly kind: 'without-journal' | 'without-backups';
  readonly message: Message;
}

/**
 * Undefined where journal and backups belong together, and where this job cannot read the store.
 * @param entries those that were read already; without them the journal is read
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
      return { kind: records.kind, message: withoutJournal(project, records.backups) };
  }
}

/** Undefined where this job has no access to the store: the one that backs up has. */
async function storedHere(project: Project): Promise<readonly BackupManifest[] | undefined> {
  try {
    return (await project.store().list()).backups;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function withoutBackups(project: Project, recorded: number): Message {
  const { journal, configuration } = project;
  return {
    happened: `The journal (${journal.description}) has recorded ${countText(recorded, 'backup')} of ${configuration.system}, and none of them is in ${project.store().description}.`,
    means: 'Should that be the wrong place, a rollback finds nothing to restore.',
    next: 'Correct backup.store before anything else is done; if they were removed on purpose, nothing has to be done.',
  };
}

function withoutJournal(project: Project, backups: readonly BackupManifest[]): Message {
  const { journal, configuration } = project;
  const newest = backups.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1);
  return {
    happened: `${project.store().description} has ${countText(backups.length, 'backup')} of ${configuration.system} from before the journal began (${journal.description}), the newest ${newest?.id}.`,
    means:
      'This is not the journal in which they were recorded, so what was half done, approved or held is not known here. Nothing was done.',
    next: 'Make sure that the journal is there: its disk mounted, its path and branch as they were. If it is lost for good, look at production yourself, then move these backups to another place; they are kept, and a new journal begins.',
  };
}
