import type { HopReference, RunIdentity } from '../../src/core/model/event.ts';
import type { EnvironmentName } from '../../src/core/model/hop.ts';
import type { Clock } from '../../src/world/clock.ts';
import { toleranceMilliseconds } from './journal-record.ts';
import type { World } from './world.ts';

/** What happens to a process: `at` counts the moments at which it sends or receives something. */
export interface Fate {
  readonly kind: 'killed' | 'cancelled' | 'frozen';
  readonly at: number;
}

export interface ProcessParts {
  readonly world: World;
  readonly run: RunIdentity;
  readonly title: string;
  /** How many milliseconds the clock of its machine is ahead. */
  readonly skew: number;
  readonly fate: Fate | undefined;
  /** The edition of the configuration that it was given. */
  readonly edition: number;
  /** It has gates before its acts; otherwise a person typed that very command. */
  readonly isAttended: boolean;
  /** A person typed the hop's id: production's database may be replaced. */
  readonly isConfirmed: boolean;
  /** What a person typed as confirmation of a rollback. */
  readonly confirmed: string | undefined;
  /** It was started with the variable that stops promotion. */
  readonly isFrozen: boolean;
  /** A rollback does not wait for the lease. */
  readonly mayPreempt: boolean;
  /** Nobody started it. */
  readonly isScheduled: boolean;
  /** Its starter asks for a failed migration to be started again. */
  readonly asksRetry: boolean;
}

export interface Request<T> {
  readonly name: string;
  /** Happens where the request arrives; what it throws is the answer. */
  readonly serve: () => T | Promise<T>;
  /** Longest milliseconds of the way there and of the way back. */
  readonly way?: number;
  /** Milliseconds that the other side takes. */
  readonly takes?: number;
  readonly signal?: AbortSignal | undefined;
}

/** The last reading of the journal that a process made. */
export interface Reading {
  /** Who held the lease, by what was read. */
  readonly owner: string | undefined;
  readonly answeredAt: number;
}

/** A process of ours on some machine. After it is killed nothing that it waited for ever comes. */
export class SimulatedProcess {
  readonly world: World;
  readonly run: RunIdentity;
  readonly owner: string;
  readonly title: string;
  readonly edition: number;
  readonly isAttended: boolean;
  readonly isConfirmed: boolean;
  readonly confirmed: string | undefined;
  readonly isFrozen: boolean;
  readonly mayPreempt: boolean;
  readonly isScheduled: boolean;
  readonly asksRetry: boolean;
  readonly skew: number;
  readonly clock: Clock;
  readonly died: Promise<'died'>;
  alive = true;
  wasFrozen = false;
  lastReading: Reading | undefined;
  /** The last hop that it announced to deploy on production. */
  deploying: HopReference | undefined;
  /** What production was, as far as the world knows, when this process last asked for its version. */
  sawProduction: string | undefined;
  /** When that was. */
  lookedAt = 0;
  /** When it last asked each server for its health, and when it had it stopped; 0: never. */
  readonly askedAt: Record<EnvironmentName, number> = { production: 0, staging: 0 };
  readonly stoppedAt: Record<EnvironmentName, number> = { production: 0, staging: 0 };
  /** Whether the previous release may have answered in its place. */
  sawFading = false;
  /** Whether it learned it. */
  productionAnswered = false;
  readonly #cancel = new AbortController();
  readonly #fate: Fate | undefined;
  #announceDeath: (word: 'died') => void = () => undefined;
  #moments = 0;
  #frozenUntil = 0;

  constructor(parts: ProcessParts) {
    const { world, run, title, skew, fate } = parts;
    this.world = world;
    this.run = run;
    this.owner = ownerName(run);
    this.title = title;
    this.edition = parts.edition;
    this.isAttended = parts.isAttended;
    this.isConfirmed = parts.isConfirmed;
    this.confirmed = parts.confirmed;
    this.isFrozen = parts.isFrozen;
    this.mayPreempt = parts.mayPreempt;
    this.isScheduled = parts.isScheduled;
    this.asksRetry = parts.asksRetry;
    this.skew = skew;
    this.#fate = fate;
    this.died = new Promise((resolve) => {
      this.#announceDeath = resolve;
    });
    this.clock = {
      now: () => new Date(world.time.now + skew),
      sleep: (milliseconds, signal) => this.#sleep(milliseconds, signal),
    };
  }

  /** Aborted when the process gets SIGINT. */
  get signal(): AbortSignal {
    return this.#cancel.signal;
  }

  /** Undefined while nothing has happened to it. */
  get end(): 'killed' | 'cancelled' | undefined {
    if (!this.alive) return 'killed';
    return this.signal.aborted ? 'cancelled' : undefined;
  }

  kill(): void {
    if (!this.alive) return;
    this.alive = false;
    this.world.say(`${this.title}: KILLED`);
    this.#announceDeath('died');
  }

  /** What follows SIGINT: ten seconds later it is killed, as GitHub does. */
  cancel(): void {
    if (!this.alive || this.signal.aborted) return;
    this.world.say(`${this.title}: SIGINT`);
    this.#cancel.abort(new Error('stopped by SIGINT'));
    this.world.time.after(10_000, () => this.#ended || this.kill());
  }

  #ended = false;
  /** It ended by itself: nothing can happen to it any more. */
  finish(): void {
    this.#ended = true;
  }

  request<T>({ name, serve, way = 300, takes = 0, signal }: Request<T>): Promise<T> {
    const { world } = this;
    const random = world.latency;
    return new Promise((resolve, reject) => {
      this.#moment();
      if (!this.alive) return;
      const abort = (): void => {
        if (this.alive) reject(signal?.reason);
      };
      if (signal?.aborted) return abort();
      signal?.addEventListener('abort', abort, { once: true });
      const arrives = random.chance(0.5);
      const deliver = (settle: () => void): void =>
        this.#receive(() => {
          signal?.removeEventListener('abort', abort);
          settle();
        });
      world.time.after(random.between(1, way), () => {
        if (!this.alive && !arrives) return;
        const back = takes + random.between(1, way);
        Promise.resolve()
          .then(serve)
          .then(
            (value) => world.time.after(back, () => deliver(() => resolve(value))),
            (error: unknown) => {
              world.say(`${this.title}: ${name}: ${error instanceof Error ? error.message : error}`);
              world.time.after(back, () => deliver(() => reject(error)));
            },
          );
      });
    });
  }

  #sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const abort = (): void => {
        if (this.alive) reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.world.time.after(milliseconds, () =>
        this.#receive(() => {
          signal?.removeEventListener('abort', abort);
          resolve();
        }),
      );
    });
  }

  #receive(settle: () => void): void {
    if (!this.alive) return;
    if (this.#frozenUntil > this.world.time.now) {
      this.world.time.at(this.#frozenUntil, () => this.#receive(settle));
      return;
    }
    this.#moment();
    if (this.alive) settle();
  }

  #moment(): void {
    this.#moments++;
    if (this.#fate === undefined || this.#moments !== this.#fate.at || this.#ended) return;
    if (this.#fate.kind === 'killed') this.kill();
    else if (this.#fate.kind === 'cancelled') this.cancel();
    else {
      const { latency, time, journal } = this.world;
      const leaseEnd = journal.leaseEndOf(this.owner);
      // The worst moment to continue is when others have started to count the lease as over.
      this.#frozenUntil =
        leaseEnd !== undefined && latency.chance(0.5)
          ? leaseEnd + toleranceMilliseconds + latency.between(0, 60_000)
          : time.now + latency.between(1, 40) * 60_000;
      this.wasFrozen = true;
      const minutes = ((this.#frozenUntil - time.now) / 60_000).toFixed(1);
      this.world.say(`${this.title}: its machine stands still for ${minutes} min`);
    }
  }
}

/** Names an attempt of a run uniquely. Built again here: what is checked must not judge itself. */
export function ownerName(run: RunIdentity): string {
  return `${run.kind} ${run.id}/${run.attempt}`;
}
