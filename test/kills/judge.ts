import { readBackupFiles } from './backup-files.ts';
import type { Installation } from './installation.ts';
import { type JournalFile, readJournalFiles } from './journal-files.ts';
import { judgeEntries } from './judge-journal.ts';
import { mustBeThere, restoresOverProduction } from './ledger.ts';
import type { Lookout } from './lookout.ts';
import { type DatabaseFile, knows } from './side.ts';
import type { Users } from './users.ts';

/** The path that the sample's rules allow from its first release to its newest. */
export const path: readonly string[] = ['1.0.2', '1.1.4', '1.2.1', '1.3.1', '2.0.1', '2.1.3'];

/** Prefix of every item of a record that was only ever written to staging. */
export const stagingMark = 'Only on staging';

export interface Judge {
  /** Checks everything while nothing acts. Each fault is a sentence. */
  look(): Promise<{ readonly entries: readonly JournalFile[]; readonly faults: readonly string[] }>;
  /** A run has announced that a restore loses everything written after this. */
  lossWasSaid(dataAt: string): void;
}

/** Judges by files, database files and HTTP alone: it uses nothing of the product. */
export function judgeOf(installation: Installation, users: Users, lookout: Lookout): Judge {
  const { production, journal, backups } = installation;
  const said = new Set<string>();
  let inode: { readonly number: bigint; readonly restores: number } | undefined;

  const dataFaults = async (entries: readonly JournalFile[], file: DatabaseFile): Promise<string[]> => {
    const restores = restoresOverProduction(entries);
    const must = mustBeThere(users.written, restores);
    const lost = must.filter(({ item }) => !file.items.has(item));
    const before = inode;
    inode = { number: file.inode, restores: restores.length };
    const release = await production.version();
    const read = await production.read();
    const changed = read && must.filter(({ item, content }) => read.has(item) && read.get(item) !== content);
    const unread = read && must.filter(({ item }) => !read.has(item));
    return [
      ...some(lost, 'records that production had confirmed are not in its database'),
      ...some(unread ?? [], 'records that production had confirmed are not according to its server'),
      ...some(changed ?? [], 'records of production have another content'),
      ...strangers(file.items, 'the database of production'),
      ...(before !== undefined && before.number !== file.inode && before.restores === restores.length
        ? ['the database file of production was replaced, and the journal has no restore over production']
        : []),
      ...(release !== undefined && !knows(release, file.migration)
        ? [`production runs ${release} on data on which v${file.migration} was started, which it does not know`]
        : []),
      ...restores
        .filter(({ dataAt }) => !said.has(dataAt))
        .map(({ backup }) => `${backup} was put back over production, and nobody was told what that loses`),
    ];
  };

  return {
    lossWasSaid: (dataAt) => said.add(dataAt),
    look: async () => {
      const { entries, faults } = await readJournalFiles(journal, lookout.entries);
      const kept = await readBackupFiles(backups);
      const restores = restoresOverProduction(entries);
      const file = await production.file();
      return {
        entries,
        faults: [
          ...faults,
          ...lookout.faults,
          ...kept.faults,
          ...judgeEntries(entries, new Set(kept.backups.map(({ id }) => id))),
          ...kept.backups.flatMap(({ id, items, dataAt }) => [
            ...some(
              mustBeThere(users.written, restores, dataAt).filter(({ item }) => !items.has(item)),
              `records that production had confirmed are not in backup ${id}`,
            ),
            ...strangers(items, `backup ${id}`),
          ]),
          ...outOfOrder(users.releases, entries),
          ...(file === undefined ? ['production has no database'] : await dataFaults(entries, file)),
        ],
      };
    },
  };
}

function some(records: readonly { readonly item: string }[], what: string): string[] {
  const [first] = records;
  return first === undefined ? [] : [`${records.length} ${what}, for example "${first.item}"`];
}

function strangers(items: ReadonlySet<string>, where: string): string[] {
  return some(
    [...items].filter((item) => item.startsWith(stagingMark)).map((item) => ({ item })),
    `records that were written to staging only are in ${where}`,
  );
}

/** Production goes up one hop at a time, and down only by a rollback. */
export function outOfOrder(releases: readonly string[], entries: readonly JournalFile[]): string[] {
  const places = releases.map((release) => path.indexOf(release));
  const back = new Set(entries.flatMap(({ event }) => (isRollback(event) ? [event.to] : [])));
  return places.flatMap((place, index) => {
    const before = places[index - 1];
    if (place === -1) return [`production ran ${releases[index]}, which is not on the path`];
    if (before === undefined || place === before + 1) return [];
    if (place === before - 1 && back.has(path[place])) return [];
    return [`production went from ${releases[index - 1]} to ${releases[index]}`];
  });
}

function isRollback({ type, environment }: JournalFile['event']): boolean {
  return type === 'rolling-back' && environment === 'production';
}
