import { z } from 'zod';
import { type Kind, kind, type Part } from '../../../world/effects/kind.ts';
import { openAzure } from '../../../world/objects/azure/open.ts';
import { azurePlace } from '../../../world/objects/azure/settings.ts';
import { openBucketStore } from '../open-bucket-store.ts';
import { scratchSetting } from '../scratch.ts';
import type { BackupStoreOpener } from '../store.ts';
import { azureBlobInit } from './init.ts';

const settings = () =>
  z
    .strictObject({ ...azurePlace(), ...scratchSetting })
    .describe('An Azure Blob Storage container. Every runner can reach it.');

const part = kind<ReturnType<typeof settings>, BackupStoreOpener>('azure-blob', settings, (chosen, context) =>
  openBucketStore(openAzure(chosen, context), chosen, context),
);

export const azureBlob: Kind<Part<BackupStoreOpener>> = { part, init: azureBlobInit };
