import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { Log } from '../../../world/log.ts';
import { askProgram } from '../../../world/processes/asked-program.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import { lastWords } from './failure.ts';

export interface AdminCall {
  /** The server's own: whatever the configuration of this machine names, no other is touched. */
  readonly folder: string;
  readonly database: string;
  readonly within: number;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** `neo4j-admin`, which works on the files of a server. */
export interface Admin {
  version(): Promise<string | undefined>;
  /** Writes `DATABASE.dump` into a folder. */
  dump(directory: string, call: AdminCall): Promise<void>;
  /** Writes one `.backup` into a folder. */
  backup(directory: string, from: string, call: AdminCall): Promise<void>;
  load(file: string, call: AdminCall): Promise<void>;
}

const progress = /^Files: \d+\/\d+/;

export function openAdmin(program: string, { effects }: PartContext): Admin {
  const environment = childEnvironment(effects);

  const run = async (doing: string, means: string, args: readonly string[], call: AdminCall): Promise<void> => {
    const { within, log, signal } = call;
    const whole = AbortSignal.timeout(within);
    try {
      const result = await effects.processes.run({
        argv: [program, 'database', ...args],
        directory: effects.directory,
        environment,
        signal: AbortSignal.any([effects.signal, signal, whole]),
        onLine: (line) => {
          if (!progress.test(line)) log.output(line);
        },
      });
      if (result.exitCode === 0) return;
      throw new SystemFailure({
        happened: `neo4j-admin failed while ${doing}${lastWords(effects.pen.text(causeIn(result.stderr)))}.`,
        means,
        next: 'Read its output in the log, correct the cause, then run the step again.',
      });
    } catch (error) {
      if (!whole.aborted || signal.aborted || effects.signal.aborted) throw error;
      throw new SystemFailure({
        happened: `neo4j-admin had not ended ${doing} after ${durationText(within)} ("timeout"), and was ended.`,
        means,
        next: 'Find out what takes so long, or allow more time. Then run the step again.',
      });
    }
  };

  /** Runs with a folder of its own, in which the location of the server's data is configured. */
  const inFolder = async ({ folder }: AdminCall, work: (own: string, additional: string) => Promise<void>) => {
    const own = await mkdtemp(join(tmpdir(), 'staged-upgrade-neo4j-'));
    try {
      const file = join(own, 'additional.conf');
      await writeFile(file, `server.directories.data=${folder}\n`);
      await work(own, `--additional-config=${file}`);
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  };

  return {
    version: async () => {
      const answer = await askProgram(effects.processes, { argv: [program, '--version'], environment });
      return answer?.exitCode === 0 ? answer.stdout.trim().split('\n').at(-1) : undefined;
    },
    dump: (directory, call) =>
      inFolder(call, (_, additional) =>
        run(
          'the database was dumped',
          'No backup was taken.',
          ['dump', call.database, `--to-path=${directory}`, additional],
          call,
        ),
      ),
    backup: (directory, from, call) =>
      run(
        'the database was backed up',
        'No backup was taken.',
        ['backup', call.database, `--to-path=${directory}`, `--from=${from}`, '--type=FULL'],
        call,
      ),
    load: (file, call) =>
      inFolder(call, async (own, additional) => {
        const means = 'The database may hold half of the backup, and must be restored again before it is used.';
        const overwrite = '--overwrite-destination=true';
        if (file.endsWith('.backup')) {
          const args = ['restore', call.database, `--from-path=${file}`, overwrite, additional];
          await run('the backup was restored', means, args, call);
          return;
        }
        // It looks for a file with the name of the database, which may be another one on staging.
        await symlink(file, join(own, `${call.database}.dump`));
        await run(
          'the dump was loaded',
          means,
          ['load', call.database, `--from-path=${own}`, overwrite, additional],
          call,
        );
      }),
  };
}

/** The last line only says that it failed, and how to get more detail. */
function causeIn(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const said = lines.find((line) =>
    /^Failed to (?:dump|load|backup|restore) database/.test(line.replace(/^.*\] /, '')),
  );
  return said ?? lines.filter((line) => !line.startsWith("Run with '--verbose'")).at(-1) ?? '';
}
