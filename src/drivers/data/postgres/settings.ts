import { codeOf } from './failure.ts';
import type { Session } from './session.ts';
import type { SourceFacts } from './source.ts';

/*
 * What ALTER DATABASE … SET and ALTER ROLE … IN DATABASE … SET have set belongs to the database, and is in no dump. Without
 * its search path or time zone an application reads the same rows differently, so it is kept beside the dump.
 */

export async function readSettings(session: Session): Promise<SourceFacts['settings']> {
  return await session.query(`
    SELECT r.rolname AS role, split_part(line, '=', 1) AS name, substr(line, strpos(line, '=') + 1) AS value
    FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) AS each (line) LEFT JOIN pg_roles r ON r.oid = s.setrole
    WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND (s.setrole = 0 OR r.oid IS NOT NULL)
    ORDER BY 1 NULLS FIRST, 2`);
}

/** Without the application's own (a name with a dot), which may be a key or an address of this environment. */
function isCarriedOver(name: string): boolean {
  return !/\.|_libraries$|^(role|session_authorization|default_transaction_read_only)$/.test(name);
}

/** @returns the names of those that were not set, because the server did not let this user or because they are not carried over */
export async function applySettings(session: Session, settings: SourceFacts['settings']): Promise<string[]> {
  const left: string[] = [];
  const [here] = await session.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
  for (const { role, name, value } of settings) {
    const target = role === null ? `DATABASE ${here?.name}` : `ROLE ${quoted(role)} IN DATABASE ${here?.name}`;
    const shown = role === null ? name : `${name} of role "${role}"`;
    if (!isCarriedOver(name)) {
      left.push(shown);
      continue;
    }
    try {
      // A list of names is stored as the server itself writes it.
      await session.query(`SELECT set_config('${escaped(name)}', '${escaped(value)}', false)`);
      await session.query(`ALTER ${target} SET ${quoted(name)} FROM CURRENT`);
      await session.query(`RESET ${quoted(name)}`);
    } catch (cause) {
      if (!refusals.includes(codeOf(cause) ?? '')) throw cause;
      left.push(shown);
    }
  }
  return left;
}

/** Not allowed, unknown here, or an invalid value here. */
const refusals = ['42501', '42704', '22023', '55P02', '0A000', '58P01'];

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function escaped(value: string): string {
  return value.replaceAll("'", "''");
}
