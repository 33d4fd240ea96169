import { type Kind, type NamedPart, namedKind } from '../../../world/effects/kind.ts';
import type { DataStore } from '../data-store.ts';
import { storeOnDemand } from '../store-on-demand.ts';
import { mongodbInit } from './init.ts';
import { mongodbSettings } from './settings.ts';

const part = namedKind<ReturnType<typeof mongodbSettings>, DataStore>('mongodb', mongodbSettings, (settings, context) =>
  storeOnDemand(
    {
      kind: 'mongodb',
      noun: 'database',
      ...(settings['server-is-upgraded'] ? { serverDuringRestore: 'running' } : {}),
    },
    async () => {
      const { mongodbStore } = await import('./store.ts');
      return mongodbStore(settings, context);
    },
  ),
);

export const mongodb: Kind<NamedPart<DataStore>> = { part, init: mongodbInit };
