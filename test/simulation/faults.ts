import type { EnvironmentName } from '../../src/core/model/hop.ts';
import type { Random } from './random.ts';

/** How often, from 0 to 1, a thing goes wrong where it can. */
const rates = {
  probeFails: 0.08,
  probeTimesOut: 0.03,
  healthFlaps: 0.1,
  stagingLies: 0.05,
  productionLies: 0.05,
  smokeFails: 0.1,
  journalReadFails: 0.01,
  journalAddFails: 0.01,
  journalAnswerLost: 0.01,
  journalStale: 0.2,
  journalSlow: 0.2,
  diskFull: 0.2,
  storeFails: 0.03,
  backupLosesRows: 0.2,
  toolFails: 0.12,
  toolDoesNothing: 0.08,
  hookFails: 0.05,
  stopsLate: 0.3,
  serverHangs: 0.12,
  serverCrashes: 0.1,
  migrationFails: 0.4,
  migrationCrashes: 0.6,
  deferralIgnored: 0.2,
  startCallFails: 0.15,
  startIsLost: 0.3,
  jobWaits: 0.5,
  migrationIsQuick: 0.5,
  slow: 0.35,
  githubFails: 0.25,
  githubLimited: 0.04,
  githubLosesLink: 0.3,
  githubCutsOff: 0.1,
  deferralQueues: 0.4,
} as const;

export type Fault = keyof typeof rates;

/** What goes wrong in a world with requested features. */
export interface RequestedFaults {
  /** Each as often as it ever is. */
  readonly faults: readonly Fault[];
  /** They start with the first hop that has passed its rehearsal. */
  readonly areLate?: boolean;
}

/** What can go wrong in one scenario: a few kinds of faults, each often enough to matter. */
export class Faults {
  readonly #random: Random;
  readonly #rates = new Map<Fault, number>();
  /** Nothing goes wrong until they are switched on. */
  #asleep = false;

  /** @param wished these and no others, in a world with requested features */
  constructor(random: Random, wished?: RequestedFaults) {
    this.#random = random;
    if (wished !== undefined) {
      for (const fault of wished.faults) this.#rates.set(fault, rates[fault]);
      this.#asleep = wished.areLate === true;
      return;
    }
    if (random.chance(0.1)) return;
    const share = random.pick([0.1, 0.25, 0.4]);
    // The fewer faults, the further a run gets.
    const severity = random.pick([0.25, 0.25, 1]);
    for (const fault of names) if (random.chance(share)) this.#rates.set(fault, severity * rates[fault]);
    this.#asleep = random.chance(0.4);
    // What takes long is not a fault, and much comes of it.
    if (random.chance(0.5)) this.#rates.set('slow', rates.slow);
  }

  get active(): string {
    return [...this.#rates.keys()].join(', ') || 'none';
  }

  /** Whether any of these can happen here. */
  has(...faults: readonly Fault[]): boolean {
    return faults.some((fault) => this.#rates.has(fault));
  }

  /** A server may report a version that it does not run, until the faults are over. */
  lie(on: EnvironmentName): boolean {
    return this.has(on === 'staging' ? 'stagingLies' : 'productionLies');
  }

  /** Whether a look at a server may be inconclusive. */
  get hidesServers(): boolean {
    return this.has('probeFails', 'probeTimesOut', 'healthFlaps', 'stagingLies', 'productionLies');
  }

  /** A path has reached production: from here on things go wrong. */
  wake(): void {
    this.#asleep = false;
  }

  happens(fault: Fault): boolean {
    if (this.#asleep && fault !== 'slow') return false;
    const rate = this.#rates.get(fault);
    return rate !== undefined && this.#random.chance(rate);
  }

  /** From here on everything works. */
  end(): void {
    this.#rates.clear();
  }
}

function isFault(name: string): name is Fault {
  return name in rates;
}
const names: readonly Fault[] = Object.keys(rates).filter(isFault);
