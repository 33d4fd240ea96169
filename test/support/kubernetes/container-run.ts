import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: ValueFrom }[];
  readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[];
  readonly readinessProbe?: {
    readonly httpGet?: { readonly path?: string; readonly port: number | string };
    readonly periodSeconds?: number;
  };
}

export interface ValueFrom {
  readonly fieldRef?: { readonly fieldPath: string };
  readonly secretKeyRef?: { readonly name: string; readonly key: string };
}

export interface Line {
  readonly at: number;
  readonly text: string;
}

export interface ContainerLog {
  lines(previous: boolean): readonly Line[];
  /** @returns what ends it */
  follow(line: (line: Line) => void, ended: () => void): () => void;
}

type State =
  | { readonly waiting: { readonly reason: string; readonly message?: string } }
  | { readonly running: { readonly startedAt: string } }
  | { readonly terminated: { readonly exitCode: number; readonly reason: string; readonly finishedAt: string } };

/** A start is noticed soon; a ready container is checked at most as often as by a kubelet: each look is a request to a server, and takes processor time. */
const probeMilliseconds = { starting: 200, ready: 1000 };

interface Watched {
  report(): void;
  probe(): Promise<boolean>;
}

/** One container of a pod: its process, its output, and its state. */
export class ContainerRun implements ContainerLog {
  readonly container: Container;
  state: State = { waiting: { reason: 'ContainerCreating' } };
  last: State | undefined;
  restarts = 0;
  isReady = false;
  imageID = '';
  private child: ChildProcess | undefined;
  private readonly logs: Line[][] = [];
  private readonly followers = new Set<{ line(line: Line): void; ended(): void }>();

  constructor(container: Container) {
    this.container = container;
  }

  lines(previous: boolean): readonly Line[] {
    return this.logs.at(previous ? -2 : -1) ?? [];
  }

  follow(line: (line: Line) => void, ended: () => void): () => void {
    if (!('running' in this.state)) {
      ended();
      return () => undefined;
    }
    const follower = { line, ended };
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  /** Resolves with the exit code of the process. */
  async process(
    argv: readonly string[],
    environment: Readonly<Record<string, string>>,
    { report, probe }: Watched,
  ): Promise<number> {
    const [program = '', ...args] = argv;
    const log: Line[] = [];
    this.logs.push(log);
    const child = spawn(program, args, {
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.child = child;
    const write = (text: string): void => {
      const line = { at: Date.now(), text };
      log.push(line);
      for (const follower of this.followers) follower.line(line);
    };
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) write(line);
      });
    }
    this.state = { running: { startedAt: new Date().toISOString() } };
    report();
    let isOver = false;
    // One at a time: of two concurrent looks the older one could be the last to count.
    const looking = async (): Promise<void> => {
      while (!isOver) {
        const isReady = await probe();
        if (isOver || child.exitCode !== null || child.signalCode !== null) return;
        this.isReady = isReady;
        report();
        await pause(isReady ? probeMilliseconds.ready : probeMilliseconds.starting);
      }
    };
    void looking();
    const code = await new Promise<number>((resolve) => {
      child.once('error', (error) => {
        write(error.message);
        resolve(127);
      });
      child.once('close', (exitCode, signal) => resolve(exitCode ?? (signal === 'SIGKILL' ? 137 : 143)));
    });
    isOver = true;
    this.isReady = false;
    this.child = undefined;
    for (const follower of this.followers) follower.ended();
    this.followers.clear();
    return code;
  }

  async end(graceMilliseconds: number): Promise<void> {
    const { child } = this;
    if (child?.pid === undefined) return;
    const { pid } = child;
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const signal = (name: NodeJS.Signals): void => {
      try {
        process.kill(-pid, name);
      } catch {
        // It has ended by itself.
      }
    };
    signal('SIGTERM');
    const timer = setTimeout(() => signal('SIGKILL'), graceMilliseconds);
    await ended;
    clearTimeout(timer);
  }
}
