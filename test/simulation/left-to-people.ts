import type { JournalEvent } from '../../src/core/model/event.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** How old a reading of the journal may be when a decision is made from it. */
const slowestMilliseconds = 10_000;

interface Stop {
  readonly at: number;
  readonly what: string;
}

/** Whether a scheduled run leaves alone what only a person may start again. */
export class LeftToPeople {
  readonly #world: World;
  /** The digests of the hops that are being climbed. */
  #climbed: ReadonlySet<string> = new Set();
  #stop: Stop | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  recorded(event: JournalEvent, process: SimulatedProcess): void {
    if (event.type === 'planned' && event.operation === 'climb') {
      if (process.isScheduled) this.#judge(process);
      this.#climbed = new Set(event.hops.map(({ digest }) => digest));
      this.#stop = undefined;
    }
    if (!('hop' in event) || !this.#climbed.has(event.hop.digest)) return;
    const isBack = event.type === 'rolled-back' && event.environment === 'production';
    const isBad = event.type === 'ended' && event.outcome !== 'waiting';
    if (isBack || isBad) this.#stop ??= { at: this.#world.time.now, what: `${event.type} of ${event.hop.id}` };
  }

  #judge(process: SimulatedProcess): void {
    const { time, judge } = this.#world;
    if (this.#stop === undefined || process.wasFrozen || time.now - this.#stop.at < slowestMilliseconds) return;
    judge.violated(
      'what failed or was taken back is left to people',
      `${process.title} continues after ${this.#stop.what}`,
    );
  }
}
