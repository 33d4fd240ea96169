import type { DataStore } from './data-store.ts';

/**
 * A store whose driver is loaded when it is first used: a start reads what is needed to check a configuration, and no more.
 */
export function storeOnDemand(
  said: Pick<DataStore, 'kind' | 'noun' | 'serverDuringRestore'>,
  open: () => Promise<DataStore>,
): DataStore {
  let opened: Promise<DataStore> | undefined;
  const load = (): Promise<DataStore> => {
    opened ??= open();
    return opened;
  };
  return {
    ...said,
    identity: async (signal) => (await load()).identity(signal),
    preflight: async (request) => (await (await load()).preflight?.(request)) ?? [],
    needs: async (signal) => (await (await load()).needs?.(signal)) ?? {},
    fingerprint: async (signal, like) => (await load()).fingerprint(signal, like),
    estimatedBytes: async (signal) => (await load()).estimatedBytes(signal),
    markDisposable: async (choose, signal) => (await load()).markDisposable(choose, signal),
    backup: async (request) => (await load()).backup(request),
    verify: async (request) => (await load()).verify(request),
    restore: async (request) => (await load()).restore(request),
    forget: async (references, signal) => {
      // Only a store with vendor-side copies has something to delete, so nothing is loaded for the rest.
      if (references.length > 0) await (await load()).forget?.(references, signal);
    },
  };
}
