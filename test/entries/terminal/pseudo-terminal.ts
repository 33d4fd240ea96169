import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { until } from '../../support/until.ts';

/** A program at a real pseudo-terminal, as a person has it. */
export interface TerminalSession {
  readonly pid: number;
  /** Everything that was shown so far. */
  shown(): string;
  /** Resolves when the text is shown; rejects when the program ends without it. */
  until(text: string | RegExp): Promise<void>;
  type(keys: string): void;
  signal(name: NodeJS.Signals): void;
  /** Closes the terminal's window. */
  hangUp(): void;
  /** Resolves with the exit code; a signal counts as 128 plus its number, as in a shell. */
  readonly ended: Promise<number>;
}

export interface TerminalRequest {
  readonly argv: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Of the window; wide where it does not matter. */
  readonly columns?: number;
}

/** Python's standard library has pseudo-terminals, which Node.js has not: the helper copies between one and its pipes. */
const helper = join(import.meta.dirname, 'pseudo-terminal.py');

export async function atTerminal({
  argv,
  directory,
  environment,
  columns = 200,
}: TerminalRequest): Promise<TerminalSession> {
  const python = spawn('python3', [helper, String(columns), ...argv], {
    cwd: directory,
    env: { ...environment, TERM: 'xterm-256color' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let shown = '';
  let said = '';
  // A chunk may end within a character, which the stream then keeps for the next one.
  python.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  python.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let isClosed = false;
  const closed = once(python, 'close').then(() => {
    isClosed = true;
  });
  const numberAfter = async (word: string): Promise<number> => {
    const found = () => new RegExp(`^${word} (-?\\d+)$`, 'm').exec(said)?.[1];
    await until(`the pseudo-terminal says "${word}"`, () => found() !== undefined || isClosed);
    assert.ok(found() !== undefined, `the pseudo-terminal did not say "${word}": ${said}\nShown was: ${shown}`);
    return Number(found());
  };
  const pid = await numberAfter('pid').catch((error: unknown) => {
    python.kill('SIGKILL');
    throw error;
  });
  return {
    pid,
    shown: () => shown,
    until: async (text) => {
      const isShown = () => (typeof text === 'string' ? shown.includes(text) : text.test(shown));
      await until(`"${text}" is shown`, () => isShown() || isClosed).catch(() => undefined);
      assert.ok(isShown(), `"${text}" was never shown, but: ${shown}`);
    },
    type: (keys) => {
      python.stdin.write(keys);
    },
    signal: (name) => {
      process.kill(pid, name);
    },
    hangUp: () => {
      python.stdin.end();
    },
    ended: closed.then(() => numberAfter('ended')),
  };
}
