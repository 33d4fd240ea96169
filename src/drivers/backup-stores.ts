import { z } from 'zod';
import { folder } from './backup-stores/folder/kind.ts';

/** The kinds of store: a new one is one file and one line here. */
export const backupStore = z.union([folder]);
