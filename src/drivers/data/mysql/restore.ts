import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { LiveIdentity } from '../../../core/model/identity.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Log } from '../../../world/log.ts';
import type { Processes } from '../../../world/processes/process.ts';
import { requireNone } from '../obstacle.ts';
import type { Connection } from './connection.ts';
import { definerRights, keepsDefiners } from './definers.ts';
import { dumpName } from './dump.ts';
import { emptyDatabase } from './empty.ts';
import { databaseFailure, requireSuccess } from './failure.ts';
import { readIdentity } from './identity.ts';
import { dumpLines } from './lines.ts';
import { obstaclesToRestoring, type RestoreQuestion } from './obstacles-restoring.ts';
import { rewriting } from './rewriting.ts';
import { readRights } from './rights.ts';
import { giveBackRoutineRights, type RoutineRights, readRoutineRights, sayRoutineRights } from './routine-rights.ts';
import { literal, quoted } from './server.ts';
import type { Session } from './session.ts';
import { requireNobodyElse } from './sessions.ts';
import type { SourceFacts } from './source.ts';
import { type Tools, withLogin } from './tools.ts';

export interface RestoreOptions<Refusal> extends RestoreQuestion {
  readonly source: SourceFacts;
  readonly connection: Connection;
  readonly mayReplace: (now: LiveIdentity) => Refusal | undefined;
  readonly directory: string;
  readonly tools: Tools;
  readonly disconnectOthers: boolean;
  readonly isOriginal?: boolean | undefined;
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
  const { log, signal, source } = options;
  let withDefiners: boolean;
  let routineRights: RoutineRights;
  try {
    requireNone(await obstaclesToRestoring(session, options), unchanged, log);
    const standing = await definerRights(session, source.definers, await readRights(session));
    withDefiners = keepsDefiners(options.definers, standing);
    routineRights = await readRoutineRights(session);
    await requireNobodyElse(session, { disconnect: options.disconnectOthers, clock: options.clock, signal });
    const refused = options.mayReplace(await readIdentity(session));
    if (refused !== undefined) return refused;
  } catch (cause) {
    signal?.throwIfAborted();
    throw databaseFailure(cause, 'Preparing the restore', unchanged);
  }
  try {
    const isCut = options.outside === 'cut' && options.isOriginal !== true;
    await withTie(session, async (tie) => {
      // Restoring the rights of staging's users is easier than a warning about them in each rehearsal.
      if (routineRights !== undefined || options.isOriginal === true) sayRoutineRights(routineRights, log);
      log.info('Emptying the database.');
      await emptyDatabase(session);
      await session.query(
        `ALTER DATABASE ${quoted(await databaseOf(session))} CHARACTER SET ${literal(source.characterSet)} COLLATE ${literal(source.collation)}`,
      );
      await requireStill(session, options);
      log.info('Reading the dump in.');
      await readIn(tie, rewriting({ withDefiners, withEventsOff: isCut }), options);
      await giveBackRoutineRights(session, routineRights, log);
    });
    if (isCut && source.events > 0) {
      log.warn(
        `${source.events} events are switched off in the copy: they would act as production's do ("outside: keep" leaves them on).`,
      );
    }
    return undefined;
  } catch (cause) {
    signal?.throwIfAborted();
    throw databaseFailure(cause, 'Restoring the database', incomplete);
  }
}

async function databaseOf(session: Session): Promise<string> {
  const [row] = await session.query<{ name: string }>('SELECT DATABASE() AS name');
  return row?.name ?? '';
}

/** Directly before the dump is loaded, which may be long after the database was checked. */
async function requireStill<Refusal>(session: Session, { mayReplace }: RestoreOptions<Refusal>): Promise<void> {
  if (mayReplace(await readIdentity(session)) === undefined) return;
  throw new SystemFailure({
    happened: 'While the database was emptied, it stopped being one that may be replaced: its mark was changed.',
    means: incomplete,
    next: 'Find out who did that. Then mark it again (staged-upgrade mark-disposable), and start a new run.',
  });
}

/** Holds the program's connection to the server that this session is on. */
interface Tie {
  readonly name: string;
  readonly session: string;
}

/** A lock has a server-wide name, and the id of the session that holds it: no other server has both. */
async function withTie(session: Session, body: (tie: Tie) => Promise<void>): Promise<void> {
  const name = `staged-upgrade ${randomUUID()}`;
  const [row] = await session.query<{ got: string | number; session: string | number }>(
    `SELECT GET_LOCK(${literal(name)}, 0) AS got, CONNECTION_ID() AS session`,
  );
  if (Number(row?.got) !== 1) throw new Error('the server gave no lock of a name that nobody else has');
  await body({ name, session: String(row?.session) });
  await session.query(`DO RELEASE_LOCK(${literal(name)})`);
}

/**
 * The first statements of the program: limits that would end a long statement, and a query that fails (1242, one row too
 * many) anywhere but on the server that was checked.
 */
function preamble({ name, session }: Tie, { flavour }: SourceFacts): string {
  const limit = flavour === 'MariaDB' ? 'max_statement_time = 0' : 'max_execution_time = 0';
  return [
    `DO (SELECT 1 UNION ALL SELECT 1 FROM DUAL WHERE NOT (IS_USED_LOCK(${literal(name)}) <=> ${session}));`,
    `SET SESSION ${limit}, SESSION wait_timeout = 28800, SESSION net_read_timeout = 3600, SESSION lock_wait_timeout = 60;`,
    'SET SESSION foreign_key_checks = 0, SESSION unique_checks = 0;',
    '',
  ].join('\n');
}

async function readIn<Refusal>(
  tie: Tie,
  rewrite: { readonly beginnings: string; line(text: string): string },
  { connection, tools, directory, source, environment, processes, signal }: RestoreOptions<Refusal>,
): Promise<void> {
  const result = await withLogin(connection, tools, environment, (login) =>
    processes.run({
      argv: [
        tools.client,
        login,
        '--batch',
        '--skip-reconnect',
        '--default-character-set=utf8mb4',
        '--max-allowed-packet=1G',
        // Neither option changes line ends, or takes a byte of a value for a command.
        '--binary-mode',
        // Otherwise those within the bodies of triggers and routines would be lost.
        '--comments',
        `--init-command=SET SESSION sql_mode = ''`,
        connection.database,
      ],
      environment,
      input: statements(join(directory, dumpName), preamble(tie, source), dumpLines(rewrite.beginnings, rewrite.line)),
      ...(signal && { signal }),
    }),
  );
  requireSuccess(result, tools.client, incomplete);
}

function statements(file: string, first: string, lines: NodeJS.ReadWriteStream): Readable {
  const all = new PassThrough();
  all.write(first);
  // A failure on the way ends the last one as well, and only that one is checked.
  pipeline(createReadStream(file), createGunzip(), lines, all, () => undefined);
  return all;
}
