import { listed, noted, type Obstacle, quotedList, refused } from '../obstacle.ts';
import { brokenUniqueIndexes } from './broken-indexes.ts';
import { activeJobs } from './jobs.ts';
import { lockCapacity, locksPerTransactionFor } from './locks.ts';
import type { Session } from './session.ts';
import { countHypertables, ofTimescale } from './timescale.ts';

/** What in production's database would make a backup fail, or its restore, or the upgrade on production alone. */
export async function obstaclesToBackingUp(session: Session, now: () => number): Promise<Obstacle[]> {
  return [
    ...(await ofLocks(session)),
    ...(await ofLargeObjects(session)),
    ...(await ofIndexes(session, now)),
    ...(await ofCollations(session)),
    ...(await ofAStandby(session)),
    ...(await ofReach(session)),
  ];
}

/** pg_dump holds a lock on each table at once. */
async function ofLocks(session: Session): Promise<Obstacle[]> {
  const [row] = await session.query<{ tables: number }>(
    "SELECT count(*)::int AS tables FROM pg_class WHERE relkind IN ('r', 'p', 'f', 'v', 'm') AND oid >= 16384",
  );
  const tables = row?.tables ?? 0;
  const capacity = await lockCapacity(session);
  if (tables <= capacity) return [];
  return [
    refused({
      happened: `The database has ${tables} tables and views, and the server has room for ${capacity} locks.`,
      means: 'pg_dump locks all of them at once, and would run out of locks.',
      next: `Set max_locks_per_transaction to at least ${await locksPerTransactionFor(session, tables)} in postgresql.conf, and restart the server.`,
    }),
  ];
}

/** Not even pg_read_all_data reads them. */
async function ofLargeObjects(session: Session): Promise<Obstacle[]> {
  const unreadable = await session.query<{ owner: string; objects: number }>(`
    SELECT pg_get_userbyid(lomowner) AS owner, count(*)::int AS objects FROM pg_largeobject_metadata
    WHERE NOT (
      current_setting('lo_compat_privileges')::boolean OR pg_has_role(lomowner, 'USAGE') OR EXISTS (
        SELECT FROM aclexplode(lomacl) AS granted WHERE granted.privilege_type = 'SELECT'
          AND CASE granted.grantee WHEN 0 THEN true ELSE pg_has_role(granted.grantee, 'USAGE') END
      ))
    GROUP BY 1 ORDER BY 1`);
  if (unreadable.length === 0) return [];
  const objects = unreadable.reduce((sum, each) => sum + each.objects, 0);
  return [
    refused({
      happened: `The user of the configuration may not read ${objects} large objects of ${quotedList(unreadable.map(({ owner }) => owner))}.`,
      means:
        'pg_dump would stop there, so no backup could be taken. The right to read all data (pg_read_all_data) is not one on large objects.',
      next: `Let the user read as their owner does: ${unreadable.map(({ owner }) => `GRANT "${owner}" TO user`).join('; ')}; or each of them: GRANT SELECT ON LARGE OBJECT number TO user; or all, as a superuser: ALTER ROLE user SET lo_compat_privileges = on.`,
    }),
  ];
}

async function ofIndexes(session: Session, now: () => number): Promise<Obstacle[]> {
  const invalid = await session.query<{ name: string }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE NOT i.indisvalid AND c.relkind = 'i' AND n.nspname !~ '^pg_'
      AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.relation = i.indrelid AND l.mode = 'ShareUpdateExclusiveLock')
    ORDER BY 1`);
  const { broken, unread } = await brokenUniqueIndexes(session, now);
  return [
    ...(invalid.length === 0
      ? []
      : [
          noted({
            happened: `Indexes are not valid, as a failed CREATE INDEX CONCURRENTLY leaves them: ${listed(invalid.map(({ name }) => name))}.`,
            means:
              'No dump holds them, so the rehearsal goes without. On production, a statement of the upgrade that makes one of them IF NOT EXISTS would be skipped, or fail where it does not say so.',
            next: `Drop them or build them again: ${invalid
              .slice(0, 3)
              .map(({ name }) => `REINDEX INDEX CONCURRENTLY ${name}`)
              .join('; ')}.`,
          }),
        ]),
    ...(broken.length === 0
      ? []
      : [
          refused({
            happened: `Unique indexes do not hold: what is in ${listed(broken)} more than once must not be.`,
            means: 'A restore builds them again and fails, and so would an upgrade that does.',
            next: `Remove the rows that are there twice, then build the indexes again: ${broken
              .slice(0, 3)
              .map((name) => `REINDEX INDEX ${name}`)
              .join('; ')}.`,
          }),
        ]),
    ...(unread === 0
      ? []
      : [
          noted({
            happened: `${unread} unique indexes over text are too large for a quick look, or could not be read.`,
            means: 'Whether they still hold is shown by the first restore.',
            next: 'Nothing, where that may fail; else let amcheck look at them (bt_index_check).',
          }),
        ]),
  ];
}

async function ofCollations(session: Session): Promise<Obstacle[]> {
  const changed = await session.query<{ name: string }>(`
    SELECT format('%I.%I', n.nspname, c.collname) AS name FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
    WHERE c.collversion IS NOT NULL AND c.collversion IS DISTINCT FROM pg_collation_actual_version(c.oid)
      AND EXISTS (SELECT FROM pg_index i WHERE c.oid = ANY (i.indcollation))
    UNION ALL SELECT 'the one of the database' FROM pg_database d
    WHERE d.datname = current_database() AND to_jsonb(d)->>'datcollversion' IS NOT NULL
      AND to_jsonb(d)->>'datcollversion' <> (
        SELECT pg_collation_actual_version(c.oid) FROM pg_collation c
        WHERE c.collprovider = 'c' AND c.collcollate = d.datcollate AND c.collencoding IN (-1, d.encoding) LIMIT 1)`);
  if (changed.length === 0) return [];
  return [
    noted({
      happened: `The operating system sorts otherwise than when these were made: ${listed(changed.map(({ name }) => name))}.`,
      means:
        'Indexes over text may be in an order that nobody finds anything in, and unique ones may let the same in twice.',
      next: 'Build the indexes over text again (REINDEX DATABASE CONCURRENTLY), then say so: ALTER DATABASE name REFRESH COLLATION VERSION.',
    }),
  ];
}

async function ofAStandby(session: Session): Promise<Obstacle[]> {
  const [row] = await session.query<{ standby: boolean; feedback: boolean; unlogged: string[] }>(`
    SELECT pg_is_in_recovery() AS standby, current_setting('hot_standby_feedback')::boolean AS feedback,
      ARRAY(SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relpersistence = 'u' AND c.relkind = 'r' ORDER BY 1) AS unlogged`);
  if (row?.standby !== true) return [];
  return [
    ...(row.feedback
      ? []
      : [
          noted({
            happened:
              'The server is a standby that does not report to its primary what it reads (hot_standby_feedback is off).',
            means: 'What is cleaned up on the primary may end a long dump.',
            next: 'Set hot_standby_feedback = on, or max_standby_streaming_delay to more than a dump takes.',
          }),
        ]),
    ...(row.unlogged.length === 0
      ? []
      : [
          noted({
            happened: `A standby has no rows of unlogged tables: ${listed(row.unlogged)}.`,
            means: 'A backup that is taken there brings them back empty.',
            next: 'Nothing, where the application fills them again; else take backups from the primary.',
          }),
        ]),
  ];
}

/** What a copy could do that must not be done twice. */
async function ofReach(session: Session): Promise<Obstacle[]> {
  const functions = await session.query<{ name: string }>(`
    SELECT p.oid::regprocedure::text AS name FROM pg_proc p
    WHERE p.oid >= 16384 AND p.prosrc ~* '\\m(dblink|dblink_\\w+|http_(get|post|put|patch|delete)|copy\\M.*\\mprogram)\\M'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    ORDER BY 1`);
  const subscriptions = await session.query<{ name: string }>(
    'SELECT subname AS name FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY 1',
  );
  // The condition is that of the view pg_user_mappings, by which pg_dump sees them.
  const unseen = await session.query<{ name: string }>(`
    SELECT format('%I on %I', m.usename, m.srvname) AS name FROM pg_user_mappings m JOIN pg_foreign_server s ON s.oid = m.srvid
    WHERE m.umoptions IS NULL AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AND NOT (
      CASE WHEN m.umuser = 0 OR m.usename <> current_user THEN m.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE')
        ELSE pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE') END)
    ORDER BY 1`);
  const jobs = await activeJobs(session).catch(() => []);
  return [
    ...(functions.length === 0
      ? []
      : [
          noted({
            happened: `Functions reach other servers or programs by themselves: ${listed(functions.map(({ name }) => name))}.`,
            means: 'A copy has them as well, with the addresses and passwords in them.',
            next: 'Let the scrub hook replace them, or keep staging from reaching these servers (firewall).',
          }),
        ]),
    ...(subscriptions.length === 0
      ? []
      : [
          noted({
            happened: `The database subscribes to other servers: ${quotedList(subscriptions.map(({ name }) => name))}.`,
            means: 'A copy does not get the subscriptions, and a rollback does not make them again either.',
            next: 'Write down how they are made again after a rollback (CREATE SUBSCRIPTION … WITH (copy_data = …)).',
          }),
        ]),
    ...(unseen.length === 0
      ? []
      : [
          noted({
            happened: `The user of the configuration does not see how these roles log in to foreign servers: ${listed(unseen.map(({ name }) => name))}.`,
            means: 'A dump has these user mappings without their passwords, and a rollback restores them like that.',
            next: 'Let a superuser take the backups, or write down how they are set again after a rollback (ALTER USER MAPPING … OPTIONS).',
          }),
        ]),
    ...jobs.map(({ table, jobs: active }) =>
      noted({
        happened: `The server runs jobs of the database automatically (${table}): ${quotedList(active)}.`,
        means: 'A copy gets them switched off, unless "outside: keep" says otherwise.',
        next: 'Nothing, unless the rehearsal needs them: then let the scrub hook switch on what may run on staging.',
      }),
    ),
    ...ofTimescale(await countHypertables(session)),
  ];
}
