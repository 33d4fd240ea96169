import { SystemFailure } from '../core/messages/errors.ts';
import type { Entry, JournalEvent } from '../core/model/event.ts';
import { eventSentence } from '../core/model/event-sentence.ts';
import type { Clock } from '../world/clock.ts';
import {
  encodeEntry,
  type Head,
  headOf,
  type KnownEntries,
  readChain,
  type StoredFile,
  sha256,
  verifyContains,
} from './chain.ts';
import type { Journal, JournalIdentity } from './journal.ts';

/** Where the files of one system's journal are kept. What they mean is not the store's concern. */
export interface FileStore {
  readonly description: string;
  /**
   * @param verified the revision of an earlier listing by this object, all of whose files were found to be entries in
   * order: what has not changed since then is only counted
   */
  list(verified?: string): Promise<StoredFiles>;
  /**
   * Adds a file, unless something was added since `revision` was listed: then nothing is written.
   * Resolves once the file is durable.
   */
  add(addition: Addition): Promise<'added' | 'taken'>;
}

export interface StoredFiles {
  /** How many of the first entries of the verified listing are unchanged; 0 if it is left out. */
  readonly unchanged?: number;
  /** Everything else that is there. */
  readonly files: readonly StoredFile[];
  /** The store's name for the listed state. */
  readonly revision: string;
}

export interface Addition {
  readonly file: StoredFile;
  readonly revision: string;
  /** The entry in one line, for stores that show such a line. */
  readonly subject: string;
  readonly at: string;
}

/** From 0 to 1, different for each writer: competitors must not come back at the same moment. */
function share(file: StoredFile): number {
  return Number.parseInt(sha256(file.content).slice(0, 8), 16) / 2 ** 32;
}

/** With dozens of writers at once each still gets its turn; more than that is not a crowd but a fault. */
const attempts = 200;

/** @param known what was verified before, if several journals read the same files */
export function chainedJournal(
  store: FileStore,
  identity: JournalIdentity,
  clock: Clock,
  known?: KnownEntries,
): Journal {
  const { description } = store;
  const { system, run } = identity;
  let seen: Head = headOf([]);
  let verified: { readonly entries: readonly Entry[]; readonly revision: string } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const readNow = async (): Promise<{ entries: readonly Entry[]; revision: string }> => {
    const { files, revision, unchanged = 0 } = await store.list(verified?.revision);
    if (verified && files.length === 0 && unchanged === verified.entries.length) {
      verifyContains(verified.entries, seen, description);
      verified = { entries: verified.entries, revision };
      return verified;
    }
    const earlier = verified?.entries.slice(0, unchanged) ?? [];
    const entries = readChain(files, system, description, { earlier, ...(known ? { known } : {}) });
    verifyContains(entries, seen, description);
    seen = headOf(entries);
    verified = { entries, revision };
    return verified;
  };

  const appendNow = async (event: JournalEvent): Promise<Entry> => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const { entries, revision } = await readNow();
      const head = headOf(entries);
      const at = clock.now().toISOString();
      const entry = { format: 1, sequence: head.sequence + 1, previous: head.hash, at, system, run, event } as const;
      const file = encodeEntry(entry);
      const subject = `${system}: ${eventSentence(event)}`;
      if ((await store.add({ file, revision, subject, at })) === 'added') {
        seen = { sequence: entry.sequence, hash: sha256(file.content) };
        return { ...entry, hash: seen.hash };
      }
      await clock.sleep(share(file) * Math.min(2000, 10 * attempt));
    }
    throw new SystemFailure({
      happened: `"${event.type}" could not be added to the journal (${description}): other writers came first ${attempts} times.`,
      means: 'The entry is not recorded.',
      next: 'Look for a run that writes to this journal constantly, stop it, and run this again.',
    });
  };

  // One thing at a time within this process: only other processes are competitors.
  const inTurn = <T>(body: () => Promise<T>): Promise<T> => {
    const turn = last.then(body, body);
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    description,
    read: () => inTurn(async () => (await readNow()).entries),
    append: (event) => inTurn(() => appendNow(event)),
  };
}
