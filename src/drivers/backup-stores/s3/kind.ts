import { z } from 'zod';
import { type Kind, kind, type Part } from '../../../world/effects/kind.ts';
import { openS3 } from '../../../world/objects/s3/open.ts';
import { s3Place } from '../../../world/objects/s3/settings.ts';
import { openBucketStore } from '../open-bucket-store.ts';
import { scratchSetting } from '../scratch.ts';
import type { BackupStoreOpener } from '../store.ts';
import { s3Init } from './init.ts';

const settings = () =>
  z
    .strictObject({ ...s3Place(), ...scratchSetting })
    .describe('A bucket in S3, or on a server that speaks its protocol (MinIO, R2, Ceph). Every runner can reach it.');

const part = kind<ReturnType<typeof settings>, BackupStoreOpener>('s3', settings, (chosen, context) =>
  openBucketStore(openS3(chosen, context), chosen, context),
);

export const s3: Kind<Part<BackupStoreOpener>> = { part, init: s3Init };
