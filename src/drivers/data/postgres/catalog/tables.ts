import type { Reader } from './reader.ts';

/** A table as the catalog names it. */
export interface Table {
  readonly schema: string;
  readonly name: string;
  /** Quoted for SQL, by the server. */
  readonly sql: string;
  /** Its size as last seen by VACUUM or ANALYZE: only used for the order in which tables are read. */
  readonly pages: number;
  /** `WHERE …`, for a configuration table of an extension: only these rows are the user's. */
  readonly condition: string;
  /**
   * False if the rows are elsewhere or not in a dump: those of a partitioned table are in its partitions, and an
   * unlogged table cannot be read on a standby, where pg_dump leaves its rows out as well.
   */
  readonly hasRows: boolean;
}

export interface Column {
  /** Quoted for SQL. */
  readonly sql: string;
  /** The name of its type, or for a domain of its base type; null if it is not one of the server's own. */
  readonly type: string | null;
}

/** By which a table is compared, and named in messages and in the configuration. `relations.ts` builds the same in SQL. */
export function nameOf({ schema, name }: Pick<Table, 'schema' | 'name'>): string {
  return [schema, name].map(quotedWhereNeeded).join('.');
}

/** Without quotes "a.b"."c" and "a"."b.c" would be one name. */
function quotedWhereNeeded(part: string): string {
  return /[."]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part;
}

/**
 * What pg_dump dumps: the user's own tables, except temporary ones; of an extension's, those registered as configuration.
 * https://www.postgresql.org/docs/current/extend-extensions.html#EXTEND-EXTENSIONS-CONFIG-TABLES
 */
const inADump = `
  n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND c.relpersistence <> 't'
  AND (configuration.oid IS NOT NULL OR NOT EXISTS (
    SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
  ))`;

const relations = `
  pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN (
    SELECT unnest(extconfig) AS oid, unnest(extcondition) AS condition FROM pg_extension
  ) AS configuration ON configuration.oid = c.oid`;

/**
 * Ordinary and partitioned tables. Rows of a foreign table are on another server, and those of a materialized view are
 * computed again by a restore: for both only the definition is compared.
 */
export async function listTables(reader: Reader): Promise<Table[]> {
  return reader.query<Table>(
    `SELECT n.nspname AS schema, c.relname AS name, format('%I.%I', n.nspname, c.relname) AS sql,
       c.relpages AS pages, coalesce(configuration.condition, '') AS condition,
       c.relkind = 'r' AND NOT (c.relpersistence = 'u' AND pg_is_in_recovery()) AS "hasRows"
     FROM ${relations}
     WHERE c.relkind IN ('r', 'p') AND ${inADump}
     ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`,
  );
}

export async function listSequences(reader: Reader): Promise<Pick<Table, 'schema' | 'name' | 'sql'>[]> {
  return reader.query(
    `SELECT n.nspname AS schema, c.relname AS name, format('%I.%I', n.nspname, c.relname) AS sql
     FROM ${relations}
     WHERE c.relkind = 'S' AND ${inADump}
     ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`,
  );
}

/**
 * The columns of each table by name, since a restore may bring them in another order. Generated ones are left out: a
 * restore computes them again, from the expression that is compared as part of the definition.
 */
export async function listColumns(reader: Reader, tables: readonly Table[]): Promise<Column[][]> {
  const rows = await reader.query<Column & { table: string }>(
    `WITH RECURSIVE base (oid, base) AS (
       SELECT oid, typbasetype FROM pg_type WHERE typtype = 'd'
       UNION ALL
       SELECT base.oid, t.typbasetype FROM base JOIN pg_type t ON t.oid = base.base WHERE t.typtype = 'd'
     )
     SELECT format('%I.%I', n.nspname, c.relname) AS table, quote_ident(a.attname) AS sql,
       CASE WHEN t.typnamespace = 'pg_catalog'::regnamespace THEN t.typname::text END AS type
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_type t ON t.oid = coalesce(
       (SELECT base.base FROM base JOIN pg_type b ON b.oid = base.base WHERE base.oid = a.atttypid AND b.typtype <> 'd'),
       a.atttypid)
     WHERE c.oid = ANY (SELECT wanted::regclass FROM unnest($1::text[]) AS wanted)
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     ORDER BY 1, a.attname COLLATE "C"`,
    [tables.map(({ sql }) => sql)],
  );
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return tables.map(({ sql }) => byTable.get(sql) ?? []);
}

/**
 * Locks all tables against being truncated or rewritten, which would empty them even for an older snapshot. Done
 * before the dump starts, so that dump and fingerprint see the same.
 * https://www.postgresql.org/docs/current/mvcc-caveats.html
 */
export async function lockTables(reader: Reader, tables: readonly Table[]): Promise<void> {
  const atOnce = 100;
  for (let start = 0; start < tables.length; start += atOnce) {
    const names = tables.slice(start, start + atOnce).map((table) => table.sql);
    await reader.query(`LOCK TABLE ONLY ${names.join(', ONLY ')} IN ACCESS SHARE MODE`);
  }
}
