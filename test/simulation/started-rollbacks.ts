import type { JournalEvent } from '../../src/core/model/event.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** Whether a hop is started on a release that a rollback has restored and not seen to work. */
export class StartedRollbacks {
  readonly #world: World;
  #goesBackTo: string | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  recorded(event: JournalEvent, process: SimulatedProcess): void {
    if (!('environment' in event) || event.environment !== 'production') return;
    if (event.type === 'rolling-back') this.#goesBackTo = event.to;
    if (event.type === 'rolled-back') this.#goesBackTo = undefined;
    if (event.type !== 'deploying') return;
    const { journal, judge, faults } = this.#world;
    const { from, id } = event.hop;
    const isSeen = process.productionAnswered && process.sawProduction === from && !faults.lie('production');
    // Of a run that a rollback has preempted only the record is left: the act after it checks the lease.
    if (this.#goesBackTo === from && isSeen && journal.owner === process.owner)
      judge.violated(
        'nothing is started before a rollback is finished',
        `${process.title} deploys ${id} on what is left`,
      );
    this.#goesBackTo = undefined;
  }
}
