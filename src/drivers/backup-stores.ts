import { oneOf } from '../world/effects/kind.ts';
import { folder } from './backup-stores/folder/kind.ts';

/** The kinds of stores of backups: a new one is one folder and one line here. */
const kinds = [folder];

export const backupStore = oneOf(kinds.map(({ part }) => part));
export const backupStoreInit = kinds.map(({ init }) => init);
