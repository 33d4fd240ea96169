import type { PartContext } from '../../../world/effects/kind.ts';
import type { DataStore } from '../data-store.ts';
import type { InfrahubBackupSettings } from './kind.ts';

/** Only who uses it loads what drives it. */
export function lazyStore(settings: InfrahubBackupSettings, context: PartContext): DataStore {
  let opened: Promise<DataStore> | undefined;
  const store = (): Promise<DataStore> => {
    opened ??= import('./store.ts').then(({ openStore }) => openStore(settings, context));
    return opened;
  };
  return {
    kind: 'infrahub-backup',
    noun: 'installation',
    // The vendor's program works on running containers: it stops and starts what it has to.
    serverDuringRestore: 'running',
    identity: async (signal) => await (await store()).identity(signal),
    preflight: async (request) => (await (await store()).preflight?.(request)) ?? [],
    fingerprint: async (signal, like) => await (await store()).fingerprint(signal, like),
    estimatedBytes: async (signal) => await (await store()).estimatedBytes(signal),
    markDisposable: async (choose, signal) => await (await store()).markDisposable(choose, signal),
    backup: async (request) => await (await store()).backup(request),
    verify: async (request) => await (await store()).verify(request),
    restore: async (request) => await (await store()).restore(request),
  };
}
