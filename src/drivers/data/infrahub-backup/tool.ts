import { SystemFailure } from '../../../core/messages/errors.ts';
import { countText, durationText } from '../../../core/messages/quantities.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { Log } from '../../../world/log.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import { lastWords } from './installation.ts';

/** Milliseconds. */
export interface ToolLimits {
  readonly tasks: number;
  readonly whole: number;
}

export interface ToolCall {
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** The vendor's program, with every switch set by us that it could otherwise take from a variable. */
export interface Tool {
  version(signal: AbortSignal): Promise<string>;
  /** Writes one archive into a folder. @returns when it started to stop services; undefined if it stopped none */
  create(request: ToolCall & { readonly directory: string; readonly limits: ToolLimits }): Promise<Date | undefined>;
  restore(
    request: ToolCall & { readonly file: string; readonly isCopy: boolean; readonly within: number },
  ): Promise<void>;
}

interface Chosen {
  readonly program: string;
  readonly project: string;
  readonly withTaskManager: boolean;
}

const failedLine = /level=(?:error|fatal)\b.*msg="?(?<text>.*?)"?$/;

export function openTool({ program, project, withTaskManager }: Chosen, { effects }: PartContext): Tool {
  // INFRAHUB_REDACT would destroy the live data, INFRAHUB_FORCE would not wait for tasks, so variables are ignored.
  const environment = Object.fromEntries(
    Object.entries(childEnvironment(effects, [])).filter(([name]) => !name.startsWith('INFRAHUB_')),
  );
  const exclude = withTaskManager ? [] : ['--exclude-taskmanager'];
  const run = async (
    args: readonly string[],
    { log, signal }: ToolCall,
    onLine: (line: string) => void,
  ): Promise<{ readonly exitCode: number | undefined; readonly last: string }> => {
    let last = '';
    const result = await effects.processes.run({
      argv: [program, `--project=${project}`, '--log-format=text', ...args],
      directory: effects.directory,
      environment,
      signal: AbortSignal.any([effects.signal, signal]),
      onLine: (line) => {
        log.output(line);
        onLine(line);
        last = failedLine.exec(line)?.groups?.text ?? last;
      },
    });
    return { exitCode: result.exitCode, last: last === '' ? result.stderr : last };
  };
  const failed = (what: string, last: string, means: string, next: string): SystemFailure =>
    new SystemFailure({ happened: `${what}${lastWords(effects.pen.text(last))}.`, means, next });

  return {
    version: async (signal) => {
      let found = '';
      const call = { log: { ...effects.log, output: () => undefined }, signal };
      await run(['version'], call, (line) => {
        found = /Version: (?<version>[^\s"]+)/.exec(line)?.groups?.version ?? found;
      });
      return found === '' ? 'unknown' : found;
    },

    create: async ({ directory, limits, log, signal }) => {
      let [stoppedAt, mayGoOn, waitsFor]: [Date | undefined, boolean, string] = [undefined, false, ''];
      const tasks = new AbortController();
      const whole = AbortSignal.timeout(limits.whole);
      const timer = setTimeout(() => {
        if (!mayGoOn) tasks.abort();
      }, limits.tasks);
      const args = ['create', `--backup-dir=${directory}`, ...exclude, '--redact=false', '--s3-upload=false'];
      try {
        const { exitCode, last } = await run(
          args,
          { log, signal: AbortSignal.any([signal, tasks.signal, whole]) },
          (line) => {
            if (/No running tasks detected/.test(line)) mayGoOn = true;
            if (/There are running \d+ tasks/.test(line)) waitsFor = line;
            if (/Stopping Infrahub application services/.test(line)) stoppedAt ??= effects.clock.now();
          },
        );
        if (exitCode === 0) return stoppedAt;
        throw failed(
          'infrahub-backup took no backup',
          last,
          'Whether it has stopped services of Infrahub is in its output; those that ran before are started again.',
          'Read its output in the log, correct the cause, and run the step again.',
        );
      } catch (error) {
        if (tasks.signal.aborted && !signal.aborted && !effects.signal.aborted) throw tasksRun(waitsFor, limits.tasks);
        if (whole.aborted && !signal.aborted && !effects.signal.aborted) throw tooLong('backup', limits.whole);
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },

    restore: async ({ file, isCopy, within, log, signal }) => {
      let isComplete = false;
      const whole = AbortSignal.timeout(within);
      const args = ['restore', file, ...exclude, `--reset-deployment-id=${isCopy}`];
      try {
        const { exitCode, last } = await run(args, { log, signal: AbortSignal.any([signal, whole]) }, (line) => {
          if (/Restore completed successfully/.test(line)) isComplete = true;
        });
        if (exitCode === 0 && isComplete) return;
        throw failed(
          exitCode === 0
            ? 'infrahub-backup exited with 0, but did not say that its restore was completed'
            : 'infrahub-backup did not restore the backup',
          last,
          'What is there now may be half of it, and services of Infrahub may be stopped.',
          'Read its output in the log, correct the cause, and run the step again: it restores from the start.',
        );
      } catch (error) {
        if (whole.aborted && !signal.aborted && !effects.signal.aborted) throw tooLong('restore', within);
        throw error;
      }
    },
  };
}

function tasksRun(line: string, limit: number): SystemFailure {
  const tasks = /There are running (?<count>\d+) tasks/.exec(line)?.groups?.count;
  return new SystemFailure({
    happened: `Infrahub has worked on ${tasks === undefined ? 'tasks' : countText(Number(tasks), 'task')} for longer than ${durationText(limit)} ("tasks-within").`,
    means: 'A backup beside them would hold half of what they do. None was taken, and nothing was stopped.',
    next: 'Look at them in the task manager, let them end or cancel them, then run again. Or allow more time.',
  });
}

function tooLong(what: string, limit: number): SystemFailure {
  return new SystemFailure({
    happened: `The ${what} by infrahub-backup had not ended after ${durationText(limit)} ("timeout").`,
    means: 'It was ended.',
    next: 'Find out what takes so long, or allow more time. Then run the step again.',
  });
}
