import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { compressions } from './compression.ts';

/** What a restore must know about the database that was dumped, and the archive does not contain. */
export type SourceFacts = z.output<typeof source>;

/** Who wrote the newer parts is not asked: a backup of before is restored as it was then. */
const source = z.object({
  /** Major version of the server. */
  serverMajor: z.int(),
  /** Major version of pg_dump, which an older pg_restore cannot read. */
  dumpMajor: z.int().optional(),
  /** Of the rows, which a pg_restore that is built without it cannot read. */
  compression: z.enum(compressions).optional(),
  /** The roles that own something in the archive or have a right on it. */
  roles: z.array(z.string()),
  /** Those without which a definition cannot be restored: policies name them. */
  definitionRoles: z.array(z.string()).default([]),
  encoding: z.string().optional(),
  /** Tables whose row security holds for their owner as well. */
  forcedRowSecurity: z.array(z.string()).default([]),
  extensions: z.array(z.object({ name: z.string(), version: z.string() })).default([]),
  publications: superuserParts(),
  eventTriggers: superuserParts(),
  /** Other objects that only a superuser may make, as they are called: `function public.f(integer)`. */
  superuserObjects: superuserParts(),
  /** Of the database, and of roles in it. */
  settings: z.array(z.object({ role: z.string().nullable(), name: z.string(), value: z.string() })).default([]),
  /** Functions that definitions call and that find what they use by the search path, which a restore has empty. */
  pathFunctions: z.array(z.string()).default([]),
  /** Production's usual search path. */
  searchPath: z.string().default(''),
  /** Tables whose rows are checked by functions, which may look into other tables: by number, as in the archive. */
  lateTables: z.array(z.int()).default([]),
  /** Tables of jobs that the server runs by itself. */
  jobTables: z.array(z.object({ oid: z.int(), name: z.string() })).default([]),
  /** Whether there are values of type `money`, whose text depends on the locale of the session. */
  money: z.boolean().default(false),
});

function superuserParts() {
  return z.array(z.string()).default([]);
}

/** What another database of this kind said of itself, handed on by somebody who does not read it. */
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
