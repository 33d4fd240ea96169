import type { Entry, JournalEvent } from '../../src/core/model/event.ts';
import type { EnvironmentName } from '../../src/core/model/hop.ts';
import { validationMilliseconds } from './configuration.ts';
import { wasWindowOpen } from './maintenance-window.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** Whether production is changed only when it may be, and tested for as long as required. */
export class TimingJudge {
  readonly #world: World;
  /** When a process started the tests of production that it has not recorded yet. */
  readonly #testedSince = new Map<SimulatedProcess, number>();

  constructor(world: World) {
    this.#world = world;
  }

  tested(process: SimulatedProcess, on: EnvironmentName): void {
    if (on === 'production' && !this.#testedSince.has(process)) this.#testedSince.set(process, this.#world.time.now);
  }

  recorded(event: JournalEvent, process: SimulatedProcess): void {
    if (event.type === 'deploying' || event.type === 'migrating') this.#window(event, process);
    if (event.type === 'smoke-tested' && event.environment === 'production') this.#validation(process);
    // A renewed lease says nothing about what is done under it.
    if (event.type !== 'lease-renewed') this.#testedSince.delete(process);
  }

  /** What was started may be finished at any time; a rollback ends what was started. */
  #window(event: Extract<JournalEvent, { type: 'deploying' | 'migrating' }>, process: SimulatedProcess): void {
    const { windows, journal, time, judge } = this.#world;
    if (!windows || event.environment !== 'production') return;
    const own = journal.entries.filter(({ event: other }) => 'hop' in other && other.hop.digest === event.hop.digest);
    const back = own.findLastIndex((entry) => entry.event.type === 'rolled-back' && isOnProduction(entry));
    const isStarted =
      own.slice(back + 1).filter((entry) => entry.event.type === event.type && isOnProduction(entry)).length > 1;
    if (isStarted || wasWindowOpen(time.now + process.skew, process.wasFrozen ? 45 : 10)) return;
    judge.violated('no promotion outside of its window', `${process.title}: ${event.type} ${event.hop.id}`);
  }

  #validation(process: SimulatedProcess): void {
    const { validates, time, judge } = this.#world;
    const since = this.#testedSince.get(process);
    if (!validates || (since !== undefined && time.now - since >= validationMilliseconds)) return;
    const seconds = since === undefined ? 0 : Math.round((time.now - since) / 1000);
    judge.violated('no hop counts before its validation is over', `${process.title} tested for ${seconds} s`);
  }
}

function isOnProduction({ event }: Entry): boolean {
  return 'environment' in event && event.environment === 'production';
}
