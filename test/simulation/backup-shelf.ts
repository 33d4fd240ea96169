import { SystemFailure } from '../../src/core/messages/errors.ts';
import { type BackupManifest, type BackupPurpose, manifestFormat } from '../../src/core/model/manifest.ts';
import type { BackupStore } from '../../src/drivers/backup-stores/store.ts';
import { diskFull } from './database-part.ts';
import type { Content } from './installation.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

export interface Kept {
  readonly manifest: BackupManifest;
  readonly content: Content;
  /** The attempt of the run that took it. */
  readonly owner: string;
  /** In true time. */
  readonly at: number;
  /** When its data was read, in true time. */
  readonly takenAt: number;
}

interface Draft {
  readonly content: Content;
  readonly takenAt: number;
}

/** Where all backups are kept. A draft is seen by nobody until it is committed. */
export class BackupShelf {
  readonly kept = new Map<string, Kept>();
  readonly #written = new Map<string, Draft>();
  #drafts = 0;

  write(directory: string, draft: Draft): void {
    this.#written.set(directory, draft);
  }

  contentOf(directory: string): Content {
    const content = this.kept.get(directory)?.content;
    if (content === undefined) throw new Error(`there is no backup in ${directory}`);
    return content;
  }

  #isFirstOf(purpose: BackupPurpose): boolean {
    return [...this.kept.values()].every(({ manifest }) => manifest.purpose !== purpose);
  }

  openFor(process: SimulatedProcess, { faults, time, killsBeforeRecord }: World): BackupStore {
    const ask = <T>(name: string, serve: () => T): Promise<T> =>
      process.request({
        name: `store ${name}`,
        serve: () => {
          if (faults.happens('storeFails')) throw outOfReach();
          return serve();
        },
      });
    return {
      description: 'the store of the simulation',
      freeBytes: async () => undefined,
      list: () =>
        ask('list', () => ({ backups: [...this.kept.values()].map(({ manifest }) => manifest), damaged: [] })),
      begin: (id) =>
        ask('begin', () => {
          const directory = `draft ${++this.#drafts} of ${id}`;
          return {
            directoryFor: async () => directory,
            discard: () => ask('discard', () => void this.#written.delete(directory)),
            commit: (facts) =>
              ask('commit', () => {
                if (faults.happens('diskFull')) throw diskFull();
                const draft = this.#written.get(directory);
                if (draft === undefined) throw new Error(`nothing was written into ${directory}`);
                const data = facts.data.map((each) => ({ ...each, files: [] }));
                const manifest: BackupManifest = { format: manifestFormat, ...facts, data };
                const { owner } = process;
                if (killsBeforeRecord && this.#isFirstOf(facts.purpose)) process.kill();
                this.kept.set(id, { manifest, ...draft, owner, at: time.now });
                return manifest;
              }),
          };
        }),
      remove: (id) =>
        ask('remove', () => {
          this.kept.delete(id);
          return { kind: 'removed' as const };
        }),
      open: (id) =>
        ask('open', () => {
          const kept = this.kept.get(id);
          if (kept === undefined) throw new Error(`there is no backup ${id}`);
          return { manifest: kept.manifest, directoryOf: () => id, release: async () => undefined };
        }),
    };
  }
}

function outOfReach(): SystemFailure {
  return new SystemFailure({
    happened: 'The store did not answer.',
    means: 'No backup was added or read.',
    next: 'Run the step again.',
  });
}
