import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Clock } from '../../../world/clock.ts';
import type { DataStore } from '../data-store.ts';
import { backUp, verifyBackup } from './backup.ts';
import { holdSnapshot, openForReading } from './file.ts';
import { readFingerprint } from './fingerprint.ts';
import { markDisposable, readIdentity } from './identity.ts';
import { preflight } from './preflight.ts';
import { replaceFile } from './restore.ts';

export interface SqliteOptions {
  readonly file: () => string;
  readonly content: boolean;
  readonly clock: Clock;
}

/** The name of the database inside a backup's folder. */
const backupName = 'database.sqlite';

export function sqliteDatabase({ file, content, clock }: SqliteOptions): DataStore {
  return {
    kind: 'sqlite',
    noun: 'database',
    identity: () => readIdentity(file()),
    preflight: (request) => preflight(file(), clock, request),
    fingerprint: async (signal, like) => {
      const withContent = like === undefined ? content : like.tables.some(({ checksum }) => checksum !== undefined);
      const database = await openForReading(file(), { clock, signal });
      try {
        await holdSnapshot(database, file(), { clock, signal });
        return readFingerprint(database, { at: clock.now(), content: withContent, signal });
      } finally {
        database.close();
      }
    },
    estimatedBytes: async () => (await bytesOf(file())) + (await bytesOf(`${file()}-wal`)),
    markDisposable: (choose) => markDisposable(file(), choose),
    backup: async ({ directory, log, signal }) => {
      const source = file();
      const identity = await readIdentity(source);
      const target = join(directory, backupName);
      const { dataAt, fingerprint } = await backUp({ source, target, content, clock, log, signal });
      return {
        identity,
        dataAt: dataAt.toISOString(),
        fingerprint: { kind: 'same-snapshot', value: fingerprint },
        tools: { sqlite: process.versions.sqlite ?? 'unknown' },
        references: [],
      };
    },
    verify: async ({ directory }) => verifyBackup(join(directory, backupName)),
    restore: async ({ directory, log, signal, mayReplace }) => {
      const backup = join(directory, backupName);
      verifyBackup(backup);
      signal?.throwIfAborted();
      return await replaceFile({ backup, target: file(), log, mayReplace });
    },
  };
}

async function bytesOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (cause) {
    if (isMissing(cause)) return 0;
    throw new SystemFailure(
      {
        happened: `The size of "${path}" could not be read.`,
        means: 'Nothing was done.',
        next: 'Check its permissions.',
      },
      { cause },
    );
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
