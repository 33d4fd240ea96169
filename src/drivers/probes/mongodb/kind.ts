import { z } from 'zod';
import { duration, template } from '../../../core/settings/scalars.ts';
import { kind } from '../../../world/effects/kind.ts';
import type { ProbeKind } from '../probe.ts';

const schemaVersion = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/, { error: 'a version such as 1.2.17' })
  .describe('The newest migration that the releases know: `1.2.17`.');

const settings = () =>
  z
    .strictObject({
      url: template.describe(
        'The address of the MongoDB, best of a user who may only read: `{access.<name>}`, to which each environment gives its own value.',
      ),
      collection: z
        .string()
        .min(1)
        .describe(
          'Where each database keeps its migrations, a document each with `version: { major, minor, patch }`; the numerically highest counts.',
        ),
      expected: z
        .array(
          z.strictObject({
            releases: z
              .array(z.string().min(1))
              .min(1)
              .describe('The releases that it is about; a `*` at the end stands for any end: `4.1.*`.'),
            databases: z
              .record(z.string().min(1), schemaVersion)
              .describe('By database; those of tenants, `<database>-<tenant>`, are held to the same.'),
          }),
        )
        .min(1)
        .describe(
          'Of a release that is in none, nothing is known: its migrations are done when it answers. What the databases are at is read of it too, which shows when a newer release has migrated them since.',
        ),
      timeout: duration.prefault('30s'),
    })
    .describe(
      'Reads how far the databases of a MongoDB are migrated. An older one is still being migrated; one that is newer than the release that answers is refused, even where the server accepts it.',
    );
export type MongodbMigrationSettings = z.output<ReturnType<typeof settings>>;

/** What the databases of a MongoDB say of their own migrations. */
export const mongodb: ProbeKind = {
  migrations: kind('mongodb', settings, (asked, context) => async (signal, release) => {
    const { readMigrations } = await import('./migrations.ts');
    return await readMigrations(asked, context, { signal, release });
  }),
};
