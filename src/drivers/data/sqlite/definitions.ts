import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ObjectFingerprints } from '../../../core/model/fingerprint.ts';

/** What an application stores in the header of the file: mostly the number of its schema, by which it decides what to migrate. */
const header = ['user_version', 'application_id', 'encoding'];

/** A hash of every definition in the database, by object and part: a default or a trigger may be confidential. */
export function readDefinitions(database: DatabaseSync): ObjectFingerprints {
  const objects = new Map<string, Record<string, string>>();
  const add = (object: string, part: string, text: string): void => {
    objects.set(object, { ...objects.get(object), [part]: hashOf(text) });
  };
  for (const name of header) {
    const row = database.prepare(`PRAGMA main.${name}`).get();
    add('database', name, String(row?.[name]));
  }
  // Without a text: indexes of a UNIQUE or a PRIMARY KEY, which are part of their table's.
  const defined = database
    .prepare(
      `SELECT type AS kind, name, lower(name) AS key, lower(tbl_name) AS owner, sql AS text FROM main.sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .all()
    .map(({ kind, name, key, owner, text }) => ({
      ...{ named: `${String(kind)} "${String(name)}"`, key: String(key), owner: String(owner), text: String(text) },
      isOwned: kind === 'index' || kind === 'trigger',
    }));
  const owners = new Map(defined.filter(({ isOwned }) => !isOwned).map(({ key, named }) => [key, named]));
  for (const { named, owner, text, isOwned } of defined) {
    const above = isOwned ? owners.get(owner) : undefined;
    if (above === undefined) add(named, 'definition', text);
    else add(above, named, text);
  }
  return Object.fromEntries(objects);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
