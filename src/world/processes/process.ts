import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { SystemFailure } from '../../core/messages/errors.ts';

/** Starting child processes, as an effect: only this file really does it, except for programs of our own. */
export interface Processes {
  /** Resolves with whatever exit code the process ended with; rejects only if it could not be started or was aborted. */
  run(request: ProcessRequest): Promise<ProcessResult>;
}

export interface ProcessRequest {
  /** The program and its arguments. Never a shell line: values reach a process as arguments or variables. */
  readonly argv: readonly [string, ...string[]];
  readonly directory?: string;
  /** The *whole* environment of the child. */
  readonly environment: Readonly<Record<string, string>>;
  /** A text, or a stream that is read as fast as the child takes it; if it fails, the child is ended and `run` rejects. */
  readonly input?: string | Readable;
  /** Called with each complete line of stdout and stderr. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /** Receives stdout byte for byte; then none of it is kept in the result, and no line of it is shown. */
  readonly onOutput?: (chunk: Uint8Array) => void;
  /** Receives stdout as fast as it can, and is ended with it; if it fails, the child is ended and `run` rejects. */
  readonly output?: Writable;
  /** If aborted, the child's whole process group gets SIGTERM, then SIGKILL after `graceMilliseconds` (default 5000). */
  readonly signal?: AbortSignal;
  /** Called with the process id as soon as it is known; it is also the id of its session and group. */
  readonly onStart?: (pid: number) => void;
  readonly graceMilliseconds?: number;
}

export interface ProcessResult {
  readonly exitCode: number | undefined;
  /** The signal that ended it, if one did. */
  readonly endedBy: NodeJS.Signals | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** Longest output kept for each stream; the beginning is dropped, since the end says why a process failed. */
const keptCharacters = 1024 * 1024;

/** How long the output of an ended process is still read if something else keeps its pipes open. */
const drainMilliseconds = 1000;

export const systemProcesses: Processes = { run };

async function run(request: ProcessRequest): Promise<ProcessResult> {
  const [program] = request.argv;
  request.signal?.throwIfAborted();
  const started = performance.now();
  const child = spawned(request);
  if (child.pid !== undefined) request.onStart?.(child.pid);
  const stdout = stdoutOf(child.stdout, request);
  const stderr = collect(child.stderr, (line) => request.onLine?.(line, 'stderr'));
  child.stdin.on('error', () => undefined); // A child that does not read its input is not a failure of ours.
  if (typeof request.input !== 'object') child.stdin.end(request.input ?? '');

  /** False if nothing of the group is left. */
  const signalGroup = (signal: NodeJS.Signals | 0): boolean => {
    if (child.pid === undefined) return false;
    try {
      return process.kill(-child.pid, signal);
    } catch {
      return false;
    }
  };
  let killTimer: NodeJS.Timeout | undefined;
  let drainTimer: NodeJS.Timeout | undefined;
  let mayStillRun = false;
  const abort = (): void => {
    mayStillRun = signalGroup('SIGTERM');
    killTimer = setTimeout(() => {
      signalGroup('SIGKILL');
      mayStillRun = false;
    }, request.graceMilliseconds ?? 5000);
  };
  request.signal?.addEventListener('abort', abort, { once: true });
  const streams = streamsOf(request, child).catch((cause: unknown) => {
    abort();
    throw cause;
  });
  // Checked when the child has ended.
  streams.catch(() => undefined);

  try {
    const ended = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
      child.once('error', (cause) => reject(couldNotStart(program, cause)));
      child.once('close', (code, signal) => resolve({ code, signal }));
      // A server that the command left running may keep the pipes open for ever: the command itself has ended.
      child.once('exit', (code, signal) => {
        if (request.output !== undefined) return;
        drainTimer = setTimeout(() => {
          child.stdout.destroy();
          child.stderr.destroy();
          resolve({ code, signal });
        }, drainMilliseconds);
      });
    });
    request.signal?.throwIfAborted();
    await streams;
    return {
      exitCode: ended.code ?? undefined,
      endedBy: ended.signal ?? undefined,
      stdout: stdout.text(),
      stderr: stderr.text(),
      milliseconds: Math.round(performance.now() - started),
    };
  } finally {
    request.signal?.removeEventListener('abort', abort);
    // A script that ends at once may have left children that take longer, or that refuse to end.
    while (mayStillRun && signalGroup(0)) await delay(20);
    clearTimeout(killTimer);
    clearTimeout(drainTimer);
  }
}

/** Some errors of the system are thrown at once, others come as an event: for people they are the same. */
function spawned({ argv: [program, ...args], directory, environment }: ProcessRequest): ChildProcessWithoutNullStreams {
  try {
    return spawn(program, args, {
      cwd: directory,
      env: { ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
      // A process group of its own, so that a signal reaches grandchildren too; otherwise a shell script would leave them behind.
      detached: true,
    });
  } catch (cause) {
    throw cause instanceof Error ? couldNotStart(program, cause) : cause;
  }
}

export function couldNotStart(program: string, cause: NodeJS.ErrnoException): SystemFailure {
  const { happened, next } = whyNotStarted(program, cause);
  return new SystemFailure({ happened, means: 'Nothing was done by it.', next }, { cause });
}

function whyNotStarted(
  program: string,
  { code, message }: NodeJS.ErrnoException,
): { readonly happened: string; readonly next: string } {
  const failed = `The program "${program}" could not be started`;
  switch (code) {
    case 'ENOENT':
      return {
        happened: `The program "${program}" was not found.`,
        next: `Install "${program}" on this machine, or correct the PATH or the configuration.`,
      };
    case 'ENOTDIR':
      return {
        happened: `${failed}: a part of its path, or of the path of its working folder, is not a folder.`,
        next: 'Correct the path in the configuration.',
      };
    case 'E2BIG':
      return {
        happened: `${failed}: an argument or a variable is longer than this system takes (usually 128 KiB), or all of them together are.`,
        next: 'Put the long value into a file, and give the program the path of the file.',
      };
    case 'ERR_INVALID_ARG_VALUE':
      // Node.js quotes the value, which may be a secret.
      return {
        happened: `${failed}: an argument or a variable contains a null character, which cannot be passed to a program.`,
        next: 'Correct the value in the configuration, or the version or variable that it is made from.',
      };
    default:
      return { happened: `${failed}: ${message}.`, next: 'Check its path and its permissions.' };
  }
}

function stdoutOf(stream: Readable, { output, onOutput, onLine }: ProcessRequest): { text(): string } {
  if (output !== undefined) return { text: () => '' };
  if (onOutput === undefined) return collect(stream, (line) => onLine?.(line, 'stdout'));
  stream.on('data', onOutput);
  return { text: () => '' };
}

/** Resolves when both are done; a child that ends before it has read its input has an exit code that says so. */
async function streamsOf({ input, output }: ProcessRequest, child: ChildProcessWithoutNullStreams): Promise<void> {
  await Promise.all([
    output === undefined ? undefined : pipeline(child.stdout, output),
    typeof input === 'object' ? feed(input, child.stdin) : undefined,
  ]);
}

async function feed(input: Readable, stdin: Writable): Promise<void> {
  let failure: unknown;
  input.once('error', (cause) => {
    failure = cause;
  });
  await pipeline(input, stdin).catch((cause: unknown) => {
    // Both ends of the pipe report the same error, so only the source shows whose error it was.
    if (failure === cause && !isClosedPipe(cause)) throw cause;
  });
}

function isClosedPipe(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET';
}

function collect(stream: NodeJS.ReadableStream, onLine: (line: string) => void): { text(): string } {
  let kept = '';
  let partial = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    kept = (kept + chunk).slice(-keptCharacters);
    const lines = (partial + chunk).split('\n');
    partial = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  stream.on('end', () => {
    if (partial !== '') onLine(partial);
  });
  return { text: () => kept };
}
