import type { ArchiveEntry } from './archive.ts';
import type { SourceFacts } from './source.ts';

/** What one run of pg_restore restores. */
export interface Pass {
  readonly entries: readonly ArchiveEntry[];
  readonly section?: 'pre-data' | 'data' | 'post-data';
  /** Set if rows may be rejected until others exist: those that fail are tried again as long as some succeed. */
  readonly untilNoneFails?: true;
  /** One entry after the other. */
  readonly serial?: true;
}

export interface Passes {
  readonly definitions: readonly Pass[];
  /** With production's search path, once the definitions exist. */
  readonly rows: readonly Pass[];
  /** Disabled on the way in, if the copy must not act. */
  readonly jobs: Pass | undefined;
}

/**
 * The order of a restore. One parallel run is fastest: it builds the indexes of one table while it loads another. There are
 * several runs where pg_restore's own order fails.
 */
export function passesOf(
  entries: readonly ArchiveEntry[],
  source: Pick<SourceFacts, 'pathFunctions' | 'lateTables' | 'jobTables'>,
): Passes {
  if (source.pathFunctions.length + source.lateTables.length + source.jobTables.length === 0) {
    return { definitions: withoutDeadlock({ entries }), rows: [], jobs: undefined };
  }
  const rowsOf = (tables: readonly number[]) => (entry: ArchiveEntry) =>
    entry.text.startsWith('TABLE DATA ') && tables.includes(entry.oid);
  const isLate = rowsOf(source.lateTables);
  const isJob = rowsOf(source.jobTables.map(({ oid }) => oid));
  const usual = entries.filter((entry) => !isJob(entry));
  return {
    definitions: [{ entries: usual, section: 'pre-data' }],
    rows: [
      { entries: usual.filter((entry) => !isLate(entry)), section: 'data' },
      { entries: usual.filter(isLate), section: 'data', untilNoneFails: true, serial: true },
      ...withoutDeadlock({ entries: usual, section: 'post-data' }),
    ],
    jobs: { entries: entries.filter(isJob), section: 'data' },
  };
}

/**
 * Attaching an index of a partition locks the partition and then its parent. A foreign key or a trigger of the parent locks
 * them in the opposite order, and pg_restore only knows about the locks on the parent: in parallel, the two can end in a
 * deadlock. So indexes are attached one by one, after the indexes and before the foreign keys. In the archive's own order
 * each entry comes after what it needs.
 */
function withoutDeadlock(pass: Pass): Pass[] {
  const attaches = ({ text }: ArchiveEntry): boolean => text.startsWith('INDEX ATTACH ');
  const first = pass.entries.findIndex(attaches);
  if (first === -1) return [pass];
  const end = pass.entries.findLastIndex(attaches) + 1;
  return [
    { ...pass, entries: pass.entries.slice(0, first) },
    { ...pass, entries: pass.entries.slice(first, end), serial: true },
    { ...pass, entries: pass.entries.slice(end) },
  ];
}
