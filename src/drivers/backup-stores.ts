import { oneOf } from '../world/effects/kind.ts';
import { azureBlob } from './backup-stores/azure-blob/kind.ts';
import { folder } from './backup-stores/folder/kind.ts';
import { gcs } from './backup-stores/gcs/kind.ts';
import { s3 } from './backup-stores/s3/kind.ts';

/** The kinds of backup stores: a new one is one folder and one line here. */
const kinds = [folder, s3, gcs, azureBlob];

export const backupStore = oneOf(kinds.map(({ part }) => part));
export const backupStoreInit = kinds.map(({ init }) => init);
