import type { JournalEvent } from '../../src/core/model/event.ts';
import type { EnvironmentName } from '../../src/core/model/hop.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

/** How old a reading of the journal may be when a decision is made from it. */
const slowestMilliseconds = 10_000;

interface InPlace {
  readonly digest: string;
  readonly at: number;
}

/** Whether a deploy whose command succeeded is run again while its release serves: a needless outage for users. */
export class DeployAccount {
  readonly #world: World;
  readonly #inPlace = new Map<EnvironmentName, InPlace>();

  constructor(world: World) {
    this.#world = world;
  }

  recorded(event: JournalEvent, process: SimulatedProcess): void {
    switch (event.type) {
      case 'put-in-place':
        if (event.release === 'to') {
          this.#inPlace.set(event.environment, { digest: event.hop.digest, at: this.#world.time.now });
          return;
        }
        break;
      case 'deploying':
        if (event.release === 'to') this.#judge(event, process);
        break;
      case 'restoring':
      case 'rolling-back':
        break;
      default:
        return;
    }
    this.#inPlace.delete(event.environment);
  }

  #judge({ environment, hop, version }: Extract<JournalEvent, { type: 'deploying' }>, process: SimulatedProcess): void {
    const { faults, judge } = this.#world;
    const { isUp, running, upSince, fading } = this.#world[environment];
    const inPlace = this.#inPlace.get(environment);
    if (inPlace?.digest !== hop.digest || process.wasFrozen) return;
    const seenAt = process.askedAt[environment];
    const isSeen = isUp && running === version && upSince < seenAt && (fading?.until ?? 0) < seenAt;
    if (!isSeen || faults.hidesServers || seenAt - inPlace.at < slowestMilliseconds) return;
    judge.violated('no deploy that ended well is run again', `${process.title} deploys ${version} on ${environment}`);
  }
}
