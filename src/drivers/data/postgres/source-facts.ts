import type { Compression } from './compression.ts';
import { readJobTables } from './jobs.ts';
import { listRoles } from './roles.ts';
import { readPathFacts } from './search-path.ts';
import type { Session } from './session.ts';
import { readSettings } from './settings.ts';
import type { SourceFacts } from './source.ts';

export interface SourceFactsRequest {
  readonly serverMajor: number;
  readonly dumpMajor: number;
  /** Undefined if the configuration asks for one that is not available. */
  readonly compression: Compression | undefined;
}

/** Read in the transaction that dumps, or by a preflight, so that a restore's needs are known before there is a backup. */
export async function readSourceFacts(
  session: Session,
  { serverMajor, dumpMajor, compression }: SourceFactsRequest,
): Promise<SourceFacts> {
  const [state] = await session.query<{ encoding: string; money: boolean }>(`
    SELECT pg_encoding_to_char(encoding) AS encoding,
      EXISTS (
        SELECT FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384 AND NOT a.attisdropped
          AND a.atttypid IN ('money'::regtype, 'money[]'::regtype)
      ) AS money
    FROM pg_database WHERE datname = current_database()`);
  return {
    serverMajor,
    dumpMajor,
    ...(compression && { compression }),
    roles: await listRoles(session),
    definitionRoles: await names(
      session,
      `SELECT DISTINCT rolname AS name FROM pg_policy p CROSS JOIN unnest(polroles) AS each (oid) JOIN pg_roles r ON r.oid = each.oid
       WHERE rolname !~ '^pg_' ORDER BY 1`,
    ),
    ...(state && { encoding: state.encoding }),
    forcedRowSecurity: await names(
      session,
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE relforcerowsecurity AND relrowsecurity ORDER BY 1`,
    ),
    extensions: await session.query(
      "SELECT extname AS name, extversion AS version FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1",
    ),
    publications: await names(session, publicationsOfSuperusers(serverMajor)),
    eventTriggers: await names(
      session,
      `SELECT format('%I', evtname) AS name FROM pg_event_trigger t
       WHERE NOT ${isMember('pg_event_trigger', 't.oid')} ORDER BY 1`,
    ),
    superuserObjects: await names(session, superuserObjects),
    ...(await readPathFacts(session)),
    settings: await readSettings(session),
    jobTables: await readJobTables(session),
    money: state?.money ?? false,
  };
}

async function names(session: Session, sql: string): Promise<string[]> {
  return (await session.query<{ name: string }>(sql)).map(({ name }) => name);
}

/** Publishing all tables, or all of a schema, requires a superuser. Schemas came with 15. */
function publicationsOfSuperusers(serverMajor: number): string {
  const schemas = serverMajor < 15 ? '' : 'OR EXISTS (SELECT FROM pg_publication_namespace n WHERE n.pnpubid = p.oid)';
  return `SELECT format('%I', pubname) AS name FROM pg_publication p WHERE puballtables ${schemas} ORDER BY 1`;
}

function isMember(catalog: string, oid: string): string {
  return `EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;
}

/** https://www.postgresql.org/docs/current/sql-commands.html: what each CREATE requires. */
const superuserObjects = `
  WITH found (classid, objid) AS (
    SELECT 'pg_proc'::regclass::oid, p.oid FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
      WHERE p.oid >= 16384 AND (NOT l.lanpltrusted OR p.proleakproof)
    UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid FROM pg_foreign_data_wrapper
    UNION ALL SELECT 'pg_opclass'::regclass, oid FROM pg_opclass
    UNION ALL SELECT 'pg_ts_parser'::regclass, oid FROM pg_ts_parser
    UNION ALL SELECT 'pg_ts_template'::regclass, oid FROM pg_ts_template
    UNION ALL SELECT 'pg_am'::regclass, oid FROM pg_am
    UNION ALL SELECT 'pg_type'::regclass, oid FROM pg_type WHERE typtype = 'b' AND typelem = 0
  )
  SELECT o.type || ' ' || o.identity AS name FROM found f CROSS JOIN pg_identify_object(f.classid, f.objid, 0) AS o
  WHERE f.objid >= 16384 AND o.identity IS NOT NULL
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = f.classid AND d.objid = f.objid AND d.deptype = 'e')
  ORDER BY 1`;
