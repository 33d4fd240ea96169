import { z } from 'zod';
import { type Kind, kind, type Part } from '../../../world/effects/kind.ts';
import { openGcs } from '../../../world/objects/gcs/open.ts';
import { gcsPlace } from '../../../world/objects/gcs/settings.ts';
import { openBucketStore } from '../open-bucket-store.ts';
import { scratchSetting } from '../scratch.ts';
import type { BackupStoreOpener } from '../store.ts';
import { gcsInit } from './init.ts';

const settings = () =>
  z
    .strictObject({ ...gcsPlace(), ...scratchSetting })
    .describe('A Google Cloud Storage bucket. Every runner can reach it.');

const part = kind<ReturnType<typeof settings>, BackupStoreOpener>('gcs', settings, (chosen, context) =>
  openBucketStore(openGcs(chosen, context), chosen, context),
);

export const gcs: Kind<Part<BackupStoreOpener>> = { part, init: gcsInit };
