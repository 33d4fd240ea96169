import { z } from 'zod';
import { folder } from './folder-kind.ts';

/** The kinds of store: a new one is one file and one line here. */
export const backupStore = z.union([folder]);
