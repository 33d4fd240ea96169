import { z } from 'zod';
import { duration, template } from '../../../core/settings/scalars.ts';
import { type Kind, type NamedPart, namedKind } from '../../../world/effects/kind.ts';
import type { DataStore } from '../data-store.ts';
import { storeOnDemand } from '../store-on-demand.ts';
import { infrahubBackupInit } from './init.ts';

const settings = () =>
  z
    .strictObject({
      project: template.describe('The Docker Compose project in which Infrahub runs.'),
      program: template.prefault('infrahub-backup').describe("The vendor's program, by its name or its path."),
      database: z.string().min(1).default('neo4j').describe('The name of the database in Neo4j.'),
      'task-manager': z
        .boolean()
        .default(true)
        .describe("Whether the task manager's database is also backed up and restored."),
      'tasks-within': duration
        .prefault('30m')
        .describe('How long to wait for running tasks; after that the backup fails, before anything is stopped.'),
      'ready-within': duration
        .prefault('10m')
        .describe('How long Infrahub may take to serve again after a backup for which its services were stopped.'),
      timeout: duration.prefault('4h').describe('How long a backup or a restore may take.'),
      fingerprint: z
        .strictObject({
          content: z
            .boolean()
            .default(true)
            .describe(
              'Compare the content of the graph, by sums of all nodes and relationships. `false` only counts them.',
            ),
        })
        .prefault({})
        .describe('What is compared after a restore.'),
    })
    .describe(
      "Infrahub's graph and task manager in Docker Compose, by the vendor's `infrahub-backup`. The object store is not included: it is a separate data store.",
    );
export type InfrahubBackupSettings = z.output<ReturnType<typeof settings>>;

const part = namedKind<ReturnType<typeof settings>, DataStore>('infrahub-backup', settings, (chosen, context) =>
  storeOnDemand(
    // The vendor's program works on running containers: it stops and starts what it needs to.
    { kind: 'infrahub-backup', noun: 'installation', serverDuringRestore: 'running' },
    async () => {
      const { openStore } = await import('./store.ts');
      return openStore(chosen, context);
    },
  ),
);

export const infrahubBackup: Kind<NamedPart<DataStore>> = { part, init: infrahubBackupInit };
