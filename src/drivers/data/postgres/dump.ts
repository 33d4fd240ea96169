import { join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Fingerprint, SequenceFingerprint } from '../../../core/model/fingerprint.ts';
import type { Log } from '../../../world/log.ts';
import type { Processes } from '../../../world/processes/process.ts';
import { type ArchiveList, entriesOf, parseArchiveList, sequenceIn } from './archive.ts';
import { listTables, lockTables } from './catalog/tables.ts';
import { type Compression, cannotDecompress, compressArgument, missingDecompression, suffixOf } from './compression.ts';
import { readContent } from './content/read-content.ts';
import { requireSuccess } from './failure.ts';
import { contentRequest, type FingerprintRequest, readDefinitions } from './fingerprint.ts';
import { writeListFile } from './list-file.ts';
import type { Session } from './session.ts';
import { exportSnapshot, inSnapshot } from './snapshot.ts';
import { writeSource } from './source.ts';
import { readSourceFacts } from './source-facts.ts';
import { seenUpTo } from './standby.ts';
import type { Tools } from './tools.ts';

/** The name of the archive inside a backup's folder. */
export const archiveName = 'dump';

export interface DumpRequest extends Omit<FingerprintRequest, 'log'> {
  readonly directory: string;
  readonly serverMajor: number;
  readonly tools: Tools;
  readonly compression: Compression;
  /** With the connection; see connection.ts. */
  readonly environment: Readonly<Record<string, string>>;
  readonly processes: Processes;
  readonly log: Log;
  readonly finished?: ((path: string) => void) | undefined;
}

/** The text of money means another amount under another locale: it is dumped and restored under one that every server has. */
export const moneyOptions = '-c lc_monetary=C';

const notTaken = 'There is no backup; the database itself was not touched.';

/**
 * Dumps and fingerprints in one snapshot: our transaction holds it, and the sessions that read the content and pg_dump's
 * workers join it.
 * Sequences are outside of snapshots, so their values are taken from the finished archive, which is what a restore will bring.
 */
export async function dump(session: Session, request: DumpRequest): Promise<Fingerprint> {
  const taken = await inSnapshot(session, async () => {
    const snapshot = await exportSnapshot(session);
    const at = (await seenUpTo(session, request.clock)).toISOString();
    const tables = await listTables(session);
    await lockTables(session, tables);
    const { directory, serverMajor, compression } = request;
    const source = await readSourceFacts(session, { serverMajor, dumpMajor: request.tools.major, compression });
    await writeSource(directory, source);
    const environment = { ...request.environment, ...(source.money && { PGOPTIONS: moneyOptions }) };
    // If one of them fails, the others are stopped: none is of use alone.
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, ...(request.signal ? [request.signal] : [])]);
    const stopAll = (cause: unknown): never => {
      stop.abort(cause);
      throw cause;
    };
    const [counted, definitions] = await Promise.all([
      readContent(tables, {
        ...(await contentRequest(session, snapshot, request)),
        log: undefined,
        signal,
      }).catch(stopAll),
      readDefinitions(session, { ...request, signal }).catch(stopAll),
      runDump(snapshot, tables.length, { ...request, environment, signal }).catch(stopAll),
    ]);
    return { at, tables: counted, ...definitions };
  });
  const sequences = await sequencesInArchive(request);
  return { ...taken, sequences };
}

async function runDump(snapshot: string, tables: number, request: DumpRequest): Promise<void> {
  let started = 0;
  const { tools, compression, directory, jobs, environment, processes, log, signal } = request;
  const result = await processes.run({
    argv: [
      tools.pgDump,
      '--format=directory',
      `--jobs=${jobs}`,
      compressArgument(compression),
      `--snapshot=${snapshot}`,
      `--file=${join(directory, archiveName)}`,
      '--lock-wait-timeout=60000',
      '--no-password',
      '--verbose',
    ],
    environment,
    onLine: (line) => {
      const table = /dumping contents of table "(?<table>.*)"$/.exec(line)?.groups?.table;
      if (table !== undefined) log.progress({ text: 'Dumping tables', done: ++started, total: tables });
      const item = /finished item (?<id>\d+) TABLE DATA /.exec(line)?.groups?.id;
      if (item !== undefined) request.finished?.(`${archiveName}/${item}${suffixOf(compression)}`);
    },
    ...(signal && { signal }),
  });
  requireSuccess(result, 'pg_dump', notTaken, 'See the server log and the free disk space, then run the step again.');
}

/** Reads the list of the archive's content. Rejects with a SystemFailure if it is not a readable archive. */
export async function readArchive(
  request: Pick<DumpRequest, 'tools' | 'directory' | 'environment' | 'processes' | 'signal'>,
): Promise<ArchiveList> {
  const lines: string[] = [];
  const result = await request.processes.run({
    argv: [request.tools.pgRestore, '--list', join(request.directory, archiveName)],
    environment: request.environment,
    onLine: (line, stream) => {
      if (stream === 'stdout') lines.push(line);
    },
    ...(request.signal && { signal: request.signal }),
  });
  const unreadable = 'The backup cannot be read, so it cannot be used to go back. Nothing was restored from it.';
  requireSuccess(
    result,
    'pg_restore --list',
    unreadable,
    'Check the disk that holds the backup, and take another backup.',
  );
  const compression = missingDecompression(result.stderr);
  if (compression !== undefined) {
    const { happened, means, next } = cannotDecompress(compression, request.tools);
    throw new SystemFailure({ happened, means: `${means} Nothing was restored from it.`, next });
  }
  return parseArchiveList(lines.join('\n'));
}

async function sequencesInArchive(request: DumpRequest): Promise<SequenceFingerprint[]> {
  const list = await readArchive(request);
  const entries = entriesOf(list, 'SEQUENCE SET');
  if (entries.length === 0) return [];
  return writeListFile(entries, async (listFile) => {
    const found: SequenceFingerprint[] = [];
    const result = await request.processes.run({
      argv: [request.tools.pgRestore, `--use-list=${listFile}`, '--file=-', join(request.directory, archiveName)],
      environment: request.environment,
      onLine: (line, stream) => {
        const sequence = stream === 'stdout' ? sequenceIn(line) : undefined;
        if (sequence !== undefined) found.push(sequence);
      },
      ...(request.signal && { signal: request.signal }),
    });
    requireSuccess(result, 'pg_restore', notTaken, 'Take another backup.');
    if (found.length !== entries.length) {
      throw new SystemFailure({
        happened: `The archive lists ${entries.length} sequences and only ${found.length} of their values could be read.`,
        means: notTaken,
        next: `Report this, with the version of pg_dump (${request.tools.version}).`,
      });
    }
    return found;
  });
}
