import { createHash } from 'node:crypto';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { ObjectFingerprints } from '../../../core/model/fingerprint.ts';
import { type Parts, partsOfTable, splitDefiner } from './definition.ts';
import { quoted } from './server.ts';
import type { Session } from './session.ts';
import { listSequences, type Table } from './tables.ts';

type Objects = Map<string, Parts>;

/** A hash of every definition in the database, in the server's own words, by object and part. */
export async function readSchema(session: Session, tables: readonly Table[]): Promise<ObjectFingerprints> {
  const objects: Objects = new Map();
  await readDatabase(session, objects);
  await readTables(session, tables, objects);
  await readTriggers(session, objects);
  await readViews(session, objects);
  await readRoutines(session, objects);
  await readEvents(session, objects);
  return Object.fromEntries([...objects].map(([object, parts]) => [object, hashesOf(parts)]));
}

/** Never kept as text: a default or a body may be confidential. */
function hashesOf(parts: Parts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).map(([part, text]) => [part, createHash('sha256').update(text).digest('hex').slice(0, 16)]),
  );
}

async function readDatabase(session: Session, objects: Objects): Promise<void> {
  const [row] = await session.query<{ set: string; collation: string }>(
    `SELECT DEFAULT_CHARACTER_SET_NAME AS \`set\`, DEFAULT_COLLATION_NAME AS collation
     FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = DATABASE()`,
  );
  objects.set('database', { 'character set': together(row?.set, row?.collation) });
}

async function readTables(session: Session, tables: readonly Table[], objects: Objects): Promise<void> {
  for (const { name } of tables) {
    const [row] = await session.query<{ 'Create Table': string }>(`SHOW CREATE TABLE ${quoted(name)}`);
    objects.set(`table "${name}"`, partsOfTable(row?.['Create Table'] ?? ''));
  }
  for (const name of await listSequences(session)) {
    const [row] = await session.query<{ 'Create Table': string }>(`SHOW CREATE TABLE ${quoted(name)}`);
    objects.set(`sequence "${name}"`, { definition: row?.['Create Table'] ?? '' });
  }
}

async function readTriggers(session: Session, objects: Objects): Promise<void> {
  const triggers = await session.query<Record<string, string>>(
    `SELECT TRIGGER_NAME AS name, EVENT_OBJECT_TABLE AS on_table, DEFINER AS definer, ACTION_TIMING AS timing,
       EVENT_MANIPULATION AS event, CAST(ACTION_ORDER AS CHAR) AS place, ACTION_STATEMENT AS statement, SQL_MODE AS mode,
       CHARACTER_SET_CLIENT AS client, COLLATION_CONNECTION AS collation
     FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()`,
  );
  for (const { name, on_table: table, definer, timing, event, place, statement, mode, client, collation } of triggers) {
    const object = `table "${table}"`;
    objects.set(object, {
      ...objects.get(object),
      [`trigger "${name}"`]: together(timing, event, place, statement?.trim(), mode, client, collation),
      [`definer of trigger "${name}"`]: definer ?? '',
    });
  }
}

async function readViews(session: Session, objects: Objects): Promise<void> {
  const views = await session.query<{ name: string }>(
    'SELECT TABLE_NAME AS name FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()',
  );
  for (const { name } of views) {
    const [row] = await session.query<Record<string, string>>(`SHOW CREATE VIEW ${quoted(name)}`);
    const { definer, text } = splitDefiner(row?.['Create View'] ?? '');
    objects.set(`view "${name}"`, {
      definition: text,
      definer,
      'character set': together(row?.character_set_client, row?.collation_connection),
    });
  }
}

async function readRoutines(session: Session, objects: Objects): Promise<void> {
  const routines = await session.query<{ name: string; kind: string }>(
    `SELECT ROUTINE_NAME AS name, ROUTINE_TYPE AS kind FROM information_schema.ROUTINES
     WHERE ROUTINE_SCHEMA = DATABASE()`,
  );
  const unreadable: string[] = [];
  for (const { name, kind } of routines) {
    const [row] = await session.query<Record<string, string | null>>(`SHOW CREATE ${kind} ${quoted(name)}`);
    const created = Object.entries(row ?? {}).find(([key]) => /^create /i.test(key))?.[1];
    if (created === null || created === undefined) {
      unreadable.push(`${kind.toLowerCase()} "${name}"`);
      continue;
    }
    const { definer, text } = splitDefiner(created);
    objects.set(`${kind.toLowerCase()} "${name}"`, {
      definition: together(text.trim(), row?.sql_mode),
      definer,
      'character set': together(row?.character_set_client, row?.collation_connection),
    });
  }
  if (unreadable.length > 0) throw notReadable(unreadable);
}

function notReadable(routines: readonly string[]): SystemFailure {
  return new SystemFailure({
    happened: `The user of the configuration may not read the text of ${routines.slice(0, 5).join(', ')}${routines.length > 5 ? ` and ${routines.length - 5} more` : ''}.`,
    means: 'A backup would lack them, so none is taken.',
    next: 'Let the user read them: GRANT SHOW_ROUTINE ON *.* (MySQL), SHOW CREATE ROUTINE on the database (MariaDB 11.3 and later), or SELECT ON mysql.proc (MariaDB before).',
  });
}

async function readEvents(session: Session, objects: Objects): Promise<void> {
  const events = await session.query<Record<string, string | null>>(
    `SELECT EVENT_NAME AS name, DEFINER AS definer, STATUS AS status, EVENT_TYPE AS kind, CAST(EXECUTE_AT AS CHAR) AS at,
       INTERVAL_VALUE AS every, INTERVAL_FIELD AS unit, CAST(STARTS AS CHAR) AS starts, CAST(ENDS AS CHAR) AS ends,
       ON_COMPLETION AS completion, EVENT_DEFINITION AS body, SQL_MODE AS mode, TIME_ZONE AS zone, EVENT_COMMENT AS comment,
       CHARACTER_SET_CLIENT AS client, COLLATION_CONNECTION AS collation
     FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()`,
  );
  for (const { name, definer, status, body, ...rest } of events) {
    objects.set(`event "${name}"`, {
      definition: together(...Object.values(rest), body?.trim()),
      definer: definer ?? '',
      status: status ?? '',
    });
  }
}

function together(...values: (string | null | undefined)[]): string {
  return JSON.stringify(values.map((value) => value ?? null));
}
