import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Fingerprint } from '../../../core/model/fingerprint.ts';
import type { Log } from '../../../world/log.ts';
import type { Processes } from '../../../world/processes/process.ts';
import type { Connection } from './connection.ts';
import { databaseFailure, requireSuccess } from './failure.ts';
import { type FingerprintRequest, readAll } from './fingerprint.ts';
import { dumpLines } from './lines.ts';
import { type Positions, positionsReader, sequencesOf } from './positions.ts';
import { readSchema } from './schema.ts';
import { lineOf } from './server.ts';
import type { Session } from './session.ts';
import { inOneState } from './snapshot.ts';
import { readSourceFacts, writeSource } from './source.ts';
import { listTables, type Table } from './tables.ts';
import { type Tools, withLogin } from './tools.ts';

/** The name of the dump inside a backup's folder. */
export const dumpName = 'dump.sql.gz';

export interface DumpRequest extends Omit<FingerprintRequest, 'log' | 'like'> {
  readonly connection: Connection;
  readonly directory: string;
  readonly tools: Tools;
  readonly environment: Readonly<Record<string, string>>;
  readonly processes: Processes;
  readonly log: Log;
}

const notTaken = 'There is no backup; the database itself was not touched.';

/** Dumps and fingerprints one state of the database: both read in snapshots of the same instant. */
export async function dump(session: Session, request: DumpRequest): Promise<Fingerprint> {
  const { connection, clock, directory } = request;
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(request.signal ? [request.signal] : [])]);
  try {
    const tables = await listTables(session);
    const frozen = { connection, tables, clock, signal };
    const open = async () => {
      const at = clock.now().toISOString();
      const running = startDump(tables, { ...request, signal });
      // Checked below.
      running.ended.catch(() => undefined);
      await running.started;
      return { at, ended: running.ended };
    };
    const objects = await readSchema(session, tables);
    const source = await readSourceFacts(session, tables);
    const taken = await inOneState(session, frozen, open, async ({ at, ended }) => {
      const reading = readAll(session, tables, { ...request, signal });
      const [reads, positions] = await Promise.all([reading, ended]).catch(async (cause: unknown) => {
        // If one of them fails, the other is stopped: neither is of use alone.
        stop.abort(cause);
        await Promise.allSettled([reading, ended]);
        throw cause;
      });
      return { at, reads, positions };
    });
    await session.query('COMMIT');
    await requireUnchanged(session, objects);
    const { at, reads, positions } = taken;
    await writeSource(directory, { ...source, longestRow: Math.max(0, ...reads.map(({ longestRow }) => longestRow)) });
    return {
      at,
      tables: reads.map(({ fingerprint }) => fingerprint),
      sequences: sequencesOf(positions, tables, reads),
      objects,
      definedBy: lineOf(session.server),
    };
  } catch (cause) {
    request.signal?.throwIfAborted();
    throw databaseFailure(cause, 'Taking the backup', notTaken);
  }
}

/** Definitions belong to no snapshot: a migration at the same time would be half in the dump. */
async function requireUnchanged(session: Session, objects: Fingerprint['objects']): Promise<void> {
  const now = await readSchema(session, await listTables(session));
  if (JSON.stringify(now) === JSON.stringify(objects)) return;
  throw new SystemFailure({
    happened: 'The definition of a table, a view, a routine or an event was changed while the backup was taken.',
    means: notTaken,
    next: 'Wait until whatever changes them has ended, such as a migration, then run the step again.',
  });
}

interface Running {
  /** Resolves when it sees one state of the database, whatever is written from then on. */
  readonly started: Promise<void>;
  /** Resolves when the whole dump is written. */
  readonly ended: Promise<Positions>;
}

/** The first line that the program prints after it has opened its snapshot. */
const afterStart = /^-- (?:Setting savepoint|Retrieving|Releasing|Disconnecting)/;

/** Nobody can write until it has: a program that does not get there is ended. */
const longestStartMilliseconds = 30_000;

function startDump(tables: readonly Table[], request: DumpRequest & { readonly signal: AbortSignal }): Running {
  const started = Promise.withResolvers<void>();
  const late = AbortSignal.timeout(longestStartMilliseconds);
  const ended = runDump(tables, request, started.resolve);
  const isLate = () =>
    started.reject(
      new SystemFailure({
        happened: `${request.tools.dump} did not start to read within ${longestStartMilliseconds / 1000} seconds.`,
        means: notTaken,
        next: 'Check that this machine reaches the server without delay, then run the step again.',
      }),
    );
  late.addEventListener('abort', isLate, { once: true });
  // Whatever it ends with: then there is nothing to wait for.
  ended.then(() => started.resolve(), started.reject);
  return { started: started.promise, ended };
}

async function runDump(
  tables: readonly Table[],
  request: DumpRequest & { readonly signal: AbortSignal },
  onStart: () => void,
): Promise<Positions> {
  const { connection, tools, directory, processes, environment, log, signal } = request;
  const positions = positionsReader();
  const lines = dumpLines(positions.beginnings, (line) => {
    positions.see(line);
    return line;
  });
  const written = Promise.withResolvers<void>();
  pipeline(lines, createGzip({ level: 1 }), createWriteStream(join(directory, dumpName)), (cause) =>
    cause ? written.reject(cause) : written.resolve(),
  );
  written.promise.catch(() => undefined);
  let done = 0;
  const result = await withLogin(connection, tools, environment, (login) =>
    processes.run({
      argv: [tools.dump, login, ...dumpOptions(tools, tables), connection.database],
      environment,
      output: lines,
      onLine: (line) => {
        if (afterStart.test(line)) onStart();
        if (/^-- Retrieving rows/.test(line)) {
          done += 1;
          log.progress({ text: 'Dumping tables', done, total: tables.length });
        }
      },
      signal,
    }),
  );
  requireSuccess(result, tools.dump, notTaken);
  await written.promise;
  return positions.found;
}

/** https://mariadb.com/kb/en/mariadb-dump/, https://dev.mysql.com/doc/refman/8.4/en/mysqldump.html */
function dumpOptions({ made }: Tools, tables: readonly Table[]): string[] {
  return [
    '--verbose',
    '--single-transaction',
    '--quick',
    '--routines',
    '--triggers',
    '--events',
    '--hex-blob',
    '--tz-utc',
    '--default-character-set=utf8mb4',
    '--max-allowed-packet=1G',
    '--net-buffer-length=1M',
    '--skip-dump-date',
    // Each would need a right on the whole server.
    '--no-tablespaces',
    '--skip-add-locks',
    // The target database was emptied: anything left in it should be noticed.
    '--skip-add-drop-table',
    ...(made.flavour === 'MySQL' ? ['--set-gtid-purged=OFF', '--column-statistics=0'] : []),
    ...(tables.some(({ isVersioned }) => isVersioned) ? ['--dump-history'] : []),
  ];
}
