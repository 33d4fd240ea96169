import { z } from 'zod';
import { argv, duration, template } from '../../../core/settings/scalars.ts';
import { type Kind, type NamedPart, namedKind } from '../../../world/effects/kind.ts';
import type { DataStore } from '../data-store.ts';
import { storeOnDemand } from '../store-on-demand.ts';
import { neo4jInit } from './init.ts';

const settings = () =>
  z
    .strictObject({
      url: template.describe('The address of the server: `bolt://localhost:7687`, or `neo4j+s://…`.'),
      username: template.prefault('neo4j').describe('A user who may read the database and `SHOW SETTINGS`.'),
      password: template.describe('Its password. Preferably a variable: `${NEO4J_PASSWORD}`.'),
      database: z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'the name of a database, such as neo4j')
        .default('neo4j')
        .describe('The name of the database.'),
      method: z
        .enum(['dump', 'online'])
        .default('dump')
        .describe(
          'How a backup is made. `dump`: by `neo4j-admin database dump`, while the database is stopped. `online`: by `neo4j-admin database backup` of the enterprise edition, which stops nothing.',
        ),
      from: template
        .optional()
        .describe(
          'With `method: online`, where the server listens for backups. Default: the host of `url` with port 6362.',
        ),
      stop: argv
        .optional()
        .describe(
          'Stops the server, which the community edition needs for a dump and for a restore. Without it, the enterprise edition stops only the database.',
        ),
      start: argv.optional().describe('Starts it again; it may return before the server answers.'),
      admin: template.prefault('neo4j-admin').describe('The program `neo4j-admin` of this server.'),
      shell: template.prefault('cypher-shell').describe('The program `cypher-shell`.'),
      'ready-within': duration.prefault('10m').describe('How long the server may take to answer after it was started.'),
      timeout: duration.prefault('4h').describe('How long a backup or a restore may take.'),
      fingerprint: z
        .strictObject({
          content: z
            .boolean()
            .default(true)
            .describe(
              'Compare the content of the graph, by sums of all nodes and relationships with their properties. `false` only counts them.',
            ),
        })
        .prefault({})
        .describe('What is compared after a restore.'),
    })
    .refine(({ stop, start }) => (stop === undefined) === (start === undefined), {
      error: '"stop" and "start" go together',
    })
    .describe(
      'A database of a Neo4j server on the machine of the runner, by `neo4j-admin`: for those who run Neo4j themselves.',
    );
export type Neo4jSettings = z.output<ReturnType<typeof settings>>;

const part = namedKind<ReturnType<typeof settings>, DataStore>('neo4j', settings, (chosen, context) =>
  storeOnDemand({ kind: 'neo4j', noun: 'database' }, async () => {
    const { neo4jStore } = await import('./store.ts');
    return neo4jStore(chosen, context);
  }),
);

export const neo4j: Kind<NamedPart<DataStore>> = { part, init: neo4jInit };
