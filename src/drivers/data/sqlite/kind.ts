import { resolve } from 'node:path';
import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, type NamedPart, namedKind } from '../../../world/effects/kind.ts';
import type { DataStore } from '../data-store.ts';
import { sqliteDatabase } from './database.ts';
import { sqliteInit } from './init.ts';

const settings = () =>
  z
    .strictObject({
      file: template.describe('The database file. A relative path starts in the folder of the command.'),
      fingerprint: z
        .strictObject({
          content: z
            .boolean()
            .default(true)
            .describe(
              'Compare the rows themselves, by a SHA-256 of each table. `false` only counts them. Definitions, and what the application keeps in the header of the file (`user_version`), are compared either way.',
            ),
        })
        .prefault({})
        .describe('What is compared after a restore.'),
    })
    .describe('A SQLite database: backed up with its online backup while the server runs.');

const part = namedKind<ReturnType<typeof settings>, DataStore>(
  'sqlite',
  settings,
  (chosen, { effects, where, placeholders }) =>
    sqliteDatabase({
      // Filled in when the database is first used: a command may open both environments and touch one.
      file: () => resolve(effects.directory, effects.variables.fill(chosen.file, `${where}.file`, placeholders)),
      content: chosen.fingerprint.content,
      clock: effects.clock,
    }),
);

export const sqlite: Kind<NamedPart<DataStore>> = { part, init: sqliteInit };
