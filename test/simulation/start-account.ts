import type { EnvironmentName } from '../../src/core/model/hop.ts';
import { pendingOn } from './releases.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** A start that left no trace may be made again. */
const maxStarts = 2;

/** Counts how often each data migration was requested, on the present data: never more often than somebody asked. */
export class StartAccount {
  readonly #world: World;
  readonly #counts = new Map<string, number>();
  /** Runs whose one extra start is used up. */
  readonly #retried = new Set<SimulatedProcess>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Called before the server receives it. */
  started(process: SimulatedProcess, on: EnvironmentName): void {
    const { content } = this.#world[on].data;
    const number = content.job?.number ?? pendingOn(this.#world[on].installed, content.applied)[0]?.number;
    if (number === undefined) return;
    const { job } = content;
    const key = `${on} ${number}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    const hadFailed = job?.state === 'failed' && job.failedAt < process.askedAt[on];
    const isAsked = process.asksRetry && !this.#retried.has(process);
    if (isAsked && (hadFailed || count > maxStarts)) {
      this.#retried.add(process);
      return;
    }
    this.#counts.set(key, count);
    if (hadFailed) this.#violated(process, on, 'has failed, and nobody has asked for it');
    else if (count > maxStarts) this.#violated(process, on, `is asked for ${count} times`);
  }

  /** Other data: what was started on the previous data is gone. */
  replaced(on: EnvironmentName): void {
    for (const key of this.#counts.keys()) if (key.startsWith(`${on} `)) this.#counts.delete(key);
  }

  #violated(process: SimulatedProcess, on: EnvironmentName, what: string): void {
    const text = `${process.title} starts a migration on ${on} that ${what}`;
    this.#world.judge.violated('no migration is started more often than somebody asked', text);
  }
}
