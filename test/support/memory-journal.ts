import type { StoredFile } from '../../src/journal/chain.ts';
import { chainedJournal, type FileStore } from '../../src/journal/chained-journal.ts';
import type { Journal, JournalIdentity } from '../../src/journal/journal.ts';
import type { Clock } from '../../src/world/clock.ts';

/** Files in memory that several journals share, as several runs share a folder. */
export type MemoryFiles = StoredFile[];

export function memoryJournal(files: MemoryFiles, identity: JournalIdentity, clock: Clock): Journal {
  return chainedJournal(memoryStore(files), identity, clock);
}

/** For whoever wants to disturb it: a store can be wrapped before it goes into `chainedJournal`. */
export function memoryStore(files: MemoryFiles): FileStore {
  return {
    description: 'memory',
    list: async () => ({ files: [...files], revision: String(files.length) }),
    add: async ({ file, revision }) => {
      if (revision !== String(files.length)) return 'taken';
      files.push(file);
      return 'added';
    },
  };
}
