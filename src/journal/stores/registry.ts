import { oneOf } from '../../world/effects/kind.ts';
import { folder } from './folder/kind.ts';
import { git } from './git/kind.ts';

/** The kinds of journals. A new one is a folder and a member here. */
export const journalStore = oneOf([folder, git]);
