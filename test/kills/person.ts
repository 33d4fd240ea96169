import type { Random } from '../simulation/random.ts';
import type { JournalFile } from './journal-files.ts';
import type { Command } from './moment.ts';

/** What a person starts next. */
export interface Start {
  readonly command: Command;
  readonly arguments: readonly string[];
}

const climb: Start = { command: 'climb', arguments: ['climb', '--yes', '--target', 'newest'] };
const rehearse: Start = { command: 'rehearse', arguments: ['rehearse', '--target', 'newest'] };
const maxRollbacks = 3;

/** Somebody who runs the same command again, follows its advice, and now and then wants to roll back. */
export class Person {
  readonly #random: Random;
  #rollbacks = 0;
  #next: Start | undefined;
  /** A rollback that was killed, and has not ended since. */
  #unfinished: Start | undefined;

  constructor(random: Random) {
    this.#random = random;
  }

  /** @param entries of the journal as it is now */
  next(entries: readonly JournalFile[]): Start {
    const next = this.#next;
    this.#next = undefined;
    if (next !== undefined) return next;
    const deployed = entries.findLast(({ event }) => event.type === 'deploying' && event.environment === 'production')
      ?.event.hop;
    if (deployed !== undefined && this.#rollbacks < maxRollbacks && this.#random.chance(0.12)) {
      this.#rollbacks += 1;
      return rollback(deployed.id);
    }
    return this.#random.chance(0.08) ? rehearse : climb;
  }

  /** For a path that has to be finished: nobody wants to roll back any more. */
  finish(): Start {
    const next = this.#next;
    this.#next = undefined;
    return next ?? climb;
  }

  /**
   * Reads the message at the end of a run, and follows it next.
   * @returns the announced time after which everything confirmed later is lost; undefined if none was announced
   */
  read(start: Start, said: string): string | undefined {
    if (start.command === 'rollback') this.#unfinished = undefined;
    if (this.knowsWhy(said)) this.#next = this.#unfinished;
    const hop = /staged-upgrade rollback --hop (\S+) --confirm \1\./.exec(said)?.[1];
    if (hop === undefined) return undefined;
    const loss = /loses everything written after (\S+Z)/.exec(said)?.[1];
    // A restore that was started has to be finished; otherwise the person may as well continue.
    if (start.command !== 'rollback' || this.#random.chance(0.75)) this.#next = rollback(hop, hop);
    return loss;
  }

  /** The run was killed: the same is started again, mostly. */
  wasKilled(start: Start): void {
    if (start.command !== 'rollback') return;
    this.#unfinished = start;
    if (this.#random.chance(0.8)) this.#next = start;
  }

  /** A rollback was killed, and the message names what to finish. */
  knowsWhy(said: string): boolean {
    return this.#unfinished !== undefined && said.includes('it says whether the hop');
  }
}

function rollback(hop: string, confirm?: string): Start {
  const confirmed = confirm === undefined ? [] : ['--confirm', confirm];
  return { command: 'rollback', arguments: ['rollback', '--environment', 'production', '--hop', hop, ...confirmed] };
}
