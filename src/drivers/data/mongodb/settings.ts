import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { databasePattern } from './databases.ts';

const meanwhileSettings = ['stated', 'refused'] as const;

export const mongodbSettings = () =>
  z
    .strictObject({
      url: template.describe(
        'The address: `mongodb://user:password@host:27017/?authSource=admin`, with all members of a replica set, or `mongodb+srv://…`. Special characters in the password are percent-encoded, or the password is given separately, under `password`.',
      ),
      password: template
        .optional()
        .describe('The password as it is, without percent-encoding. Preferably a variable: `${MONGODB_PASSWORD}`.'),
      databases: z
        .array(databasePattern)
        .min(1)
        .describe(
          'The databases of the application. A `*` at the end matches any ending: `deviceauth-*` are those of its tenants. All others are left alone.',
        ),
      prefix: z
        .string()
        .regex(/^[A-Za-z0-9_-]*$/)
        .default('')
        .describe(
          'A prefix for the name of each database on this server: with `staging_`, production\'s "deviceauth" is restored as "staging_deviceauth".',
        ),
      'server-is-upgraded': z
        .boolean()
        .default(false)
        .describe(
          'Whether hops upgrade the MongoDB server itself: then nothing is stopped before a restore, which needs it running. Nothing else may use it meanwhile.',
        ),
      jobs: z.int().min(1).max(64).default(4).describe('How many collections are dumped and restored at once.'),
      tools: template
        .optional()
        .describe('The folder of mongodump and mongorestore. Default: they are searched for in the PATH.'),
      oplog: z
        .boolean()
        .default(false)
        .describe(
          'Whether writes during a dump are taken from the oplog and replayed after it, so that all collections are from the same moment: for a replica set of MongoDB 5.0 or later. A restore then needs the right to apply oplog entries, see [rights](mongodb.md#rights).',
        ),
      'changed-meanwhile': z
        .enum(meanwhileSettings)
        .default('stated')
        .describe(
          'What happens when documents are written while they are dumped, so that the collections of a backup are from different moments: `stated` reports which, and how far apart they are; `refused` refuses such a backup.',
        ),
      fingerprint: z
        .strictObject({
          content: z
            .boolean()
            .default(true)
            .describe('Compare the documents themselves, by a sum of their SHA-256. `false` only counts them.'),
        })
        .prefault({})
        .describe('What is compared after a restore.'),
    })
    .describe('Databases of a MongoDB server: dumped with mongodump and restored with mongorestore.');

export type MongodbSettings = z.output<ReturnType<typeof mongodbSettings>>;
