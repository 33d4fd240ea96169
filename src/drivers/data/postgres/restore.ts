import { SystemFailure } from '../../../core/messages/errors.ts';
import type { LiveIdentity } from '../../../core/model/identity.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Log } from '../../../world/log.ts';
import type { Processes } from '../../../world/processes/process.ts';
import { requireNone } from '../obstacle.ts';
import { analyze } from './analyze.ts';
import { type ArchiveList, isLeftOut, isRestorable } from './archive.ts';
import type { Connection } from './connection.ts';
import { emptyDatabase } from './empty.ts';
import { databaseFailure } from './failure.ts';
import { heldSession } from './held-session.ts';
import { readIdentity } from './identity.ts';
import { withJobsOff } from './jobs.ts';
import { obstaclesToEmptying } from './obstacles-emptying.ts';
import { obstaclesToRestoring, type RestoreQuestion } from './obstacles-restoring.ts';
import { requireOwnSessions } from './own-sessions.ts';
import { type Pass, passesOf } from './passes.ts';
import { cutText, leadsOutside, type OutsideSetting } from './reach.ts';
import { chooseRoles, createRoles, roleRights } from './roles.ts';
import { runRestore } from './run-restore.ts';
import { withPath } from './search-path.ts';
import { liftLimits, type Session } from './session.ts';
import { requireNobodyElse } from './sessions.ts';
import { applySettings } from './settings.ts';
import type { SourceFacts } from './source.ts';
import { requireTied, withTie } from './tie.ts';

export interface RestoreOptions<Refusal> extends RestoreQuestion {
  readonly source: SourceFacts;
  readonly connection: Connection;
  readonly mayReplace: (now: LiveIdentity) => Refusal | undefined;
  readonly directory: string;
  readonly list: ArchiveList;
  readonly jobs: number;
  readonly disconnectOthers: boolean;
  readonly outside: OutsideSetting;
  readonly isOriginal?: boolean | undefined;
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
 * Everything that is known to fail is checked first: after the emptying there is no old database left. The last check is
 * whether it is the database that may be emptied, as this session sees it.
 */
export async function restore<Refusal>(
  session: Session,
  options: RestoreOptions<Refusal>,
): Promise<Refusal | undefined> {
  const { log, connection, signal } = options;
  let handling: RoleHandling;
  let held: Session;
  try {
    // Before other sessions are looked for: a pooler's own sessions would be taken for somebody's.
    await requireOwnSessions(connection, session, { use: 'restore', signal });
    await liftLimits(session);
    const obstacles = [...(await obstaclesToEmptying(session)), ...(await obstaclesToRestoring(session, options))];
    requireNone(obstacles, unchanged, log);
    handling = await roleHandling(session, options);
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
    await emptyDatabase(held);
    await createRoles(held, handling.absent);
    await requireStill(held, options);
    await withTie(held, async (pin) => {
      await requireTied(connection, pin, signal);
      await bringBack(held, options, (pass) =>
        runRestore(pass, { ...options, flags: handling.flags, pin, incomplete }),
      );
    });
    await finish(held, options);
    return undefined;
  } catch (cause) {
    signal?.throwIfAborted();
    throw databaseFailure(cause, 'Restoring the database', incomplete);
  }
}

/** Directly before pg_restore starts, which may be long after the database was checked. */
async function requireStill<Refusal>(session: Session, { mayReplace }: RestoreOptions<Refusal>): Promise<void> {
  if (mayReplace(await readIdentity(session)) === undefined) return;
  throw new SystemFailure({
    happened: 'While the database was emptied, it stopped being one that may be replaced: its mark was changed.',
    means: incomplete,
    next: 'Find out who did that. Then mark it again (staged-upgrade mark-disposable), and start a new run.',
  });
}

interface RoleHandling {
  readonly flags: readonly string[];
  /** They are created before the restore. */
  readonly absent: readonly string[];
}

/** Tablespaces are treated like the roles: a server that lacks the roles is another one, with other disks. */
async function roleHandling(
  session: Session,
  { roles, source }: Pick<RestoreOptions<unknown>, 'roles' | 'source'>,
): Promise<RoleHandling> {
  const choice = chooseRoles(roles, await roleRights(session, source.roles));
  if (choice.kind === 'ignore') return { flags: ['--no-owner', '--no-privileges', '--no-tablespaces'], absent: [] };
  if (roles !== 'create') return { flags: [], absent: [] };
  const named = await roleRights(session, [...new Set([...source.roles, ...source.definitionRoles])]);
  const absent = named.filter(({ exists }) => !exists).map(({ name }) => name);
  return { flags: absent.length > 0 ? ['--no-tablespaces'] : [], absent };
}

/** What pg_restore cannot do itself is done between its runs. */
async function bringBack<Refusal>(
  session: Session,
  { list, source, leaveOut, outside, isOriginal, log }: RestoreOptions<Refusal>,
  run: (pass: Pass) => Promise<void>,
): Promise<void> {
  const isCut = outside === 'cut' && isOriginal !== true;
  const wanted = list.entries.filter((entry) => isRestorable(entry) && !isLeftOut(entry, leaveOut));
  const entries = isCut ? wanted.filter((entry) => !leadsOutside(entry)) : wanted;
  const { definitions, rows, jobs } = passesOf(entries, source);
  for (const pass of definitions) await run(pass);
  if (rows.length > 0) {
    await withPath(session, source, async () => {
      for (const pass of rows) await run(pass);
    });
  }
  if (jobs !== undefined) {
    const runJobs = () => run(jobs);
    await (isCut ? withJobsOff(session, source.jobTables, runJobs) : runJobs());
  }
  const cut = isCut ? cutText(wanted, source) : undefined;
  if (cut !== undefined) log.warn(cut);
}

/** What no dump contains. */
async function finish<Refusal>(
  session: Session,
  { source, log, connection, jobs, signal }: RestoreOptions<Refusal>,
): Promise<void> {
  const left = await applySettings(session, source.settings);
  if (left.length > 0) {
    log.warn(
      `Settings of production's database were not made here: ${left.join(', ')}. Make them by hand (ALTER DATABASE … SET) where the application needs them.`,
    );
  }
  await liftLimits(session);
  // A restore brings no statistics, and without them the first migrations may take hours.
  log.info('Collecting statistics for the query planner (ANALYZE).');
  const unknown = await withTie(session, (pin) =>
    analyze(session, { connection, pin, jobs, searchPath: source.searchPath, signal }),
  );
  if (unknown.length > 0) {
    log.warn(
      `No statistics were collected of ${unknown.join(', ')}: an index or statistics there call a function that finds what it uses by the search path, and the server collects statistics with an empty one, in production as well. Correct the function: ALTER FUNCTION … SET search_path = ….`,
    );
  }
}
