import { join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { LiveIdentity } from '../../../core/model/identity.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Log } from '../../../world/log.ts';
import type { Processes } from '../../../world/processes/process.ts';
import { type ArchiveList, extensionNames, isRestorable } from './archive.ts';
import { isOfTheBackup } from './causes.ts';
import { type Connection, connectionEnvironment, databaseArgument, type SessionPin } from './connection.ts';
import { archiveName } from './dump.ts';
import { emptyDatabase } from './empty.ts';
import { databaseFailure, requireSuccess } from './failure.ts';
import { heldSession } from './held-session.ts';
import { readIdentity } from './identity.ts';
import { writeListFile } from './list-file.ts';
import { requireOwnSessions } from './own-sessions.ts';
import { toolError } from './redaction.ts';
import { chooseRoles, standingOf } from './roles.ts';
import type { Session } from './session.ts';
import { requireNobodyElse } from './sessions.ts';
import { readSource } from './source.ts';
import { requireTied, withTie } from './tie.ts';
import type { Tools } from './tools.ts';

export interface RestoreOptions<Refusal> {
  readonly connection: Connection;
  readonly mayReplace: (now: LiveIdentity) => Refusal | undefined;
  readonly directory: string;
  readonly list: ArchiveList;
  readonly jobs: number;
  readonly roles: 'auto' | 'keep' | 'ignore';
  readonly disconnectOthers: boolean;
  readonly serverMajor: number;
  readonly tools: Tools;
  /** What pg_restore inherits, without the connection. */
  readonly environment: Readonly<Record<string, string>>;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
}

const unchanged = 'Nothing was restored; the database is unchanged.';
const incomplete = 'The database is incomplete: do not start the server on it.';

/**
 * Everything that can be known to go wrong is looked at first: after the emptying there is no old database left. Last of
 * all whether it is the database that may be emptied, as this session sees it.
 */
export async function restore<Refusal>(
  session: Session,
  options: RestoreOptions<Refusal>,
): Promise<Refusal | undefined> {
  const { log, connection, signal } = options;
  let flags: string[];
  let held: Session;
  try {
    requireServerFor(options);
    await requireReady(session, options.list);
    flags = await roleFlags(session, options);
    // Before others are looked for: a pooler's own sessions would be taken for somebody's.
    await requireOwnSessions(connection, session, signal);
    await requireNobodyElse(session, { disconnect: options.disconnectOthers, clock: options.clock, signal });
    held = await heldSession(session);
    const refused = options.mayReplace(await readIdentity(held));
    if (refused !== undefined) return refused;
    await withTie(held, (pin) => requireTied(connection, pin, signal));
  } catch (cause) {
    signal?.throwIfAborted();
    throw databaseFailure(cause, 'Preparing the restore', unchanged);
  }
  try {
    log.info('Emptying the database.');
    await held.query("SELECT set_config('lock_timeout', '60000', false), set_config('statement_timeout', '0', false)");
    await emptyDatabase(held);
    await requireStill(held, options);
    await withTie(held, async (pin) => {
      await requireTied(connection, pin, signal);
      await runRestore(options, flags, pin);
    });
    // A restore brings no statistics, and without them the first migrations may take hours.
    log.info('Collecting statistics for the query planner (ANALYZE).');
    await session.query('ANALYZE');
    return undefined;
  } catch (cause) {
    signal?.throwIfAborted();
    throw databaseFailure(cause, 'Restoring the database', incomplete);
  }
}

/** Directly before pg_restore starts, which may be long after the database was looked at. */
async function requireStill<Refusal>(session: Session, { mayReplace }: RestoreOptions<Refusal>): Promise<void> {
  if (mayReplace(await readIdentity(session)) === undefined) return;
  throw new SystemFailure({
    happened: 'While the database was emptied, it stopped being one that may be replaced: its mark was changed.',
    means: incomplete,
    next: 'Find out who did that. Then mark it again (staged-upgrade mark-disposable), and start a new run.',
  });
}

function requireServerFor({
  list,
  serverMajor,
  tools,
}: Pick<RestoreOptions<unknown>, 'list' | 'serverMajor' | 'tools'>): void {
  if (list.serverMajor !== undefined && list.serverMajor > serverMajor) {
    throw new SystemFailure({
      happened: `The backup comes from PostgreSQL ${list.serverMajor}, and this server is older: ${serverMajor}.`,
      means: unchanged,
      next: `Run PostgreSQL ${list.serverMajor} here too: a rehearsal on another version would prove little.`,
    });
  }
  // pg_restore 17 and later sets transaction_timeout, which older servers do not know.
  if (tools.major >= 17 && serverMajor < 17) {
    throw new SystemFailure({
      happened: `pg_restore is version ${tools.version}, which cannot restore into a server of version ${serverMajor}.`,
      means: unchanged,
      next: `Install postgresql-client-${serverMajor}, or name its folder under "tools:".`,
    });
  }
}

async function requireReady(session: Session, list: ArchiveList): Promise<void> {
  const [state] = await session.query<{ standby: boolean; subscriptions: string }>(`
    SELECT pg_is_in_recovery() AS standby, (
      SELECT count(subdbid)::text FROM pg_subscription
      WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    ) AS subscriptions`);
  if (state?.standby === true) {
    throw new SystemFailure({
      happened: 'The server is a standby, which cannot be written.',
      means: unchanged,
      next: 'Configure the address of the primary server.',
    });
  }
  if (Number(state?.subscriptions) > 0) {
    throw new SystemFailure({
      happened: 'The database subscribes to a publication of another server.',
      means: `${unchanged} Restoring under a subscription would mix the two.`,
      next: 'Drop the subscription (DROP SUBSCRIPTION), then run the restore again.',
    });
  }
  const absent = await session.query<{ name: string }>(
    `SELECT wanted.name FROM unnest($1::text[]) AS wanted (name)
     WHERE NOT EXISTS (SELECT FROM pg_available_extensions a WHERE a.name = wanted.name)`,
    [extensionNames(list)],
  );
  if (absent.length > 0) {
    throw new SystemFailure({
      happened: `The backup needs extensions that this server does not offer: ${absent.map(({ name }) => `"${name}"`).join(', ')}.`,
      means: unchanged,
      next: 'Install them on the server, then run the restore again.',
    });
  }
}

/** Tablespaces go the way of the roles: a server that lacks the roles is another one, with other disks. */
async function roleFlags(
  session: Session,
  { roles, directory, log }: Pick<RestoreOptions<unknown>, 'roles' | 'directory' | 'log'>,
): Promise<string[]> {
  const choice = chooseRoles(roles, await standingOf(session, (await readSource(directory)).roles));
  if (choice.kind === 'keep') return [];
  if (choice.kind === 'ignore') {
    if (choice.warning !== undefined) log.warn(choice.warning);
    return ['--no-owner', '--no-privileges', '--no-tablespaces'];
  }
  throw new SystemFailure({
    happened: `Owners and privileges cannot be restored: ${choice.reason}.`,
    means: unchanged,
    next: 'Restore as a user that may (GRANT role TO user, or a superuser), or set "roles: ignore" if all may belong to one user.',
  });
}

async function runRestore<Refusal>(
  options: RestoreOptions<Refusal>,
  flags: readonly string[],
  pin: SessionPin,
): Promise<void> {
  const { tools, directory, list, jobs, processes, log, signal, connection } = options;
  await writeListFile(list.entries.filter(isRestorable), async (listFile) => {
    let begun = 0;
    const result = await processes.run({
      argv: [
        tools.pgRestore,
        databaseArgument(connection),
        `--jobs=${jobs}`,
        '--exit-on-error',
        '--no-password',
        // A restored subscription would take over the stream of the server that it was copied from.
        '--no-subscriptions',
        '--verbose',
        `--use-list=${listFile}`,
        ...flags,
        join(directory, archiveName),
      ],
      environment: connectionEnvironment(connection, options.environment, pin),
      onLine: (line) => {
        const table = /processing data for table "(?<table>.*)"$/.exec(line)?.groups?.table;
        if (table !== undefined) log.progress({ text: 'Restoring tables', done: ++begun });
      },
      ...(signal && { signal }),
    });
    requireSuccess(
      result,
      'pg_restore',
      incomplete,
      isOfTheBackup(toolError(result.stderr) ?? '')
        ? "What refuses is in the backup itself: production's own rows or definitions. Correct them on production, then take a new backup; restoring this one again ends the same way."
        : 'Remove the cause, then run the restore again: it starts from an empty database.',
    );
  });
}
