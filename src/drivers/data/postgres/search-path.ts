import { pathOf, readSearchPath } from './catalog/usual-path.ts';
import type { Session } from './session.ts';
import type { SourceFacts } from './source.ts';

/*
 * pg_restore empties the search path, so that each name means what it meant. This does not cover the names inside a function's
 * text: a function that finds its tables by the path works in production, and fails in a restore if a CHECK, an index,
 * a generated column or a materialized view calls it. Such functions get production's path while rows are loaded.
 */

export type PathFacts = Pick<SourceFacts, 'pathFunctions' | 'searchPath' | 'lateTables'>;

export async function readPathFacts(session: Session): Promise<PathFacts> {
  const functions = await session.query<{ name: string }>(calledByDefinitions);
  const late = await session.query<{ oid: number }>(checkedByFunctions);
  return {
    pathFunctions: functions.map(({ name }) => name),
    lateTables: late.map(({ oid }) => oid),
    searchPath: await readSearchPath(session),
  };
}

/** Lets `body` restore while such functions find what they use as they do in production. */
export async function withPath(
  session: Session,
  { pathFunctions, searchPath }: PathFacts,
  body: () => Promise<void>,
): Promise<void> {
  const path = pathOf(searchPath);
  const found: string[] = [];
  for (const name of pathFunctions) {
    const [routine] = await session.query<{ alter: string }>(
      `SELECT 'ALTER ROUTINE ' || oid::regprocedure AS alter FROM pg_proc
       WHERE oid = to_regprocedure('${name.replaceAll("'", "''")}')`,
    );
    if (routine !== undefined) found.push(routine.alter);
  }
  for (const alter of found) await session.query(`${alter} SET search_path = ${path}`);
  await body();
  for (const alter of found) await session.query(`${alter} RESET search_path`);
}

/** Stored as text in a language that resolves names at run time, and without a path of its own. */
const readsPath = `
  p.oid >= 16384 AND l.lanname NOT IN ('c', 'internal') AND NOT EXISTS (
    SELECT FROM unnest(p.proconfig) AS each (line) WHERE line LIKE 'search\\_path=%'
  ) AND to_jsonb(p)->'prosqlbody' IS NOT DISTINCT FROM 'null'::jsonb
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`;

const calledByDefinitions = `
  WITH RECURSIVE reached (classid, objid) AS (
    (
      SELECT 'pg_constraint'::regclass::oid, oid FROM pg_constraint WHERE contype = 'c' AND oid >= 16384
      UNION ALL SELECT 'pg_attrdef'::regclass, d.oid FROM pg_attrdef d
        JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum WHERE a.attgenerated <> ''
      UNION ALL SELECT 'pg_class'::regclass, indexrelid FROM pg_index
        WHERE indexrelid >= 16384 AND (indexprs IS NOT NULL OR indpred IS NOT NULL)
      UNION ALL SELECT 'pg_rewrite'::regclass, w.oid FROM pg_rewrite w JOIN pg_class c ON c.oid = w.ev_class WHERE c.relkind = 'm'
    )
    UNION
    SELECT next.classid, next.objid FROM reached r CROSS JOIN LATERAL (
      SELECT d.refclassid AS classid, d.refobjid AS objid FROM pg_depend d
        WHERE d.classid = r.classid AND d.objid = r.objid AND d.refobjid >= 16384
      UNION ALL SELECT 'pg_rewrite'::regclass, w.oid FROM pg_rewrite w
        WHERE r.classid = 'pg_class'::regclass AND w.ev_class = r.objid
    ) AS next
  )
  SELECT DISTINCT o.identity AS name FROM reached r
  JOIN pg_proc p ON r.classid = 'pg_proc'::regclass AND p.oid = r.objid
  JOIN pg_language l ON l.oid = p.prolang
  CROSS JOIN pg_identify_object('pg_proc'::regclass, p.oid, 0) AS o
  WHERE ${readsPath} ORDER BY 1`;

const checkedByFunctions = `
  SELECT DISTINCT c.conrelid::int AS oid FROM pg_constraint c
  JOIN pg_depend d ON d.classid = 'pg_constraint'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_proc'::regclass
  JOIN pg_proc p ON p.oid = d.refobjid AND p.oid >= 16384 JOIN pg_language l ON l.oid = p.prolang
  WHERE c.contype = 'c' AND c.conrelid <> 0 AND l.lanname NOT IN ('c', 'internal')
    AND NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid AND m.deptype = 'e')
  ORDER BY 1`;
