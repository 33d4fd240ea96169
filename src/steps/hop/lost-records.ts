import type { Project } from '../../config/project.ts';
import { isOf } from '../../core/history/entries.ts';
import { UserError } from '../../core/messages/errors.ts';
import type { Message } from '../../core/messages/message.ts';
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
 * Throws where a journal would silently begin anew beside backups of its system, and warns where a journal has lost its
 * backups: a folder that is not mounted, or another address, looks like a first use.
 */
export async function refuseLostRecords(project: Project): Promise<void> {
  const { journal, configuration, effects } = project;
  const stored = await storedHere(project);
  if (stored === undefined) return;
  const own = stored.filter(({ system }) => system === configuration.system);
  const records = recordsOf(await journal.read(), own, configuration.lock['clock-tolerance']);
  if (records.kind === 'without-backups')
    effects.log.warn(
      `The journal (${journal.description}) has recorded ${countText(records.recorded, 'backup')} of ${configuration.system}, and none of them is in ${project.store().description}. Should that be the wrong place, correct backup.store before anything else is done.`,
    );
  if (records.kind === 'without-journal') throw new UserError(withoutJournal(project, records.backups));
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

function withoutJournal(project: Project, backups: readonly BackupManifest[]): Message {
  const { journal, configuration } = project;
  const newest = backups.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1);
  return {
    happened: `${project.store().description} has ${countText(backups.length, 'backup')} of ${configuration.system} from before the journal began (${journal.description}), the newest ${newest?.id}.`,
    means:
      'This is not the journal in which they were recorded, so what was half done, approved or held is not known here. Nothing was done.',
    next: 'See that the journal is there: its disk mounted, its path and branch as they were. If it is lost for good, look at production yourself, then move these backups to another place; they are kept, and a new journal begins.',
  };
}
