import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, type NamedPart, namedKind } from '../../../world/effects/kind.ts';
import { azurePlace } from '../../../world/objects/azure/settings.ts';
import { bucketComparison } from '../bucket-method.ts';
import type { DataStore } from '../data-store.ts';
import { storeOnDemand } from '../store-on-demand.ts';
import { azureContainerInit } from './init.ts';
import { azureWords } from './words.ts';

const settings = () =>
  z
    .strictObject({
      ...azurePlace(),
      container: template.meta({
        description: "The name of the container. Staging has its own, never production's.",
        examples: ['documents'],
      }),
      prefix: template
        .default('')
        .describe('The prefix of the names, without a slash at the end. Default: all blobs of the container.'),
      ...bucketComparison(),
    })
    .describe('An Azure Blob Storage container with files of the application.');

const part = namedKind<ReturnType<typeof settings>, DataStore>('azure-container', settings, (chosen, context) =>
  storeOnDemand({ kind: 'azure-container', noun: 'container' }, async () => {
    const [{ bucketStore }, { connectAzure }] = await Promise.all([
      import('../bucket-store.ts'),
      import('../../../world/objects/azure/open.ts'),
    ]);
    const { method, fingerprint, ...place } = chosen;
    return bucketStore({
      ...{ words: azureWords, method, content: fingerprint.content, context },
      own: connectAzure(place, context),
      source: ({ bucket, server }) => connectAzure(place, context, { name: bucket, server }),
    });
  }),
);

export const azureContainer: Kind<NamedPart<DataStore>> = { part, init: azureContainerInit };
