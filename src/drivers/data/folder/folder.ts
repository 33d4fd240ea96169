import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { type Finding, fine, problem } from '../../../core/messages/finding.ts';
import type { Clock } from '../../../world/clock.ts';
import type { DataStore, PreflightRequest } from '../data-store.ts';
import { fingerprintOf, readFingerprint } from './fingerprint.ts';
import { markDisposable, readIdentity, whereItIs } from './identity.ts';
import { keepTree, readKept } from './kept-tree.ts';
import { replaceFolder } from './restore.ts';
import { readTree, requireNoMounts } from './tree.ts';

export interface FolderOptions {
  readonly path: () => string;
  /** What must never be emptied with it. */
  readonly apart: readonly string[];
  readonly clock: Clock;
}

/** A tree of files beside a database: uploads, binary storage, a volume. */
export function folderStore({ path, apart, clock }: FolderOptions): DataStore {
  return {
    kind: 'folder',
    noun: 'folder',
    identity: () => readIdentity(path()),
    preflight: (request) => preflight(path(), request),
    fingerprint: async (signal) => readFingerprint((await whereItIs(path())).root, clock.now(), signal),
    estimatedBytes: async (signal) => {
      const entries = await readTree((await whereItIs(path())).root, signal);
      return entries.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.bytes : 0), 0);
    },
    markDisposable: (choose) => markDisposable(path(), choose),
    backup: async ({ directory, log, signal }) => {
      const { root } = await whereItIs(path());
      await requireNoMounts(root);
      const identity = await readIdentity(root);
      const at = clock.now();
      const kept = await keepTree(root, directory, { log, signal });
      return {
        identity,
        dataAt: at.toISOString(),
        // Of the very bytes that were copied.
        fingerprint: { kind: 'same-snapshot', value: fingerprintOf(kept, at) },
        tools: {},
        references: [],
      };
    },
    verify: async ({ directory, signal }) => void (await readKept(directory, signal)),
    restore: (request) => replaceFolder({ ...request, path: path(), apart }),
  };
}

async function preflight(path: string, { use, subject, signal }: PreflightRequest): Promise<Finding[]> {
  const { root } = await whereItIs(path);
  // Reports at once what a backup would fail at.
  await requireNoMounts(root);
  const entries = await readTree(root, signal);
  if (use === 'backup') return [fine(subject, `"${root}" can be read, with ${entries.length} entries.`)];
  try {
    await access(root, constants.W_OK | constants.X_OK);
    return [fine(subject, `What is in "${root}" can be replaced.`)];
  } catch {
    return [
      problem(subject, {
        happened: `This user may not write in the folder "${root}".`,
        means: 'A restore replaces what is in it, so every rehearsal would fail.',
        next: 'Let this user own the folder.',
      }),
    ];
  }
}
