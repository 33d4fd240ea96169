import type { Session } from './session.ts';

/** A table of an extension whose rows are partly the user's, and so in a dump: jobs of pg_cron, systems of PostGIS. */
export interface ConfigurationTable {
  readonly extension: string;
  /** Quoted for SQL, by the server. */
  readonly sql: string;
  /** Which of its rows are the user's: empty for all, or `WHERE …`. */
  readonly condition: string;
  readonly mayEmpty: boolean;
}

export async function configurationTables(session: Session): Promise<ConfigurationTable[]> {
  return await session.query<ConfigurationTable>(`
    SELECT e.extname AS extension, format('%I.%I', n.nspname, c.relname) AS sql,
      coalesce(e.extcondition[i], '') AS condition, has_table_privilege(c.oid, 'DELETE') AS "mayEmpty"
    FROM pg_extension e
    CROSS JOIN generate_subscripts(e.extconfig, 1) AS i
    JOIN pg_class c ON c.oid = e.extconfig[i] AND c.relkind IN ('r', 'p')
    JOIN pg_namespace n ON n.oid = c.relnamespace
    ORDER BY 1, 2`);
}

/** An extension that stays keeps its tables, and a second restore would add their rows a second time. */
export async function emptyConfigurationOfExtensions(session: Session): Promise<void> {
  for (const { sql, condition } of await configurationTables(session)) {
    await session.query(`DELETE FROM ONLY ${sql} ${condition}`);
  }
}
