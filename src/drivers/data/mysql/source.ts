import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Session } from './session.ts';
import type { Table } from './tables.ts';

/** What a restore must know about the dumped database that is not in the dump. */
export type SourceFacts = z.output<typeof source>;

const source = z.object({
  flavour: z.enum(['MySQL', 'MariaDB']),
  version: z.string(),
  /** 10.11 as 1011. */
  number: z.int(),
  characterSet: z.string(),
  collation: z.string(),
  /** All that columns and tables use. */
  collations: z.array(z.string()),
  engines: z.array(z.string()),
  /** The owner of a view, a routine, a trigger or an event: `app@%`. */
  definers: z.array(z.string()),
  events: z.int(),
  /** Functions and triggers, which not everybody may create on a server that writes a binary log. */
  routines: z.int(),
  lowerCaseNames: z.string(),
  hasCapitals: z.boolean(),
  encryptedTables: z.array(z.string()),
  /** The length of the longest row as the dump writes it; known once all rows were read. */
  longestRow: z.int().optional(),
});

/** What another database of this kind reported about itself, passed on by code that does not read it. */
export function asSourceFacts(value: unknown): SourceFacts | undefined {
  return source.safeParse(value).data;
}

export async function readSourceFacts(session: Session, tables: readonly Table[]): Promise<SourceFacts> {
  const { server } = session;
  const texts = async (sql: string) => (await session.query<{ text: string }>(sql)).map(({ text }) => text);
  const [database] = await session.query<{ set: string; collation: string; lower: string | number }>(
    `SELECT DEFAULT_CHARACTER_SET_NAME AS \`set\`, DEFAULT_COLLATION_NAME AS collation, @@lower_case_table_names AS \`lower\`
     FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = DATABASE()`,
  );
  return {
    flavour: server.flavour,
    version: server.version,
    number: server.number,
    characterSet: database?.set ?? '',
    collation: database?.collation ?? '',
    collations: await texts(
      `SELECT COLLATION_NAME AS text FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA = DATABASE() AND COLLATION_NAME IS NOT NULL
       UNION SELECT TABLE_COLLATION FROM information_schema.TABLES
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_COLLATION IS NOT NULL`,
    ),
    engines: [...new Set(tables.map(({ engine }) => engine))].filter((engine) => engine !== ''),
    definers: await texts(
      `SELECT DEFINER AS text FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()
       UNION SELECT DEFINER FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
       UNION SELECT DEFINER FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
       UNION SELECT DEFINER FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()`,
    ),
    events: await count(session, 'EVENTS WHERE EVENT_SCHEMA = DATABASE()'),
    routines:
      (await count(session, "ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE <> 'PROCEDURE'")) +
      (await count(session, 'TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()')),
    lowerCaseNames: String(database?.lower ?? ''),
    hasCapitals: tables.some(({ name }) => name !== name.toLowerCase()),
    encryptedTables: await texts(
      `SELECT TABLE_NAME AS text FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()
       AND (UPPER(CREATE_OPTIONS) LIKE '%ENCRYPTION=''Y''%' OR UPPER(CREATE_OPTIONS) LIKE '%ENCRYPTED%YES%')`,
    ),
  };
}

async function count(session: Session, from: string): Promise<number> {
  const [row] = await session.query<{ total: string | number }>(
    `SELECT COUNT(*) AS total FROM information_schema.${from}`,
  );
  return Number(row?.total ?? 0);
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
        means: 'It is not a whole backup of MySQL or MariaDB. Nothing was restored.',
        next: 'Take another backup.',
      },
      { cause },
    );
  }
}
