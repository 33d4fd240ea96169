import { noted, type Obstacle, quotedList, refused } from '../obstacle.ts';
import { cannotDecompress } from './compression.ts';
import type { Omission } from './omissions.ts';
import { chooseRoles, type RolesSetting, roleRights } from './roles.ts';
import type { Session } from './session.ts';
import type { SourceFacts } from './source.ts';
import type { Tools } from './tools.ts';

export interface RestoreQuestion {
  /** The place of its settings in the configuration. */
  readonly where: string;
  readonly roles: RolesSetting;
  readonly leaveOut: readonly Omission[];
  readonly serverMajor: number;
  readonly tools: Tools;
  /** Of what would be restored; undefined if that is unknown. */
  readonly source: SourceFacts | undefined;
}

interface TargetState {
  readonly standby: boolean;
  readonly readOnly: boolean;
  readonly subscriptions: number;
  readonly create: boolean;
  readonly createPublic: boolean | null;
  readonly encoding: string;
  readonly superuser: boolean;
  readonly createRole: boolean;
  readonly bypassesRowSecurity: boolean;
}

/** Everything about the server, its user and the backup that would make pg_restore fail after the database was emptied. */
export async function obstaclesToRestoring(session: Session, question: RestoreQuestion): Promise<Obstacle[]> {
  const [state] = await session.query<TargetState>(`
    SELECT pg_is_in_recovery() AS standby,
      (SELECT count(subdbid)::int FROM pg_subscription WHERE subdbid = d.oid) AS subscriptions,
      EXISTS (
        SELECT FROM pg_db_role_setting s CROSS JOIN unnest(setconfig) AS each (line)
        WHERE setdatabase IN (0, d.oid) AND setrole IN (0, r.oid) AND line ~ '^default_transaction_read_only=(on|true|yes|1)$'
      ) AS "readOnly",
      has_database_privilege(d.oid, 'CREATE') AS create,
      (SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = 'public') AS "createPublic",
      pg_encoding_to_char(d.encoding) AS encoding,
      r.rolsuper AS superuser, r.rolcreaterole AS "createRole", r.rolsuper OR r.rolbypassrls AS "bypassesRowSecurity"
    FROM pg_database d CROSS JOIN pg_roles r WHERE d.datname = current_database() AND r.rolname = current_user`);
  if (state === undefined) throw new Error('the server does not say which database this is');
  const { source } = question;
  return [
    ...ofTheServer(state, question),
    ...(source === undefined ? [] : ofTheSource(state, source, question)),
    ...(await ofItsRoles(session, state, question)),
    ...(await ofItsExtensions(session, state, question)),
  ];
}

function ofTheServer(state: TargetState, { serverMajor, tools, source }: RestoreQuestion): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (state.standby) {
    obstacles.push(
      refused({
        happened: 'The server is a standby, which cannot be written.',
        means: 'Nothing can be restored there.',
        next: 'Configure the address of the primary server.',
      }),
    );
  }
  if (state.subscriptions > 0) {
    obstacles.push(
      refused({
        happened: 'The database subscribes to a publication of another server.',
        means: 'Restoring under a subscription would mix the two.',
        next: 'Drop the subscription (DROP SUBSCRIPTION).',
      }),
    );
  }
  if (state.readOnly && !state.standby) {
    obstacles.push(
      refused({
        happened: 'Sessions of this user or database are read-only (default_transaction_read_only).',
        means: 'Somebody made it so that nothing is written there, and a restore writes.',
        next: 'Set it back where the database may be replaced: ALTER DATABASE name RESET default_transaction_read_only, or ALTER ROLE user.',
      }),
    );
  }
  if (!state.create || state.createPublic === false) {
    obstacles.push(
      refused({
        happened: `The user of the configuration may not make ${state.create ? 'tables in the schema "public"' : 'schemas in the database'}.`,
        means: 'A restore makes all objects of the backup again.',
        next: 'Let the user own the database: ALTER DATABASE name OWNER TO user.',
      }),
    );
  }
  if (source !== undefined && source.serverMajor > serverMajor) {
    obstacles.push(
      refused({
        happened: `The backup comes from PostgreSQL ${source.serverMajor}, and this server is older: ${serverMajor}.`,
        means: 'What the newer one has cannot be restored into it.',
        next: `Run PostgreSQL ${source.serverMajor} here too: a rehearsal on another version would prove little.`,
      }),
    );
  }
  // pg_restore 17 and later sets transaction_timeout, which older servers do not know.
  if (tools.major >= 17 && serverMajor < 17) {
    obstacles.push(
      refused({
        happened: `pg_restore is version ${tools.version}, which cannot restore into a server of version ${serverMajor}.`,
        means: 'It would end at its first statement.',
        next: `Install postgresql-client-${serverMajor}, or name its folder under "tools:".`,
      }),
    );
  }
  if (source?.dumpMajor !== undefined && source.dumpMajor > tools.major) {
    obstacles.push(
      refused({
        happened: `The backup is written by pg_dump ${source.dumpMajor}, and pg_restore is version ${tools.version} here.`,
        means: 'An older pg_restore cannot read it.',
        next: `Install postgresql-client-${source.dumpMajor} on this runner, or name its folder under "tools:"; or let production's runner use pg_dump ${tools.major}.`,
      }),
    );
  } else if (source?.compression !== undefined && !tools.compressions.includes(source.compression)) {
    obstacles.push(refused(cannotDecompress(source.compression, tools)));
  }
  return obstacles;
}

function ofTheSource(state: TargetState, source: SourceFacts, { leaveOut, where }: RestoreQuestion): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const { encoding = state.encoding } = source;
  if (encoding !== state.encoding && (state.encoding !== 'UTF8' || encoding === 'SQL_ASCII')) {
    obstacles.push(
      refused({
        happened: `The backup is encoded as ${encoding}, and the database here as ${state.encoding}.`,
        means:
          encoding === 'SQL_ASCII'
            ? 'What its bytes mean is known to nobody but the application, so they cannot be carried over.'
            : 'Characters that the one has and the other lacks cannot be carried over.',
        next: `Make the database anew: CREATE DATABASE name ENCODING '${encoding}' LOCALE 'C' TEMPLATE template0.`,
      }),
    );
  }
  if (source.forcedRowSecurity.length > 0 && !state.bypassesRowSecurity) {
    obstacles.push(
      refused({
        happened: `Row security holds for the owner as well (FORCE ROW LEVEL SECURITY) of ${source.forcedRowSecurity.slice(0, 5).join(', ')}.`,
        means: 'What was restored could not be read and compared.',
        next: 'Let the user of the configuration see all rows: ALTER ROLE user BYPASSRLS.',
      }),
    );
  }
  if (state.superuser) return obstacles;
  const parts = [
    { noun: 'publications', names: source.publications, omission: 'publications' as const },
    { noun: 'event triggers', names: source.eventTriggers, omission: 'event-triggers' as const },
    { noun: 'objects', names: source.superuserObjects, omission: undefined },
  ];
  for (const { noun, names, omission } of parts) {
    if (names.length === 0 || (omission !== undefined && leaveOut.includes(omission))) continue;
    const skip =
      omission === undefined ? '' : `, or leave them out of this copy: "leave-out: [${omission}]" under ${where}`;
    obstacles.push(
      refused({
        happened: `The backup has ${noun} that only a superuser may make: ${names.slice(0, 5).join(', ')}.`,
        means: 'The user of the configuration is none, so they could not be restored.',
        next: `Restore as a superuser${skip}.`,
      }),
    );
  }
  return obstacles;
}

async function ofItsRoles(
  session: Session,
  state: TargetState,
  { source, roles, where }: RestoreQuestion,
): Promise<Obstacle[]> {
  if (source === undefined) return [];
  const choice = chooseRoles(roles, await roleRights(session, source.roles));
  const needed = (await roleRights(session, source.definitionRoles)).filter(({ exists }) => !exists);
  const obstacles: Obstacle[] = [];
  if (needed.length > 0 && roles !== 'create') {
    obstacles.push(
      refused({
        happened: `Policies of the backup name roles that this server lacks: ${quotedList(needed.map(({ name }) => name))}.`,
        means: 'A policy cannot be restored without them.',
        next: `Make them (CREATE ROLE name NOLOGIN), or let a restore do that: "roles: create" under ${where}.`,
      }),
    );
  }
  if (roles === 'create' && !state.superuser && !state.createRole && (needed.length > 0 || choice.kind === 'create')) {
    obstacles.push(
      refused({
        happened: 'The user of the configuration may not make roles, as "roles: create" asks.',
        means: 'What belongs to them could not be restored.',
        next: 'Let it: ALTER ROLE user CREATEROLE; or make the roles by hand.',
      }),
    );
  }
  if (choice.kind === 'refuse') {
    obstacles.push(
      refused({
        happened: `Owners and privileges cannot be restored: ${choice.reason}.`,
        means: 'A restore gives each object to its owner again.',
        next: `Make the roles on that server, and the restoring user a member of each (GRANT owner TO user); or leave owners out: "roles: ignore" under ${where}.`,
      }),
    );
  } else if (choice.kind === 'ignore' && choice.warning !== undefined) {
    obstacles.push(
      noted({
        happened: choice.warning,
        means: 'The application finds its tables owned by somebody else than on production.',
        next: 'Nothing, where staging connects as the restoring user; otherwise make the roles on that server.',
      }),
    );
  }
  return obstacles;
}

interface ExtensionState {
  readonly name: string;
  readonly wanted: string;
  /** What is in the database now, and stays there when it is emptied. */
  readonly kept: string | null;
  /** What a CREATE EXTENSION would bring; null if the server does not offer it. */
  readonly offered: string | null;
  readonly trusted: boolean;
}

async function ofItsExtensions(
  session: Session,
  state: TargetState,
  { source, where }: RestoreQuestion,
): Promise<Obstacle[]> {
  const extensions = await session.query<ExtensionState>(
    `SELECT wanted.name, wanted.version AS wanted, e.extversion AS kept, a.default_version AS offered,
       coalesce((to_jsonb(v)->>'trusted')::boolean, false) AS trusted
     FROM unnest($1::text[], $2::text[]) AS wanted (name, version)
     LEFT JOIN pg_available_extensions a ON a.name = wanted.name
     LEFT JOIN pg_available_extension_versions v ON v.name = a.name AND v.version = a.default_version
     LEFT JOIN pg_extension e ON e.extname = wanted.name`,
    [source?.extensions.map(({ name }) => name) ?? [], source?.extensions.map(({ version }) => version) ?? []],
  );
  const obstacles: Obstacle[] = [];
  const absent = extensions.filter(({ offered, kept }) => offered === null && kept === null);
  if (absent.length > 0) {
    obstacles.push(
      refused({
        happened: `The backup needs extensions that this server does not offer: ${quotedList(absent.map(({ name }) => name))}.`,
        means: 'What uses them could not be restored.',
        next: 'Install them on the server.',
      }),
    );
  }
  const closed = extensions.filter((each) => each.offered !== null && each.kept === null && !each.trusted);
  if (closed.length > 0 && !state.superuser) {
    obstacles.push(
      refused({
        happened: `The backup needs extensions that only a superuser may make, and the database has none of them: ${quotedList(closed.map(({ name }) => name))}.`,
        means: 'The user of the configuration is not a superuser, so they could not be restored.',
        next: `Let an administrator make them there once: ${closed.map(({ name }) => `CREATE EXTENSION "${name}"`).join('; ')}. They stay when the database is emptied.`,
      }),
    );
  }
  const other = extensions.filter(({ wanted, kept, offered }) => {
    const stays = !state.superuser && kept !== null;
    const comes = stays ? kept : offered;
    return comes !== null && comes !== wanted;
  });
  if (other.length > 0) {
    obstacles.push(
      noted({
        happened: `Extensions have other versions here than in production: ${other.map(({ name, wanted, kept, offered }) => `"${name}" ${state.superuser ? offered : (kept ?? offered)} instead of ${wanted}`).join(', ')}.`,
        means: 'A rehearsal with them shows less of what production will do.',
        next: 'Install the same versions, if they matter to the application.',
      }),
    );
  }
  if (extensions.some(({ name, kept }) => name === 'pg_cron' && (kept === null || state.superuser))) {
    obstacles.push(...(await ofPgCron(session, where)));
  }
  return obstacles;
}

/** It can only be created in one database of a server, which the server's configuration names. */
async function ofPgCron(session: Session, where: string): Promise<Obstacle[]> {
  const [row] = await session.query<{ home: string | null; here: string }>(
    "SELECT current_setting('cron.database_name', true) AS home, current_database() AS here",
  );
  if (row === undefined || row.home === row.here) return [];
  return [
    refused({
      happened:
        row.home === null
          ? 'The backup has the extension "pg_cron", which this server does not load.'
          : `The backup has the extension "pg_cron", which this server allows only in the database "${row.home}".`,
      means: 'It could not be made in the database that is restored.',
      next: `Set ${row.home === null ? "shared_preload_libraries = 'pg_cron' and " : ''}cron.database_name = '${row.here}' in postgresql.conf of the server that ${where} names, and restart it. Jobs of production do not run there: a copy gets them switched off.`,
    }),
  ];
}
