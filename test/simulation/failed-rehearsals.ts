import type { HopReference, JournalEvent } from '../../src/core/model/event.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** How old a reading of the journal may be when a decision is made from it. */
const slowestMilliseconds = 10_000;

/** Whether a rehearsal in which something has failed passes in the end: production would find the same. */
export class FailedRehearsals {
  readonly #world: World;
  /** By hop, when the first failure since its copy came was written down. */
  readonly #failed = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
  }

  recorded(event: JournalEvent, process: SimulatedProcess): void {
    const { time, judge } = this.#world;
    if (event.type === 'restored' || event.type === 'carried-over') this.#failed.delete(keyOf(event.hop));
    if (event.type === 'ended' && event.environment === 'staging' && event.outcome === 'failed') {
      const key = keyOf(event.hop);
      if (!this.#failed.has(key)) this.#failed.set(key, time.now);
    }
    if (event.type !== 'rehearsed' || process.wasFrozen) return;
    const failedAt = this.#failed.get(keyOf(event.hop));
    if (failedAt === undefined || time.now - failedAt < slowestMilliseconds) return;
    judge.violated(
      'no promotion without a passed rehearsal of the same digest',
      `${process.title} records it of ${event.hop.id}, of which a step has failed on the same copy`,
    );
  }
}

function keyOf({ id, digest }: HopReference): string {
  return `${id} ${digest}`;
}
