import type { Reader } from './reader.ts';

/** The search path of this database's users who have none of their own. */
export async function readSearchPath(reader: Reader): Promise<string> {
  const [path] = await reader.query<{ path: string }>(
    `SELECT coalesce(
       (SELECT substr(line, length('search_path=') + 1) FROM pg_db_role_setting CROSS JOIN unnest(setconfig) AS each (line)
        WHERE setrole = 0 AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND line LIKE 'search\\_path=%'),
       (SELECT reset_val FROM pg_settings WHERE name = 'search_path')) AS path`,
  );
  return path?.path ?? '';
}

/** Names, each quoted or plain, as SET accepts them. An empty path is shown as a name that SET does not accept. */
export function pathOf(text: string): string {
  if (text === '""') return "''";
  return /^(?:"(?:[^"]|"")+"|[\w$]+)(?:\s*,\s*(?:"(?:[^"]|"")+"|[\w$]+))*$/.test(text) ? text : 'public';
}
