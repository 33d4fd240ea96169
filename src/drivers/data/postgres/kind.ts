import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, type NamedPart, namedKind, type PartContext } from '../../../world/effects/kind.ts';
import type { DataStore } from '../data-store.ts';
import { storeOnDemand } from '../store-on-demand.ts';
import { compressionSettings } from './compression.ts';
import { postgresInit } from './init.ts';
import { omissions } from './omissions.ts';
import { outsideSettings } from './reach.ts';
import { rolesSettings } from './roles.ts';

const settings = () =>
  z
    .strictObject({
      url: template.describe(
        'The address: `postgres://user:password@host:5432/name?sslmode=verify-full`. Special characters in the password are percent-encoded, or the password is given separately, under `password`.',
      ),
      password: template
        .optional()
        .describe('The password as it is, without percent-encoding. Preferably a variable: `${PGPASSWORD}`.'),
      jobs: z.int().min(1).max(64).default(2).describe('How many tables are dumped and restored at once.'),
      tools: template
        .optional()
        .describe(
          "The folder of pg_dump and pg_restore. Default: those of the server's major version are searched for.",
        ),
      compression: z
        .enum(compressionSettings)
        .default('auto')
        .describe(
          'How a dump is compressed. `auto` takes the best that pg_dump here is built with: `zstd` or `lz4` from version 16 on, otherwise `gzip`. A runner whose pg_restore cannot read it restores nothing, and says so: name one that both have. `none` may take several times the room that the database takes itself.',
        ),
      fingerprint: z
        .strictObject({
          content: z
            .boolean()
            .default(true)
            .describe(
              'Compare the rows themselves, by checksums that the server computes in the snapshot that is dumped. `false` only counts them.',
            ),
          except: z
            .array(z.string())
            .default([])
            .describe(
              'Tables whose rows are only counted, with their schema: `public.audit_log`; a name with a dot goes in quotes. Everything else about them is compared.',
            ),
        })
        .prefault({})
        .describe('What is compared after a restore.'),
      roles: z
        .enum(rolesSettings)
        .default('auto')
        .describe(
          'What a restore does with owners, privileges and tablespaces. `keep` restores them; `create` first creates the missing roles, without the right to log in; `ignore` gives everything to the restoring user; `auto` keeps them if every role of the backup exists.',
        ),
      'leave-out': z
        .array(z.enum(omissions))
        .default([])
        .describe(
          'What a restore leaves out because only a superuser could create it and the copy does not need it: `publications`, `event-triggers`.',
        ),
      outside: z
        .enum(outsideSettings)
        .default('cut')
        .describe(
          "What a copy keeps of production's connections to other servers. `cut` restores no user mappings of foreign servers, and disables the jobs of pg_cron and pgAgent; `keep` restores everything. A rollback always restores everything.",
        ),
      'disconnect-others': z
        .boolean()
        .default(false)
        .describe('End other sessions before a restore. Without it, a restore is refused while anyone is connected.'),
    })
    .describe('A PostgreSQL database: dumped with pg_dump and restored with pg_restore.');

const part = namedKind<ReturnType<typeof settings>, DataStore>('postgres', settings, (chosen, context) =>
  storeOnDemand({ kind: 'postgres', noun: 'database' }, async () => await opened(chosen, context)),
);

async function opened(
  chosen: z.output<ReturnType<typeof settings>>,
  { effects, where, placeholders }: PartContext,
): Promise<DataStore> {
  const [{ parseConnection }, { postgresDatabase }] = await Promise.all([
    import('./connection.ts'),
    import('./database.ts'),
  ]);
  const fill = (value: string, key: string) => effects.variables.fill(value, `${where}.${key}`, placeholders);
  return postgresDatabase({
    where,
    // Filled in when the database is first used: a command may open both environments and touch one.
    connection: () =>
      parseConnection({
        url: fill(chosen.url, 'url'),
        password: chosen.password === undefined ? undefined : fill(chosen.password, 'password'),
        where: `${where}.url`,
      }),
    toolsFolder: () => (chosen.tools === undefined ? undefined : fill(chosen.tools, 'tools')),
    jobs: chosen.jobs,
    compression: chosen.compression,
    content: chosen.fingerprint,
    roles: chosen.roles,
    leaveOut: chosen['leave-out'],
    outside: chosen.outside,
    disconnectOthers: chosen['disconnect-others'],
    effects,
  });
}

export const postgres: Kind<NamedPart<DataStore>> = { part, init: postgresInit };
