import type { ArchiveEntry } from './archive.ts';
import type { SourceFacts } from './source.ts';

/** What one run of pg_restore brings. */
export interface Pass {
  readonly entries: readonly ArchiveEntry[];
  readonly section?: 'pre-data' | 'data' | 'post-data';
  /** Set where rows may be refused until others are there: those that fail are tried again as long as some succeed. */
  readonly untilNoneFails?: true;
}

export interface Passes {
  readonly definitions: Pass;
  /** With production's search path, when what is defined is there. */
  readonly rows: readonly Pass[];
  /** Switched off as they come in, where the copy must not act. */
  readonly jobs: Pass;
}

/**
 * The order of a restore where pg_restore's own will not do; undefined where it will. One run is faster: it builds the
 * indexes of one table while it loads another.
 */
export function passesOf(
  entries: readonly ArchiveEntry[],
  source: Pick<SourceFacts, 'pathFunctions' | 'lateTables' | 'jobTables'>,
): Passes | undefined {
  if (source.pathFunctions.length + source.lateTables.length + source.jobTables.length === 0) return undefined;
  const rowsOf = (tables: readonly number[]) => (entry: ArchiveEntry) =>
    entry.text.startsWith('TABLE DATA ') && tables.includes(entry.oid);
  const isLate = rowsOf(source.lateTables);
  const isJob = rowsOf(source.jobTables.map(({ oid }) => oid));
  const usual = entries.filter((entry) => !isJob(entry));
  return {
    definitions: { entries: usual, section: 'pre-data' },
    rows: [
      { entries: usual.filter((entry) => !isLate(entry)), section: 'data' },
      { entries: usual.filter(isLate), section: 'data', untilNoneFails: true },
      { entries: usual, section: 'post-data' },
    ],
    jobs: { entries: entries.filter(isJob), section: 'data' },
  };
}
