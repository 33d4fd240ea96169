import { SystemFailure } from '../../../core/messages/errors.ts';
import { codeOf } from './failure.ts';
import type { Session } from './session.ts';

/** Something that DROP can remove, as the server names it. */
interface Droppable {
  readonly type: string;
  readonly identity: string;
}

/** Where the word in the catalog is not the word of DROP. */
const dropWords: Readonly<Record<string, string>> = {
  'composite type': 'TYPE',
  'statistics object': 'STATISTICS',
  'foreign-data wrapper': 'FOREIGN DATA WRAPPER',
};

/**
 * Removes everything that a dump would bring, object by object, each in a transaction of its own: one transaction over
 * thousands of tables would run out of locks. The database itself stays, and with it its owner, settings, rights and
 * comment: on managed servers its user may often not create one. Extensions that belong to the administrator stay too.
 */
export async function emptyDatabase(session: Session): Promise<void> {
  const owned = await session.query<Droppable>(`
    SELECT 'extension' AS type, quote_ident(extname) AS identity FROM pg_extension
    WHERE extname <> 'plpgsql' AND pg_has_role(current_user, extowner, 'MEMBER')`);
  for (const each of owned) await drop(session, each);
  for (;;) {
    const left = await listObjects(session);
    if (left.length === 0) break;
    const before = left.length;
    for (const each of left) await drop(session, each);
    const after = await listObjects(session);
    if (after.length >= before) throw notEmpty(after);
  }
  for (;;) {
    const removed = await session.query<{ id: string }>(
      'SELECT lo_unlink(oid)::text AS id FROM (SELECT oid FROM pg_largeobject_metadata LIMIT 1000) AS batch',
    );
    if (removed.length === 0) break;
  }
}

async function drop(session: Session, { type, identity }: Droppable): Promise<void> {
  try {
    await session.query(`DROP ${dropWords[type] ?? type.toUpperCase()} IF EXISTS ${identity} CASCADE`);
  } catch (cause) {
    // Dropped along with another one, or only droppable after it: the next round, or its end, shows which.
    const later = ['42501', '2BP01', '42704', '42883', '42P01', '3F000'];
    if (!later.includes(codeOf(cause) ?? '')) throw cause;
  }
}

/** In the order in which they go best; what an extension owns is not listed, nor the `public` schema. */
async function listObjects(session: Session): Promise<Droppable[]> {
  return session.query<Droppable>(`
    WITH schemas AS (
      SELECT oid, nspname FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
    ), members AS (
      SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
    ), found AS (
      SELECT 1 AS turn, 'pg_publication'::regclass::oid AS classid, oid AS objid FROM pg_publication
      UNION ALL SELECT 1, 'pg_event_trigger'::regclass, oid FROM pg_event_trigger
      UNION ALL SELECT 2, 'pg_class'::regclass, oid FROM pg_class
        WHERE relnamespace IN (SELECT oid FROM schemas) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
      UNION ALL SELECT 3, d.classid, d.objid FROM pg_depend d
        WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid IN (SELECT oid FROM schemas) AND d.deptype = 'n'
          AND d.classid NOT IN ('pg_class'::regclass, 'pg_extension'::regclass)
      UNION ALL SELECT 4, 'pg_foreign_server'::regclass, oid FROM pg_foreign_server
      UNION ALL SELECT 5, 'pg_foreign_data_wrapper'::regclass, oid FROM pg_foreign_data_wrapper
      UNION ALL SELECT 5, 'pg_cast'::regclass, oid FROM pg_cast WHERE oid >= 16384
      UNION ALL SELECT 5, 'pg_language'::regclass, oid FROM pg_language WHERE oid >= 16384
      UNION ALL SELECT 6, 'pg_namespace'::regclass, oid FROM schemas
        WHERE nspname <> 'public' AND oid NOT IN (
          SELECT refobjid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass AND classid = 'pg_extension'::regclass
        )
    )
    SELECT o.type, o.identity
    FROM found f, pg_identify_object(f.classid, f.objid, 0) AS o
    WHERE o.identity IS NOT NULL
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = f.classid AND m.objid = f.objid)
    ORDER BY f.turn, o.identity`);
}

function notEmpty(left: readonly Droppable[]): SystemFailure {
  const shown = left.slice(0, 5).map(({ type, identity }) => `${type} ${identity}`);
  const more = left.length > shown.length ? ` and ${left.length - shown.length} more` : '';
  return new SystemFailure({
    happened: `The database could not be emptied: ${shown.join(', ')}${more} could not be dropped.`,
    means:
      'The database is incomplete, since other objects have been dropped. Nothing was restored. Do not start the server on it.',
    next: 'Let the user of the configuration own these objects (REASSIGN OWNED, ALTER … OWNER TO), or drop them, then run the restore again.',
  });
}
