/* One of the two servers, reached with psql as an administrator, and what is asked of its copy of the database. */
import { spawnSync } from 'node:child_process';

/** The name of the publication, of the subscription and of its slot. */
export const link = 'staged_move';

/** Tables that people made; those of extensions are created by the extension. */
const tables = `
SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name, c.relkind, c.relreplident, c.relpersistence
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_t'
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`;

/**
 * @param {string} title
 * @param {string} address postgres://administrator:password@host:port/database
 */
export function serverAt(title, address) {
  const url = new URL(address);
  const database = decodeURIComponent(url.pathname.slice(1));
  const place = { host: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: url.port || '5432' };
  const credentials = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const sslmode = url.searchParams.get('sslmode') ?? 'prefer';

  // Not as arguments: every user of the machine could read the password there.
  const environment = (/** @type {string} */ name) => ({
    ...process.env,
    PGHOST: place.host,
    PGPORT: place.port,
    PGUSER: credentials.user,
    PGPASSWORD: credentials.password,
    PGDATABASE: name,
    PGSSLMODE: sslmode,
    PGAPPNAME: link,
    PGCONNECT_TIMEOUT: '10',
    PGOPTIONS: '-c client_min_messages=warning',
  });
  const psql = (/** @type {string} */ input, name = database, /** @type {string[]} */ ...options) =>
    run(title, 'psql', [...quietly, ...options], { input, env: environment(name) });
  const rows = (/** @type {string} */ sql) => psql(sql).split('\n').filter(Boolean);
  const isTrue = (/** @type {string} */ condition, name = database) => psql(`SELECT ${condition};`, name) === 't';
  /** What is asked of the server and not of the database, which may not be there. */
  const onServer = (/** @type {string} */ sql) => psql(sql, 'postgres');
  const others = `FROM pg_stat_activity WHERE datname = ${text(database)} AND backend_type = 'client backend'
    AND pid <> pg_backend_pid() AND application_name <> ${text(link)}`;

  return {
    title,
    place,
    database,
    rows,
    isTrue,
    sql: psql,
    onServer,
    /** The same server as others connect to it. */
    connection: () =>
      Object.entries({ ...place, dbname: database, ...credentials, sslmode, application_name: link })
        .map(([key, value]) => `${key}='${value.replaceAll(/[\\']/g, '\\$&')}'`)
        .join(' '),
    /** Its definitions without its rows. Its tool must be of the newer of the two majors. */
    definitions: () =>
      run(title, 'pg_dump', ['--schema-only', '--no-publications', '--no-subscriptions'], {
        env: environment(database),
      }),
    major: () => Math.floor(Number(onServer('SHOW server_version_num;')) / 10_000),
    exists: () => isTrue(`EXISTS (SELECT FROM pg_database WHERE datname = ${text(database)})`, 'postgres'),
    tables: () => rows(`SELECT name FROM (${tables}) t ORDER BY 1;`),
    /** What logical replication leaves behind, or cannot change: https://www.postgresql.org/docs/current/logical-replication-restrictions.html */
    obstacles: () => [
      ...(onServer('SHOW wal_level;') === 'logical' ? [] : [`wal_level is not "logical" on the ${title} server`]),
      ...rows(`SELECT 'the table ' || name || ' has no primary key and no replica identity' FROM (${tables}) t
        WHERE relkind = 'r' AND relreplident IN ('d', 'n') AND (relreplident = 'n' OR NOT EXISTS (
          SELECT FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)) ORDER BY 1;`),
      ...rows(
        `SELECT 'the table ' || name || ' is unlogged' FROM (${tables}) t WHERE relpersistence = 'u' ORDER BY 1;`,
      ),
      ...(isTrue('EXISTS (SELECT FROM pg_largeobject_metadata)') ? ['there are large objects'] : []),
    ],
    hasPublication: () => isTrue(`EXISTS (SELECT FROM pg_publication WHERE pubname = ${text(link)})`),
    hasSubscription: () => isTrue(`EXISTS (SELECT FROM pg_subscription WHERE subname = ${text(link)})`),
    /** Tables whose rows are not copied yet. */
    uncopied: () =>
      rows(`SELECT srrelid::regclass FROM pg_subscription_rel r JOIN pg_subscription s ON s.oid = r.srsubid
        WHERE s.subname = ${text(link)} AND srsubstate <> 'r';`),
    /** Only administrators get in. */
    isLocked: () => isTrue(`(SELECT datconnlimit = 0 FROM pg_database WHERE datname = ${text(database)})`, 'postgres'),
    unlock: () => onServer(`ALTER DATABASE ${name(database)} CONNECTION LIMIT -1;`),
    lock: () => {
      onServer(`ALTER DATABASE ${name(database)} CONNECTION LIMIT 0;`);
      for (let looks = 0; ; looks += 1) {
        onServer(`SELECT pg_terminate_backend(pid, 5000) ${others};`);
        const left = onServer(`SELECT DISTINCT usename ${others};`);
        if (left === '') return;
        if (looks === 3)
          throw new Error(`on the ${title} server sessions of ${left.replaceAll('\n', ', ')} do not end`);
      }
    },
  };
}

/** @typedef {ReturnType<typeof serverAt>} Server */

const quietly = ['--no-psqlrc', '--quiet', '--no-align', '--tuples-only', '--set=ON_ERROR_STOP=1'];

/**
 * @param {string} title
 * @param {string} program
 * @param {string[]} options
 * @param {{ input?: string, env: NodeJS.ProcessEnv }} settings
 */
function run(title, program, options, settings) {
  const ended = spawnSync(program, options, { ...settings, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (ended.error) throw new Error(`${program}: ${ended.error.message}`);
  if (ended.status !== 0) throw new Error(`${program} on the ${title} server: ${ended.stderr.trim()}`);
  return ended.stdout.trim();
}

/** As a value in a statement. */
export function text(/** @type {string} */ value) {
  const escaped = value.replaceAll("'", "''").replaceAll('\\', '\\\\');
  return value.includes('\\') ? ` E'${escaped}'` : `'${escaped}'`;
}

/** As a name in a statement. */
export function name(/** @type {string} */ value) {
  return `"${value.replaceAll('"', '""')}"`;
}
