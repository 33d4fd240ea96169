import { SystemFailure } from '../../../core/messages/errors.ts';
import type { LiveIdentity, MarkTarget } from '../../../core/model/identity.ts';
import { type Mark, markIn, markText, type NewMark, withoutMarks } from '../../../core/model/mark.ts';
import { databaseFailure, numberOf } from './failure.ts';
import { literal } from './server.ts';
import type { Session } from './session.ts';

/** What the server says about itself and about the session's database: whatever name or proxy leads there. */
interface Found {
  readonly identity: LiveIdentity;
  readonly name: string;
  readonly kept: string;
}

/**
 * MySQL has a unique id for each server, which is in its data folder (server_uuid). MariaDB has one that is derived from
 * the machine (server_uid, from 10.5.26 on). Without either, a server is identified by its machine, port and data folder.
 */
const serverNames = ['server_uuid', 'server_uid'];

export async function readIdentity(session: Session): Promise<LiveIdentity> {
  return (await read(session)).identity;
}

async function read(session: Session): Promise<Found> {
  try {
    const [row] = await session.query<{ name: string; host: string; port: number; folder: string }>(
      'SELECT DATABASE() AS name, @@hostname AS host, @@port AS port, @@datadir AS folder',
    );
    if (row === undefined) throw new Error('the server does not say which database the session is in');
    const own = await session.query<{ Variable_name: string; Value: string }>(
      `SHOW GLOBAL VARIABLES WHERE Variable_name IN (${serverNames.map(literal).join(', ')})`,
    );
    const numbers = own.flatMap(({ Variable_name: name, Value: value }) =>
      value === '' ? [] : [[name, value] as const],
    );
    const lineage = {
      ...Object.fromEntries(numbers.map(([name, value]) => [name.toLowerCase().replace('_', '-'), value])),
      database: row.name,
    };
    const location = { host: row.host, port: String(row.port), folder: row.folder, database: row.name };
    const kept = await keptMark(session, row.name);
    const mark = markOf(kept, location, lineage, numbers.length > 0);
    return { identity: { kind: 'mysql', lineage, location: withoutFolder(location), mark }, name: row.name, kept };
  } catch (cause) {
    throw databaseFailure(
      cause,
      'Reading the identity of the database',
      'It is not known which one it is, so nothing was done.',
    );
  }
}

/** Under the key `folder`, a place would be taken for that of a folder that is backed up. */
function withoutFolder({ folder, ...location }: Readonly<Record<string, string>>): Record<string, string> {
  return { ...location, ...(folder !== undefined && { 'data-directory': folder }) };
}

/*
 * The mark is in a table of a schema of its own: neither server has a comment on a database that all versions keep, a dump
 * of the database includes no other schema, emptying the database keeps it, and no application finds an unknown table.
 * Whoever may write there can mark; an application's user need not be able to.
 */
const schema = 'staged_upgrade';
const table = `${schema}.disposable_marks`;

async function keptMark(session: Session, database: string): Promise<string> {
  try {
    const rows = await session.query<{ mark: string }>(
      `SELECT mark AS mark FROM ${table} WHERE database_name = ${literal(database)}`,
    );
    return rows.map(({ mark }) => mark).join(' ');
  } catch (cause) {
    // No such schema or table, or none that this user has a right to: then there is no mark to go by.
    if ([1049, 1146, 1142, 1044].includes(numberOf(cause) ?? 0)) return '';
    throw cause;
  }
}

/** A copy of the schema on another server reads with another tie. */
function markOf(
  kept: string,
  location: Readonly<Record<string, string>>,
  lineage: LiveIdentity['lineage'],
  isNumbered: boolean,
): Mark {
  const tiedTo = Object.values(isNumbered ? lineage : { ...location, ...lineage }).join('/');
  return markIn(kept, { tiedTo, place: `the row "${location.database}" of the table ${table}` });
}

/** All in this session, and what is read first is read again before the mark is written. */
export async function markDisposable(
  session: Session,
  choose: (found: MarkTarget) => Promise<NewMark | undefined>,
): Promise<LiveIdentity | undefined> {
  const found = await read(session);
  const mark = await choose(found);
  if (mark === undefined) return undefined;
  try {
    const now = await read(session);
    if (JSON.stringify(now.identity) !== JSON.stringify(found.identity)) {
      throw new SystemFailure({
        happened: 'While it was looked at, the database that answers became another one.',
        means: 'Something between here and the server leads to more than one database. Nothing was marked.',
        next: `Let ${session.where} name the server itself, not a proxy that chooses one.`,
      });
    }
    await makeTable(session);
    const text = `${withoutMarks(now.kept)} ${markText(mark)}`.trim();
    await session.query(`REPLACE INTO ${table} (database_name, mark) VALUES (${literal(now.name)}, ${literal(text)})`);
    return await readIdentity(session);
  } catch (cause) {
    const failure = databaseFailure(cause, 'Marking the database as disposable', 'It is not marked.');
    if (!rightsMissing.includes(numberOf(cause) ?? 0)) throw failure;
    throw new SystemFailure({
      happened: failure.detail.happened,
      means: `It is not marked: the mark is kept in the schema "${schema}" of this server, where this user may not write.`,
      next: `Let an administrator of staging's server run: CREATE SCHEMA IF NOT EXISTS ${schema}; GRANT CREATE, SELECT, INSERT, DELETE ON ${schema}.* TO the user of the configuration. Never do so on production's server. Then mark it again.`,
    });
  }
}

const rightsMissing = [1044, 1142, 1227];

/** Only what does not exist yet: a user with write access to an administrator's table need not be able to create one. */
async function makeTable(session: Session): Promise<void> {
  const [there] = await session.query(
    `SELECT 1 AS found FROM information_schema.TABLES WHERE TABLE_SCHEMA = '${schema}' AND TABLE_NAME = 'disposable_marks'`,
  );
  if (there !== undefined) return;
  const [made] = await session.query(
    `SELECT 1 AS found FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '${schema}'`,
  );
  if (made === undefined) await session.query(`CREATE SCHEMA ${schema} DEFAULT CHARACTER SET utf8mb4`);
  await session.query(
    `CREATE TABLE IF NOT EXISTS ${table} (database_name varchar(64) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY, mark text NOT NULL)
     COMMENT 'Which databases of this server Staged Upgrade may empty'`,
  );
}
