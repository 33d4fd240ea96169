import { type FSWatcher, watch } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nameOf, readJournalFile } from './journal-files.ts';

export interface Lookout {
  /** Called with the name of everything that is seen from now on, until the returned function is called. */
  onSight(tell: (sight: string) => void): () => void;
  /** The journal's files by their name, each as it was when it appeared. */
  readonly entries: Map<string, Buffer>;
  /** Entries that were incomplete when their name appeared: a reader of the journal would then find it damaged. */
  readonly faults: readonly string[];
  end(): void;
}

export interface Watched {
  /** The journal's folder of the system. */
  readonly journal: string;
  readonly backups: string;
  readonly sides: Readonly<Record<string, string>>;
}

/** Watches the folders in which runs leave traces, so that one can be killed directly after what it does. */
export function lookout({ journal, backups, sides }: Watched): Lookout {
  const listeners = new Set<(sight: string) => void>();
  const tell = (sight: string): void => {
    for (const listener of [...listeners]) listener(sight);
  };
  const entries = new Map<string, Buffer>();
  const faults: string[] = [];
  const entry = async (name: string): Promise<void> => {
    if (!/^\d+\.json$/.test(name) || entries.has(name)) return;
    const content = await readFile(join(journal, name));
    if (entries.has(name)) return;
    entries.set(name, content);
    const read = readJournalFile(content);
    if (typeof read === 'string') faults.push(`${name} appeared unfinished: ${read}`);
    else tell(nameOf(read));
  };
  const watchers: FSWatcher[] = [];
  const look = (folder: string, onName: (name: string) => void): void => {
    watchers.push(watch(folder, (_event, name) => onName(name ?? '')));
  };
  look(journal, (name) => void entry(name).catch((error: unknown) => faults.push(`${name}: ${error}`)));
  look(backups, () => tell('something among the backups'));
  for (const [side, folder] of Object.entries(sides)) {
    look(folder, (name) => {
      if (name.includes('.restoring-')) tell(`restored copy beside ${side}`);
      if (name !== 'server.pid') return;
      void access(join(folder, name)).catch(() => tell(`server continued ${side}`));
    });
  }
  return {
    entries,
    faults,
    onSight: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: () => {
      for (const each of watchers) each.close();
    },
  };
}
