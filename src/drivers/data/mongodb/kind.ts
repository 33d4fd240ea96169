import { type Kind, type NamedPart, namedKind } from '../../../world/effects/kind.ts';
import type { DataStore } from '../data-store.ts';
import { mongodbInit } from './init.ts';
import { mongodbSettings } from './settings.ts';

/** The methods are there at once; what does their work is loaded when the first is called. */
const part = namedKind<typeof mongodbSettings, DataStore>('mongodb', mongodbSettings, (settings, context) => {
  const opened = async () => (await import('./store.ts')).mongodbStore(settings, context);
  return {
    kind: 'mongodb',
    noun: 'database',
    ...(settings['server-is-upgraded'] ? { serverDuringRestore: 'running' } : {}),
    identity: async (signal) => (await opened()).identity(signal),
    preflight: async (request) => (await opened()).preflight(request),
    needs: async (signal) => (await opened()).needs(signal),
    fingerprint: async (signal, like) => (await opened()).fingerprint(signal, like),
    estimatedBytes: async (signal) => (await opened()).estimatedBytes(signal),
    markDisposable: async (choose, signal) => (await opened()).markDisposable(choose, signal),
    backup: async (request) => (await opened()).backup(request),
    verify: async (request) => (await opened()).verify(request),
    restore: async (request) => (await opened()).restore(request),
  };
});

export const mongodb: Kind<NamedPart<DataStore>> = { part, init: mongodbInit };
