import { join } from 'node:path';
import type { Log } from '../../../world/log.ts';
import type { Processes, ProcessResult } from '../../../world/processes/process.ts';
import { isOfTheBackup } from './causes.ts';
import { type Connection, connectionEnvironment, databaseArgument, type SessionPin } from './connection.ts';
import { archiveName, moneyOptions } from './dump.ts';
import { requireSuccess } from './failure.ts';
import { writeListFile } from './list-file.ts';
import type { Pass } from './passes.ts';
import { toolError } from './redaction.ts';
import type { SourceFacts } from './source.ts';
import type { Tools } from './tools.ts';

export interface RunRestore {
  readonly connection: Connection;
  readonly tools: Tools;
  readonly directory: string;
  readonly source: SourceFacts;
  readonly serverMajor: number;
  readonly jobs: number;
  readonly flags: readonly string[];
  readonly pin: SessionPin;
  /** What a failure means. */
  readonly incomplete: string;
  /** What pg_restore inherits, without the connection. */
  readonly environment: Readonly<Record<string, string>>;
  readonly processes: Processes;
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
}

/** Runs pg_restore on some entries of the archive, and again on those that may succeed a second time. */
export async function runRestore(pass: Pass, request: RunRestore): Promise<void> {
  let left = pass.entries;
  while (left.length > 0) {
    const failed = new Set<string>();
    const result = await runOnce({ ...pass, entries: left }, request, (dumpId) => failed.add(dumpId));
    const again = pass.untilNoneFails && result.exitCode === 1 ? left.filter(({ dumpId }) => failed.has(dumpId)) : [];
    if (again.length === 0 || again.length === left.length) {
      requireSuccess(result, 'pg_restore', request.incomplete, adviceFor(result));
      return;
    }
    left = again;
  }
}

function adviceFor(result: ProcessResult): string {
  return isOfTheBackup(toolError(result.stderr) ?? '')
    ? "What refuses is in the backup itself: production's own rows or definitions. Correct them on production, then take a new backup; restoring this one again ends the same way."
    : 'Remove the cause, then run the restore again: it starts from an empty database.';
}

/** While some wait for the disk or for a lock, others compute: indexes of one table are built while another one is loaded. */
const jobsForOne = 2;

async function runOnce(
  { entries, section, untilNoneFails, serial }: Pass,
  request: RunRestore,
  onFailed: (dumpId: string) => void,
): Promise<ProcessResult> {
  const { tools, directory, jobs, processes, log, signal, connection, pin } = request;
  return await writeListFile(entries, async (listFile) => {
    let started = 0;
    return await processes.run({
      argv: [
        tools.pgRestore,
        databaseArgument(connection),
        `--jobs=${serial ? 1 : jobs * jobsForOne}`,
        ...(untilNoneFails ? [] : ['--exit-on-error']),
        ...(section === undefined ? [] : [`--section=${section}`]),
        '--no-password',
        // A restored subscription would take over the stream of the server that it was copied from.
        '--no-subscriptions',
        '--verbose',
        `--use-list=${listFile}`,
        ...request.flags,
        join(directory, archiveName),
      ],
      environment: connectionEnvironment(connection, request.environment, { ...pin, options: optionsOf(request) }),
      onLine: (line) => {
        const table = /processing data for table "(?<table>.*)"$/.exec(line)?.groups?.table;
        if (table !== undefined) log.progress({ text: 'Restoring tables', done: ++started });
        const failed = /from TOC entry (?<dumpId>\d+);/.exec(line)?.groups?.dumpId;
        if (failed !== undefined) onFailed(failed);
      },
      ...(signal && { signal }),
    });
  });
}

/** pg_restore lifts other time limits by itself; one of its workers may wait long for another. */
function optionsOf({ pin, serverMajor, source }: RunRestore): string {
  return [
    pin.options,
    // If the server crashes, the restore starts again, and the last statement of a restore waits for all before it.
    '-c synchronous_commit=off',
    ...(serverMajor >= 14 ? ['-c idle_session_timeout=0'] : []),
    ...(source.money ? [moneyOptions] : []),
  ].join(' ');
}
