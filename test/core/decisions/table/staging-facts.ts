import { type Checkpoint, ladderOf } from './rehearsals.ts';
import type { StagingCase } from './staging-cases.ts';

/*
 * What holds in a case, derived from what was put into it: none of this uses the sources.
 */

type Case = StagingCase;

export const acts = (c: Case): boolean => c.decision.kind === 'act';
export const isDone = (c: Case): boolean => c.decision.kind === 'already-done';

/** The copy that staging holds has reached at least this checkpoint. */
export function hasReached({ rehearsal, traits }: Case, checkpoint: Checkpoint): boolean {
  const ladder = ladderOf(traits.deferrable);
  const { reached } = rehearsal;
  const isOn = ladder.includes(checkpoint);
  return isOn && reached !== undefined && ladder.indexOf(reached) >= ladder.indexOf(checkpoint);
}

/** What comes after a checkpoint, and what staging looks like then. */
const following: Readonly<
  Record<
    'with a window' | 'without',
    Partial<
      Record<Checkpoint, { readonly next: Case['command']; readonly on: 'from' | 'to'; readonly migrations: string }>
    >
  >
> = {
  'with a window': {
    scrubbed: { next: 'deploy from', on: 'from', migrations: 'done' },
    'from smoke-tested': { next: 'deploy to', on: 'from', migrations: 'done' },
    'to deployed': { next: 'smoke to', on: 'to', migrations: 'pending' },
    'to smoke-tested': { next: 'rollback', on: 'to', migrations: 'pending' },
    'gone back': { next: 'smoke from', on: 'from', migrations: 'done' },
    'from smoke-tested again': { next: 'deploy to', on: 'from', migrations: 'done' },
    'to deployed again': { next: 'migrate', on: 'to', migrations: 'pending' },
    'waited for': { next: 'smoke to', on: 'to', migrations: 'done, one more than before' },
  },
  without: {
    scrubbed: { next: 'deploy from', on: 'from', migrations: 'done' },
    'from smoke-tested': { next: 'deploy to', on: 'from', migrations: 'done' },
    'waited for': { next: 'smoke to', on: 'to', migrations: 'done, one more than before' },
  },
};

export function place({ rehearsal: { reached }, traits }: Case) {
  return reached === undefined ? undefined : following[traits.deferrable ? 'with a window' : 'without'][reached];
}

/** The checkpoint that a step leads to when it is done for the first time. */
export const doneAt: Partial<Record<Case['command'], Checkpoint>> = {
  'deploy from': 'from smoke-tested',
  'smoke from': 'from smoke-tested',
  'deploy to': 'to deployed',
  'smoke to': 'to smoke-tested',
  rollback: 'gone back',
};

const sequence = [
  'restore',
  'deploy from',
  'smoke from',
  'deploy to',
  'smoke to',
  'rollback',
  'smoke from',
  'deploy to',
  'migrate',
];
/** How many steps of the sequence a rehearsal has done at this checkpoint. */
const behind: Partial<Record<Checkpoint, number>> = {
  scrubbed: 1,
  'from smoke-tested': 3,
  'to deployed': 4,
  'to smoke-tested': 5,
  'gone back': 6,
  'from smoke-tested again': 7,
  'to deployed again': 8,
  'waited for': 9,
};

/** A run that starts over gets to this step before it gets to where the rehearsal has stopped. */
export function isBehind({ command, store, rehearsal, traits }: Case): boolean {
  const { reached } = rehearsal;
  if (reached === undefined || store !== 'the backup') return false;
  const count = traits.deferrable ? behind[reached] : Math.min(4, behind[reached] ?? 0);
  return sequence.slice(0, count ?? 0).includes(command);
}

/** The steps that a new run does, up to the deploy that stops the server after this checkpoint. */
export function leadingToTheDeploy(c: Case): readonly Case['command'][] | undefined {
  if (!c.traits.deferrable) return undefined;
  const all = ['deploy from', 'smoke from', 'deploy to', 'smoke to', 'rollback'] as const;
  const { reached } = c.rehearsal;
  const steps = reached === 'to smoke-tested' ? all : reached === 'from smoke-tested again' ? all.slice(0, 3) : [];
  return steps.some((step) => step === c.command) ? steps : undefined;
}

export function answersNothing({ seen }: Case): boolean {
  return [seen.version, seen.serving, seen.migrations].every((part) => part === 'unknown');
}

export const isCarried = ({ rehearsal }: Case): boolean => rehearsal.name === 'begun where the hop before has ended';

/** Staging looks as the newest checkpoint has left it. */
export function isAsLeft(c: Case): boolean {
  const at = place(c);
  return (
    at !== undefined && c.seen.version === at.on && c.seen.serving === 'yes' && c.seen.migrations === at.migrations
  );
}

/** Or it need not be reported: the migrations run at the start anyway, or a deploy of either release has recorded it. */
export function showsWhatIsThere({ seen, rehearsal, traits }: Case): boolean {
  const isStarted = rehearsal.name.includes('whose deploy was killed') || rehearsal.name.includes('that was killed');
  const isTold = !rehearsal.name.includes('did not tell');
  return !traits.deferrable || isStarted || isTold || (seen.version === 'from' && seen.migrations !== 'unknown');
}
