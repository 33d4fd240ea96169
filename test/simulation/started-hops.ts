import type { JournalEvent } from '../../src/core/model/event.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** How old a reading of the journal may be when a decision is made from it. */
const slowestMilliseconds = 10_000;

/** Whether what the finish of a started hop is on is kept: its rehearsal could never be made again. */
export class StartedHops {
  readonly #world: World;
  /** Since when, by digest. */
  readonly #startedAt = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
  }

  recorded(event: JournalEvent, process: SimulatedProcess): void {
    const { time, judge } = this.#world;
    if (!('hop' in event)) return;
    const { digest, id } = event.hop;
    const isOnProduction = !('environment' in event) || event.environment === 'production';
    if (event.type === 'deploying' && isOnProduction && !this.#startedAt.has(digest))
      this.#startedAt.set(digest, time.now);
    if (isOnProduction && ['rolled-back', 'completed', 'adopted'].includes(event.type)) this.#startedAt.delete(digest);
    const since = this.#startedAt.get(digest);
    if (event.type !== 'rehearsal-voided' || since === undefined) return;
    if (process.wasFrozen || time.now - since < slowestMilliseconds) return;
    judge.violated(
      'the path can be finished or safely left',
      `${process.title} gives up the rehearsal of ${id}, which was started on production`,
    );
  }
}
