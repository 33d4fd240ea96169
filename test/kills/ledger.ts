import type { JournalFile } from './journal-files.ts';

/** A record that the server has confirmed, and between which moments it was written. */
export interface Written {
  /** Unique among all records of both sides. */
  readonly item: string;
  /** The content of the record, whatever the notation. */
  readonly content: string;
  readonly sentAt: Date;
  readonly confirmedAt: Date;
}

/** A restore over production, according to the journal, of data that was complete up to `dataAt`. */
export interface RestoreOverProduction {
  readonly startedAt: Date;
  readonly backup: string;
  readonly dataAt: string;
}

export function restoresOverProduction(entries: readonly JournalFile[]): RestoreOverProduction[] {
  return entries.flatMap(({ at, event: { type, environment, backup } }) => {
    if (type !== 'restoring' || environment !== 'production' || backup === undefined) return [];
    const taken = entries.find(({ event }) => event.type === 'backed-up' && event.backup === backup);
    return [{ startedAt: new Date(at), backup, dataAt: taken?.event.dataAt ?? '' }];
  });
}

/**
 * The records that must be found at a moment: all that were confirmed before it, except those that a restore over
 * production was announced to lose, which were written after the restore point and before the restore.
 */
export function mustBeThere(
  written: readonly Written[],
  restores: readonly RestoreOverProduction[],
  at: Date = new Date(),
): readonly Written[] {
  return written.filter(
    ({ sentAt, confirmedAt }) =>
      confirmedAt < at &&
      !restores.some(
        ({ startedAt, dataAt }) => sentAt <= startedAt && confirmedAt >= new Date(dataAt) && startedAt <= at,
      ),
  );
}
