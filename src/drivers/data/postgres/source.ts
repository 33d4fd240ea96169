import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { compressions } from './compression.ts';

/** What a restore must know about the dumped database that is not in the archive. */
export type SourceFacts = z.output<typeof source>;

/** The newer fields may be missing: an older backup is restored as it was restored then. */
const source = z.object({
  /** Major version of the server. */
  serverMajor: z.int(),
  /** Major version of pg_dump: an older pg_restore cannot read its archives. */
  dumpMajor: z.int().optional(),
  /** Of the rows: a pg_restore built without it cannot read them. */
  compression: z.enum(compressions).optional(),
  /** The roles that own something in the archive or have a right to it. */
  roles: z.array(z.string()),
  /** Roles without which a definition cannot be restored: policies name them. */
  definitionRoles: z.array(z.string()).default([]),
  encoding: z.string().optional(),
  /** Tables whose row security also applies to their owner. */
  forcedRowSecurity: z.array(z.string()).default([]),
  extensions: z.array(z.object({ name: z.string(), version: z.string() })).default([]),
  publications: superuserParts(),
  eventTriggers: superuserParts(),
  /** Other objects that only a superuser may create, by name: `function public.f(integer)`. */
  superuserObjects: superuserParts(),
  /** Of the database, and of roles in it. */
  settings: z.array(z.object({ role: z.string().nullable(), name: z.string(), value: z.string() })).default([]),
  /** Functions that definitions call and that find what they use by the search path, which is empty in a restore. */
  pathFunctions: z.array(z.string()).default([]),
  /** Production's usual search path. */
  searchPath: z.string().default(''),
  /** Tables whose rows are checked by functions, which may read other tables: by number, as in the archive. */
  lateTables: z.array(z.int()).default([]),
  /** Tables of jobs that the server runs by itself. */
  jobTables: z.array(z.object({ oid: z.int(), name: z.string() })).default([]),
  /** Whether there are values of type `money`, whose text depends on the locale of the session. */
  money: z.boolean().default(false),
});

function superuserParts() {
  return z.array(z.string()).default([]);
}

/** What another database of this kind reported about itself, passed on by code that does not read it. */
export function asSourceFacts(value: unknown): SourceFacts | undefined {
  return source.safeParse(value).data;
}

const sourceName = 'source.json';

export async function writeSource(directory: string, value: SourceFacts): Promise<void> {
  await writeFile(join(directory, sourceName), `${JSON.stringify(value, null, 2)}\n`);
}

export async function readSource(directory: string): Promise<SourceFacts> {
  try {
    return source.parse(JSON.parse(await readFile(join(directory, sourceName), 'utf8')));
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The backup has no readable "${sourceName}".`,
        means: 'It is not a whole backup of PostgreSQL. Nothing was restored.',
        next: 'Take another backup.',
      },
      { cause },
    );
  }
}
