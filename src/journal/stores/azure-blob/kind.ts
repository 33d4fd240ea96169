import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, kind, type Part } from '../../../world/effects/kind.ts';
import { openAzure } from '../../../world/objects/azure/open.ts';
import { azurePlace } from '../../../world/objects/azure/settings.ts';
import { bucketJournal } from '../../bucket-journal.ts';
import type { JournalOpener } from '../../journal.ts';
import { azureBlobInit } from './init.ts';

const settings = () =>
  z
    .strictObject({
      ...azurePlace(),
      prefix: template
        .default('staged-upgrade-journal')
        .describe('The prefix of the keys, without a slash at the end; the name of the system follows.'),
    })
    .describe('Keep the journal in an Azure Blob Storage container: for repositories whose rules forbid the branch.');

const part = kind<ReturnType<typeof settings>, JournalOpener>('azure-blob', settings, (chosen, context) => {
  const { bucket, prefix } = openAzure(chosen, context);
  return (identity) => bucketJournal(bucket, prefix, identity, context.effects.clock);
});

export const azureBlob: Kind<Part<JournalOpener>> = { part, init: azureBlobInit };
