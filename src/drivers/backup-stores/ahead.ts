import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupFile } from '../../core/model/manifest.ts';

/** Stores one file of a data store, and describes it. */
export type KeepFile = (data: string, path: string) => Promise<BackupFile>;

/** What was stored ahead of the commit, and the state of the file at that time. */
interface KeptAhead {
  readonly stamp: string;
  readonly file: BackupFile;
}

/** Stores files that are finished while others are still being written, so that little is left for the commit. */
export interface Ahead {
  finished(data: string, path: string): void;
  /** The present file: what was stored ahead counts if the file has not changed since. */
  kept(data: string, path: string): Promise<BackupFile>;
  /** Resolves when nothing is in progress any more. */
  settled(): Promise<unknown>;
}

/** @param directory of the files as tools write them */
export function keepAhead(directory: string, keep: KeepFile): Ahead {
  const ahead = new Map<string, Promise<KeptAhead | undefined>>();
  let turn: Promise<unknown> = Promise.resolve();

  const tryToKeep = async (data: string, path: string): Promise<KeptAhead | undefined> => {
    try {
      const stamp = await stampOf(join(directory, data, path));
      return { stamp, file: await keep(data, path) };
    } catch {
      // The commit tries again, and reports why it fails.
      return undefined;
    }
  };

  return {
    // One at a time: otherwise the dump has the machine to itself.
    finished: (data, path) => {
      const kept = turn.then(() => tryToKeep(data, path));
      turn = kept;
      ahead.set(`${data}/${path}`, kept);
    },
    kept: async (data, path) => {
      const before = await ahead.get(`${data}/${path}`);
      if (before !== undefined && before.stamp === (await stampOf(join(directory, data, path)))) return before.file;
      return await keep(data, path);
    },
    settled: () => turn,
  };
}

async function stampOf(path: string): Promise<string> {
  const { size, mtimeNs, ino } = await stat(path, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
}
