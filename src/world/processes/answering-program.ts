import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A program of ours that answers questions one after the other, in a process that can be ended at any time. */
export interface AnsweringProgram {
  /** Rejects if `signal` is aborted. A question without an answer ends the program; the next one starts it again. */
  ask(question: string, signal: AbortSignal): Promise<Answered>;
  /** Ends it if it runs. */
  close(): void;
}

export type Answered =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'too-long' }
  /** It ended, as a process without enough memory does, or its answer was too long. */
  | { readonly kind: 'too-much' };

export interface AnswerLimits {
  /** For one question, with the start of the program. */
  readonly milliseconds: number;
  readonly bytes: number;
}

/**
 * Started by the first question, and kept for the next. It does not keep this process from ending, and must itself end with
 * its standard input.
 * @param file reads a question from each line, and writes its answer in one line
 */
export function answeringProgram(file: URL, limits: AnswerLimits): AnsweringProgram {
  let running: Conversation | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const close = (): void => {
    running?.end();
    running = undefined;
  };
  const askNow = async (question: string, signal: AbortSignal): Promise<Answered> => {
    signal.throwIfAborted();
    running ??= converse(file, limits.bytes);
    const { promise, resolve, reject } = Promise.withResolvers<Answered>();
    // Until there is an answer, this timer keeps the process from ending.
    const timer = setTimeout(() => resolve({ kind: 'too-long' }), limits.milliseconds);
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    running.ask(question, resolve);
    try {
      const answered = await promise;
      if (answered.kind !== 'answer') close();
      return answered;
    } catch (error) {
      close();
      throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  };
  return {
    ask: (question, signal) => {
      const asked = turn.then(() => askNow(question, signal));
      turn = asked.catch(() => undefined);
      return asked;
    },
    close,
  };
}

interface Conversation {
  ask(question: string, answered: (answer: Answered) => void): void;
  end(): void;
}

function converse(file: URL, maxBytes: number): Conversation {
  const program = spawn(process.execPath, ['--no-warnings', fileURLToPath(file)], {
    // It gets no secret, and none of the Node.js options of this process.
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    // Ctrl-C only reaches this process, which ends the program.
    detached: true,
  });
  let ended = false;
  let listener: (answer: Answered) => void = () => undefined;
  let chunks: Buffer[] = [];
  let bytes = 0;
  const onEnd = (): void => {
    ended = true;
    listener({ kind: 'too-much' });
  };
  program.on('error', onEnd);
  program.on('exit', onEnd);
  // A program that has ended reads nothing more, which its end has already reported.
  program.stdin.on('error', () => undefined);
  program.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > maxBytes) listener({ kind: 'too-much' });
    else if (chunk.includes('\n')) {
      const text = Buffer.concat(chunks).toString('utf8');
      [chunks, bytes] = [[], 0];
      listener({ kind: 'answer', text });
    }
  });
  program.unref();
  // The pipes to a child are sockets, although their types do not say so.
  for (const pipe of [program.stdin, program.stdout]) if (pipe instanceof Socket) pipe.unref();
  return {
    ask: (question, answered) => {
      listener = answered;
      if (ended) onEnd();
      else program.stdin.write(`${question}\n`);
    },
    end: () => program.kill('SIGKILL'),
  };
}
