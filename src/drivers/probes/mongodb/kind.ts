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
        'The address of the MongoDB server, preferably with a read-only user: `{access.<name>}`, which each environment sets to its own value.',
      ),
      collection: z
        .string()
        .min(1)
        .describe(
          'The collection in which each database keeps its migrations, each a document with `version: { major, minor, patch }`; the numerically highest counts.',
        ),
      expected: z
        .array(
          z.strictObject({
            releases: z
              .array(z.string().min(1))
              .min(1)
              .describe('The releases that it applies to; a `*` at the end matches any ending: `4.1.*`.'),
            databases: z
              .record(z.string().min(1), schemaVersion)
              .describe('By database; those of tenants, `<database>-<tenant>`, are treated the same.'),
          }),
        )
        .min(1)
        .describe(
          'For a release that is in none of them, nothing is known: its migrations are done when it answers. The versions of the databases are read for it too, which shows if a newer release has migrated them since.',
        ),
      timeout: duration.prefault('30s'),
    })
    .describe(
      'Reads how far the databases of a MongoDB server are migrated. An older one is still being migrated; one that is newer than the release that answers is refused, even if the server accepts it.',
    );
export type MongodbMigrationSettings = z.output<ReturnType<typeof settings>>;

/** What the databases of a MongoDB say about their own migrations. */
export const mongodb: ProbeKind = {
  migrations: kind('mongodb', settings, (asked, context) => async (signal, release) => {
    const { readMigrations } = await import('./migrations.ts');
    return await readMigrations(asked, context, { signal, release });
  }),
};
