import type { Reader } from '../catalog/reader.ts';
import { isUnknownName } from '../catalog/unknown-name.ts';
import { pathOf, readSearchPath } from '../catalog/usual-path.ts';

/*
 * For a SELECT the server examines a table's indexes and statistics, and inlines the SQL functions that they call. Names in
 * there are looked up in the search path. COPY, and so pg_dump, does not do this: such a table can be backed up.
 */

/** Set before the first read: otherwise a failure would end the transaction. */
export const savepoint = 'reading_rows';

/**
 * The rows of a query that names everything it uses by schema. If it cannot be planned without a search path, it is planned
 * with one, and run without: what is read, such as the text of a regclass, never depends on it.
 */
export async function readRows<Row extends object>(reader: Reader, sql: string): Promise<Row[]> {
  try {
    return await reader.query<Row>(sql);
  } catch (cause) {
    if (!isUnknownName(cause)) throw cause;
  }
  await reader.query(`ROLLBACK TO SAVEPOINT ${savepoint}`);
  const path = await widePath(reader);
  // A cursor is planned when it is declared, and never again. One left by an earlier table is gone with the savepoint.
  return await reader.query<Row>(
    `SET LOCAL search_path = ${path};
     DECLARE planned NO SCROLL CURSOR FOR ${sql};
     SET LOCAL search_path = pg_catalog;
     FETCH ALL FROM planned`,
  );
}

/** The usual path first; then all other schemas, since an application's user may have a path of its own. */
async function widePath(reader: Reader): Promise<string> {
  const schemas = await reader.query<{ name: string }>(
    `SELECT quote_ident(nspname) AS name FROM pg_namespace
     WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND has_schema_privilege(oid, 'USAGE')
     ORDER BY nspname COLLATE "C"`,
  );
  return ['pg_catalog', pathOf(await readSearchPath(reader)), ...schemas.map(({ name }) => name)].join(', ');
}
