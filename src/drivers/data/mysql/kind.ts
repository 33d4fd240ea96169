import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, type NamedPart, namedKind } from '../../../world/effects/kind.ts';
import type { DataStore } from '../data-store.ts';
import { storeOnDemand } from '../store-on-demand.ts';
import { definersSettings } from './definers-setting.ts';
import { mysqlInit } from './init.ts';
import { outsideSettings } from './outside.ts';

const settings = () =>
  z
    .strictObject({
      url: template.describe(
        'The address: `mysql://user:password@host:3306/name?ssl-mode=verify-identity&ssl-ca=/path/ca.pem`; `mariadb://` is the same. Special characters in the password are percent-encoded, or the password is given separately, under `password`.',
      ),
      password: template
        .optional()
        .describe('The password as it is, without percent-encoding. Preferably a variable: `${MYSQL_PASSWORD}`.'),
      tools: template
        .optional()
        .describe(
          'The folder of mariadb-dump and mariadb, or of mysqldump and mysql. Default: they are searched for in the `PATH`. They must be those of the server: MariaDB for MariaDB, MySQL for MySQL.',
        ),
      fingerprint: z
        .strictObject({
          content: z
            .boolean()
            .default(true)
            .describe(
              'Compare the rows themselves, by checksums that the server computes in the state that is dumped. `false` only counts them.',
            ),
          except: z
            .array(z.string())
            .default([])
            .describe('Tables whose rows are only counted: `audit_log`. Everything else about them is compared.'),
        })
        .prefault({})
        .describe('What is compared after a restore.'),
      definers: z
        .enum(definersSettings)
        .default('auto')
        .describe(
          'Who owns views, routines, triggers and events after a restore. `keep` keeps their owners; `ignore` gives them to the restoring user; `auto` keeps them if all owners exist and the user may create objects of others.',
        ),
      outside: z
        .enum(outsideSettings)
        .default('cut')
        .describe(
          'Whether scheduled events run on a copy. `cut` disables them; `keep` leaves them enabled. A rollback always leaves them enabled.',
        ),
      'disconnect-others': z
        .boolean()
        .default(false)
        .describe('End other sessions before a restore. Without it, a restore is refused while anyone is connected.'),
    })
    .describe('A MySQL or MariaDB database: a consistent dump by mariadb-dump or mysqldump, which a restore loads.');

const part = namedKind<ReturnType<typeof settings>, DataStore>(
  'mysql',
  settings,
  (chosen, { effects, where, placeholders }) => {
    const fill = (value: string, key: string) => effects.variables.fill(value, `${where}.${key}`, placeholders);
    return storeOnDemand({ kind: 'mysql', noun: 'database' }, async () => {
      const { mysqlDatabase } = await import('./database.ts');
      return mysqlDatabase({
        // Filled in when the database is first used: a command may open both environments and touch one.
        connection: () => ({
          url: fill(chosen.url, 'url'),
          password: chosen.password === undefined ? undefined : fill(chosen.password, 'password'),
          where: `${where}.url`,
        }),
        toolsFolder: () => (chosen.tools === undefined ? undefined : fill(chosen.tools, 'tools')),
        content: chosen.fingerprint,
        definers: chosen.definers,
        outside: chosen.outside,
        disconnectOthers: chosen['disconnect-others'],
        effects,
      });
    });
  },
);

export const mysql: Kind<NamedPart<DataStore>> = { part, init: mysqlInit };
