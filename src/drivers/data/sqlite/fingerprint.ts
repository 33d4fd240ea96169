import { createHash, type Hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Fingerprint, SequenceFingerprint, TableFingerprint } from '../../../core/model/fingerprint.ts';
import { readDefinitions } from './definitions.ts';

export interface FingerprintRequest {
  readonly at: Date;
  readonly content: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Reads the content of an open database. The caller makes sure that all reads are of one snapshot. */
export function readFingerprint(database: DatabaseSync, request: FingerprintRequest): Fingerprint {
  const tables = tableNames(database).map((name): TableFingerprint => {
    request.signal?.throwIfAborted();
    const rows = Number(database.prepare(`SELECT count(*) AS rows FROM main.${quoted(name)}`).get()?.rows);
    return request.content ? { name, rows, checksum: checksumOf(database, name) } : { name, rows };
  });
  const objects = readDefinitions(database);
  return { at: request.at.toISOString(), tables, sequences: sequences(database), objects, definedBy: 'SQLite' };
}

/** A virtual table keeps its data in shadow tables, which are read instead: its module may not be installed. */
function tableNames(database: DatabaseSync): string[] {
  const rows = database
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .all();
  return rows.map((row) => String(row.name));
}

/** `sqlite_sequence` exists only once a table with AUTOINCREMENT does. */
function sequences(database: DatabaseSync): SequenceFingerprint[] {
  const exists = database.prepare("SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_sequence'").get();
  if (exists === undefined) return [];
  const rows = database
    .prepare('SELECT name, CAST(seq AS TEXT) AS value FROM main.sqlite_sequence ORDER BY name, seq')
    .all();
  return rows.map((row) => ({ name: String(row.name), value: String(row.value) }));
}

/** SHA-256 over all rows in the order of the table's own tree: NOT INDEXED keeps the planner from reading an index. */
function checksumOf(database: DatabaseSync, name: string): string {
  const hash = createHash('sha256');
  const statement = database.prepare(`SELECT * FROM main.${quoted(name)} NOT INDEXED`);
  statement.setReadBigInts(true);
  let isReadable = true;
  for (const row of statement.iterate()) {
    for (const value of Object.values(row)) {
      if (typeof value === 'string' && value.includes(replacement)) isReadable = false;
      addValue(hash, value);
    }
    hash.update('\n');
  }
  if (!isReadable) addBytes(hash, database, name, statement.columns());
  return hash.digest('hex');
}

/** Read instead of bytes that are not text: SQLite keeps any bytes as a text, and two of them would read the same. */
const replacement = '\ufffd';

function addBytes(
  hash: Hash,
  database: DatabaseSync,
  name: string,
  columns: readonly { readonly name: string }[],
): void {
  const bytes = columns.map((column) => `CAST(${quoted(column.name)} AS BLOB)`);
  // Numbered: columns with the same name would be one.
  const statement = database.prepare(
    `SELECT ${bytes.map((text, index) => `${text} AS c${index}`).join(', ')} FROM main.${quoted(name)} NOT INDEXED`,
  );
  for (const row of statement.iterate()) for (const value of Object.values(row)) addValue(hash, value);
}

/** Type and length come before each value, so that no two different rows are hashed as the same bytes. */
function addValue(hash: Hash, value: unknown): void {
  if (value instanceof Uint8Array) hash.update(`b${value.length}:`).update(value);
  else if (typeof value === 'string') hash.update(`t${Buffer.byteLength(value)}:`).update(value);
  else hash.update(`${typeof value}:${String(value)};`);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
