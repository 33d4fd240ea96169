import { z } from 'zod';
import { postgres } from './data/postgres/kind.ts';
import { sqlite } from './data/sqlite/kind.ts';

/** The kinds of database: a new one is one folder and one line here. */
export const database = z.union([sqlite, postgres]);
