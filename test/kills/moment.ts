import type { Random } from '../simulation/random.ts';

/** When a run is killed. Milliseconds are of the real clock. */
export type Moment =
  /** This long after the process was started. */
  | { readonly kind: 'after-start'; readonly milliseconds: number }
  /** This long after it was seen to do something; if it does not, this long after its start. */
  | {
      readonly kind: 'after-sight';
      readonly sight: string;
      readonly milliseconds: number;
      readonly atTheLatest: number;
    };

/** Longer than the longest step (a deploy that is watched for its migrations) with the start before it. */
const longestStep = 5000;
const maxWait = 7000;

/*
 * What a run can be seen to do: entries of the journal by their name, and files that come and go while it acts. The
 * worst moments for a kill are listed more than once.
 */
const backup = 'something among the backups';
const often = [
  backup,
  backup,
  backup,
  'restoring staging',
  'restored copy beside staging',
  'deploying staging',
  'server continued staging',
  'deploying production',
  'deploying production',
  'server continued production',
  'migrating production',
  'migrating production',
];
const once = [
  'planned',
  'lease-taken',
  'lease-renewed',
  'checked production',
  'backed-up production',
  'restored staging',
  'scrubbed staging',
  'deployed staging',
  'smoke-tested staging',
  'rolling-back staging',
  'rolled-back staging',
  'migrating staging',
  'waited staging',
  'rehearsed',
  'approved',
  'deployed production',
  'smoke-tested production',
  'waited production',
  'completed',
];
const ofRollback = [
  'rolling-back production',
  'server continued production',
  'restoring production',
  'restored copy beside production',
  'restored production',
  'deploying production',
];
const ofRehearsal = [...often, ...once].filter((sight) => !sight.endsWith('production') || sight.startsWith('checked'));

export type Command = 'climb' | 'rehearse' | 'rollback';

/** Draws moments for each command. Sights are dealt like cards, so that each has its turn before one comes again. */
export class Moments {
  readonly #random: Random;
  readonly #decks: Record<Command, string[]> = { climb: [], rehearse: [], rollback: [] };

  constructor(random: Random) {
    this.#random = random;
  }

  next(command: Command): Moment {
    if (this.#random.chance(0.5)) return this.anywhere();
    const cards = { climb: [...often, ...once], rehearse: ofRehearsal, rollback: ofRollback }[command];
    if (this.#decks[command].length === 0) this.#decks[command] = this.#random.shuffled(cards);
    return this.behind(this.#decks[command].pop() ?? backup);
  }

  anywhere(): Moment {
    return { kind: 'after-start', milliseconds: this.#random.between(0, longestStep) };
  }

  /** At once, or while what was started is being done. */
  behind(sight: string): Moment {
    const milliseconds = this.#random.chance(0.5) ? this.#random.between(0, 8) : this.#random.between(8, 600);
    return { kind: 'after-sight', sight, milliseconds, atTheLatest: maxWait };
  }

  /** For a run that is killed where the previous one was: it does not repeat what it had already done. */
  again(sight: string): Moment {
    return { ...this.behind(sight), kind: 'after-sight', sight, atTheLatest: this.#random.between(800, 3000) };
  }
}

export function momentText(moment: Moment): string {
  return moment.kind === 'after-start'
    ? `${moment.milliseconds} ms after its start`
    : `${moment.milliseconds} ms behind "${moment.sight}" (or after ${moment.atTheLatest} ms)`;
}
