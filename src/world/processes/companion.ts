import { Readable } from 'node:stream';
import { couldNotStart, type Processes, type ProcessRequest, type ProcessResult } from './process.ts';

/** A program that serves for as long as some work runs. */
export interface Companion {
  /** Resolves when it has ended, whatever ended it. */
  readonly ended: Promise<void>;
  /** Ends it with its children, and resolves when they are gone. */
  end(): Promise<void>;
}

export type Started =
  | { readonly kind: 'serves'; readonly companion: Companion }
  /** It ended before it served anything. */
  | { readonly kind: 'ended'; readonly result: ProcessResult };

/**
 * A shell waits for the program, and beside it a watcher reads from a pipe that never gets any data. When this process is killed,
 * and so can end nothing itself, the pipe closes and the watcher ends the group. The shell outlives the program, so each process
 * has a parent that sees its end.
 */
const endedWithItsInput = `exec 3<&0 </dev/null
"$@" 3<&- &
program=$!
{ while read -r _; do :; done <&3; kill -TERM 0; } >/dev/null 2>&1 &
watcher=$!
trap '' TERM
exec 3<&- 2>/dev/null
wait "$program"
code=$?
kill -TERM 0
wait "$watcher"
exit "$code"`;
const notFound = 127;
/** A program that does not end by itself is then ended with its group. */
const graceMilliseconds = 5000;

/**
 * Resolves as soon as the program says that it serves, or has ended. Rejects with a SystemFailure if it cannot be started, and
 * with the reason of the signal if that is aborted before.
 * @param says whether a line of its output says so
 */
export async function startCompanion(
  processes: Processes,
  { argv, signal, ...request }: CompanionRequest,
  says: (line: string) => boolean,
): Promise<Started> {
  signal.throwIfAborted();
  const [program] = argv;
  const input = new Readable({ read: () => undefined });
  const overdue = new AbortController();
  const { promise: serving, resolve: serves } = Promise.withResolvers<true>();
  const running = processes.run({
    ...request,
    argv: ['/bin/sh', '-c', endedWithItsInput, 'sh', ...argv],
    input,
    signal: overdue.signal,
    onLine: (line, stream) => {
      if (stream === 'stdout' && says(line)) serves(true);
    },
  });
  const ended = running.then(
    () => undefined,
    () => undefined,
  );
  const end = async (): Promise<void> => {
    input.push(null);
    const timer = setTimeout(() => overdue.abort(), graceMilliseconds);
    await ended;
    clearTimeout(timer);
  };
  const stop = (): void => void end();
  signal.addEventListener('abort', stop, { once: true });
  const first = await Promise.race([serving, running]).finally(() => signal.removeEventListener('abort', stop));
  if (first === true) return { kind: 'serves', companion: { ended, end } };
  signal.throwIfAborted();
  if (first.exitCode === notFound) throw couldNotStart(program, Object.assign(new Error(), { code: 'ENOENT' }));
  return { kind: 'ended', result: first };
}

export interface CompanionRequest extends Pick<ProcessRequest, 'argv' | 'directory' | 'environment'> {
  readonly signal: AbortSignal;
}
