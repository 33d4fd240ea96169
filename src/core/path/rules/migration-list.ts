import { z } from 'zod';
import { onDemand } from '../../settings/on-demand.ts';
import { versionOrLine } from '../sources/versions/version-range.ts';

/** One migration as its vendor lists it. */
export const listedMigration = onDemand(() =>
  z.strictObject({
    id: z
      .union([z.string().min(1), z.int()])
      .transform(String)
      .describe("The vendor's name or number of the migration."),
    'runs-from': versionOrLine.describe('The first release that can run it.'),
    'required-before': versionOrLine
      .optional()
      .describe('The first release that refuses data on which it has not run. Leave it out if there is none yet.'),
  }),
);

const field = z.string().min(1);

/** Where a vendor publishes the list with each release. */
export const migrationListSource = onDemand(() =>
  z
    .strictObject({
      url: z
        .string()
        .regex(/^https?:\/\/.*\{(tag|version)\}/, 'an address with {tag} or {version} of the target in it')
        .describe('The address of the list in JSON; `{tag}` and `{version}` are those of the target.'),
      at: field
        .optional()
        .describe('Dotted path, in the response, of the list, or of a mapping from ids. Default: the whole response.'),
      id: field
        .optional()
        .describe("Key, in an entry, of the migration's id. Left out for a mapping, where the ids are the keys."),
      'runs-from': field.describe('Key, in an entry, of the first release that can run it.'),
      'required-before': field
        .optional()
        .describe('Key, in an entry, of the first release that refuses data on which it has not run.'),
      since: versionOrLine
        .optional()
        .describe('The first release that has such a list; for a target below it, none is requested.'),
    })
    .describe('The list as it is published with the target, read when a path is planned and pinned in the plan.'),
);
export type MigrationListSource = z.output<typeof migrationListSource>;
