import type { Session } from './session.ts';

/** Something that DROP can remove, as the server names it. */
export interface Droppable {
  /** The word of DROP: `TABLE`, `FOREIGN DATA WRAPPER`. */
  readonly type: string;
  readonly identity: string;
  /** About how many locks dropping it takes: one for each object that is part of it; what merely uses it is dropped before. */
  readonly locks: number;
  /** Whether the user of the session may drop it. */
  readonly mine: boolean;
}

/** Where the word in the catalog is not the word of DROP. */
const dropWords: Readonly<Record<string, string>> = {
  'composite type': 'TYPE',
  'statistics object': 'STATISTICS',
  'foreign-data wrapper': 'FOREIGN DATA WRAPPER',
};

/**
 * Everything that a dump would bring, in the best order for dropping. What depends on much comes first: children before
 * parents, referencing objects before referenced ones, extensions after the columns of their types. So no single DROP cascades
 * to thousands of objects, each of which needs a lock. Event triggers come first, since they may forbid all the others.
 * What an extension owns is not listed, nor the `public` schema, nor an extension that could not be created again.
 */
export async function listDroppable(session: Session): Promise<Droppable[]> {
  const rows = await session.query<Omit<Droppable, 'locks'> & { locks: string }>(`
    WITH RECURSIVE schemas AS (
      SELECT oid, nspname, nspowner FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
    ), members AS (
      SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
      -- Of a composite type it is the type that is a member, and not what holds its columns.
      UNION ALL SELECT 'pg_class'::regclass, t.typrelid FROM pg_depend d JOIN pg_type t ON t.oid = d.objid
        WHERE d.deptype = 'e' AND d.classid = 'pg_type'::regclass AND t.typrelid <> 0
    ), depths (oid, depth) AS (
      SELECT c.oid, 0 FROM pg_class c WHERE NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid)
        AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid)
      UNION ALL SELECT i.inhrelid, d.depth + 1 FROM depths d JOIN pg_inherits i ON i.inhparent = d.oid
    ), deepest AS (
      SELECT oid, max(depth) AS depth FROM depths GROUP BY oid
    ), referred AS (
      SELECT confrelid AS oid, count(*) AS times FROM pg_constraint
      WHERE contype = 'f' AND confrelid <> conrelid GROUP BY confrelid
    ), dependents AS (
      SELECT refclassid, refobjid, count(*) AS objects FROM pg_depend 
      WHERE deptype IN ('a', 'i') AND NOT (
        classid = 'pg_class'::regclass AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = objid)
      ) GROUP BY 1, 2
    ), found AS (
      SELECT 1 AS turn, 0 AS depth, 'pg_event_trigger'::regclass::oid AS classid, oid AS objid, 0::oid AS schema
        FROM pg_event_trigger
      UNION ALL SELECT 2, 0, 'pg_publication'::regclass, oid, 0 FROM pg_publication
      UNION ALL SELECT CASE relkind WHEN 'v' THEN 3 WHEN 'm' THEN 3 WHEN 'S' THEN 5 WHEN 'c' THEN 5 ELSE 4 END,
          coalesce((SELECT depth FROM deepest WHERE deepest.oid = c.oid), 0), 'pg_class'::regclass, oid, relnamespace
        FROM pg_class c
        WHERE relnamespace IN (SELECT oid FROM schemas) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
      UNION ALL SELECT 6, 0, d.classid, d.objid, d.refobjid FROM pg_depend d
        WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid IN (SELECT oid FROM schemas) AND d.deptype = 'n'
          AND d.classid NOT IN ('pg_class'::regclass, 'pg_extension'::regclass, 'pg_default_acl'::regclass)
      UNION ALL SELECT 7, 0, 'pg_foreign_server'::regclass, oid, 0 FROM pg_foreign_server
      UNION ALL SELECT 8, 0, 'pg_foreign_data_wrapper'::regclass, oid, 0 FROM pg_foreign_data_wrapper
      UNION ALL SELECT 8, 0, 'pg_cast'::regclass, oid, 0 FROM pg_cast WHERE oid >= 16384
      UNION ALL SELECT 8, 0, 'pg_language'::regclass, oid, 0 FROM pg_language WHERE oid >= 16384
      UNION ALL SELECT 9, 0, 'pg_extension'::regclass, e.oid, 0 FROM pg_extension e
        WHERE extname <> 'plpgsql' AND pg_has_role(extowner, 'USAGE') AND ${mayBeMadeAgain}
      UNION ALL SELECT 10, 0, 'pg_namespace'::regclass, oid, 0 FROM schemas
        WHERE nspname <> 'public' AND oid NOT IN (
          SELECT refobjid FROM pg_depend d JOIN pg_extension e ON e.oid = d.objid
          WHERE refclassid = 'pg_namespace'::regclass AND classid = 'pg_extension'::regclass
            AND NOT (pg_has_role(extowner, 'USAGE') AND ${mayBeMadeAgain})
        )
    )
    SELECT o.type, o.identity, (4 + coalesce(dependents.objects, 0) * 2)::text AS locks,
      -- An owner that is not recorded is the one that the server was made with.
      pg_has_role(coalesce(owner.refobjid, 10), 'USAGE') OR coalesce(pg_has_role(s.nspowner, 'USAGE'), false) AS mine
    FROM found f
    CROSS JOIN pg_identify_object(f.classid, f.objid, 0) AS o
    LEFT JOIN dependents ON dependents.refclassid = f.classid AND dependents.refobjid = f.objid
    LEFT JOIN referred ON f.classid = 'pg_class'::regclass AND referred.oid = f.objid
    LEFT JOIN schemas s ON s.oid = f.schema
    LEFT JOIN pg_shdepend owner ON owner.classid = f.classid AND owner.objid = f.objid AND owner.deptype = 'o'
      AND owner.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    WHERE o.identity IS NOT NULL
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = f.classid AND m.objid = f.objid)
    ORDER BY f.turn, f.depth DESC, coalesce(referred.times, 0), o.type, o.identity`);
  return rows.map(({ type, identity, locks, mine }) => ({
    type: dropWords[type] ?? type.toUpperCase(),
    identity,
    locks: Number(locks),
    mine,
  }));
}

/** Of an extension `e`: a superuser can create any again, others only what its author calls trusted. */
const mayBeMadeAgain = `(
  (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) OR EXISTS (
    SELECT FROM pg_available_extension_versions v WHERE v.name = e.extname AND v.version = e.extversion AND ${trusted()}
  ))`;

/** The column came with 13; reading it from the row's text also works on older servers, where it is absent. */
function trusted(): string {
  return "coalesce((to_jsonb(v)->>'trusted')::boolean, false)";
}
