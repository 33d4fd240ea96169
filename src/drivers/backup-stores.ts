import { oneOf } from '../world/effects/kind.ts';
import { folder } from './backup-stores/folder/kind.ts';

/** The kinds of stores of backups. A new one is a folder and a member here. */
export const backupStore = oneOf([folder]);
