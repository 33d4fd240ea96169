import type { Reader } from '../catalog/reader.ts';
import { isUnknownName } from '../catalog/unknown-name.ts';
import { pathOf, readSearchPath } from '../catalog/usual-path.ts';

/*
 * Whoever reads a table by SELECT lets the server look at its indexes and statistics, and put the text of SQL functions
 * that they call in the place of the calls. The names in there are looked up by the search path. COPY, and so pg_dump,
 * does not look: such a table can be backed up.
 */

/** To be set before the first read: a failure would else end the transaction. */
export const savepoint = 'reading_rows';

/**
 * The rows of a query that names all it uses by schema. Where it cannot be planned without a search path, it is planned
 * with one, and run without: whatever is read, such as the text of a regclass, never depends on it.
 */
export async function readRows<Row extends object>(reader: Reader, sql: string): Promise<Row[]> {
  try {
    return await reader.query<Row>(sql);
  } catch (cause) {
    if (!isUnknownName(cause)) throw cause;
  }
  await reader.query(`ROLLBACK TO SAVEPOINT ${savepoint}`);
  const path = await widePath(reader);
  // A cursor is planned when it is declared, and never again. One that an earlier table left went with the savepoint.
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
