import { oneOf } from '../../world/effects/kind.ts';
import { azureBlob } from './azure-blob/kind.ts';
import { folder } from './folder/kind.ts';
import { gcs } from './gcs/kind.ts';
import { git } from './git/kind.ts';
import { s3 } from './s3/kind.ts';

/** The kinds of stores for the journal: a new one is one folder and one line here. */
const kinds = [folder, git, s3, gcs, azureBlob];

export const journalStore = oneOf(kinds.map(({ part }) => part));
export const journalStoreInit = kinds.map(({ init }) => init);
