import { backups } from './chronicle.ts';
import type { Law } from './law.ts';
import { type Checkpoint, ladderOf } from './rehearsals.ts';
import type { StagingCase } from './staging-cases.ts';

type Case = StagingCase;

const acts = (c: Case): boolean => c.decision.kind === 'act';
const isDone = (c: Case): boolean => c.decision.kind === 'already-done';

/** The copy that staging holds has come at least to this checkpoint. */
function hasReached({ rehearsal, traits }: Case, checkpoint: Checkpoint): boolean {
  const ladder = ladderOf(traits.deferrable);
  const { reached } = rehearsal;
  const isOn = ladder.includes(checkpoint);
  return isOn && reached !== undefined && ladder.indexOf(reached) >= ladder.indexOf(checkpoint);
}

const youngest: Readonly<Record<Case['store'], string | undefined>> = {
  nothing: undefined,
  'the backup': backups.rehearsal,
  'the backup, as old as it may be': backups.rehearsal,
  'the backup, too old': undefined,
  'the backup, and a newer one': 'rehearsal-2',
  'a restore point': undefined,
  'the backup, and a restore point': backups.rehearsal,
};

/** What comes behind a checkpoint, and what staging looks like then. */
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

function place({ rehearsal: { reached }, traits }: Case) {
  return reached === undefined ? undefined : following[traits.deferrable ? 'with a window' : 'without'][reached];
}

const doneAt: Partial<Record<Case['command'], Checkpoint>> = {
  'deploy from': 'from smoke-tested',
  'deploy to': 'to deployed',
  rollback: 'gone back',
};

/** The steps that a new run comes through, up to the deploy that stops the server behind this checkpoint. */
function leadingToTheDeploy(c: Case): readonly Case['command'][] | undefined {
  if (!c.traits.deferrable) return undefined;
  const all = ['deploy from', 'smoke from', 'deploy to', 'smoke to', 'rollback'] as const;
  const { reached } = c.rehearsal;
  const steps = reached === 'to smoke-tested' ? all : reached === 'from smoke-tested again' ? all.slice(0, 3) : [];
  return steps.some((step) => step === c.command) ? steps : undefined;
}

function answersNothing({ seen }: Case): boolean {
  return [seen.version, seen.serving, seen.migrations].every((part) => part === 'unknown');
}

const isCarried = ({ rehearsal }: Case): boolean => rehearsal.name === 'begun where the hop before has ended';

/** Staging looks as the newest checkpoint has left it. */
function isAsLeft(c: Case): boolean {
  const at = place(c);
  return (
    at !== undefined && c.seen.version === at.on && c.seen.serving === 'yes' && c.seen.migrations === at.migrations
  );
}

const restores: readonly Law<Case>[] = [
  {
    says: 'staging is restored from the youngest backup of this hop that is young enough, and never from a restore point',
    of: ['restore'],
    about: acts,
    holds: (c) =>
      c.decision.kind === 'act' && c.decision.backup?.id === youngest[c.store] && youngest[c.store] !== undefined,
  },
  {
    says: 'staging is restored where it holds no copy of that backup and the hop did not pass',
    of: ['restore'],
    about: (c) =>
      youngest[c.store] !== undefined &&
      c.rehearsal.passed !== 'young' &&
      !(c.rehearsal.holdsCopy && youngest[c.store] === backups.rehearsal),
    holds: acts,
  },
  {
    says: 'a copy that staging holds is not restored again',
    of: ['restore'],
    about: (c) => c.rehearsal.holdsCopy && youngest[c.store] === backups.rehearsal,
    holds: isDone,
  },
  {
    says: 'only the restore point of this hop is proved, and once',
    of: ['prove'],
    about: acts,
    holds: ({ promotion, decision, store }) =>
      promotion.point !== 'none' &&
      !promotion.proved &&
      store.endsWith('a restore point') &&
      decision.kind === 'act' &&
      decision.backup?.id === backups.point,
  },
  {
    says: 'a restore point is proved when it is in the store',
    of: ['prove'],
    about: ({ promotion, store }) =>
      promotion.point !== 'none' && !promotion.proved && store.endsWith('a restore point'),
    holds: acts,
  },
];

const steps: readonly Law<Case>[] = [
  {
    says: 'on staging nothing but a restore acts without a restored and compared copy of this hop and digest',
    of: ['deploy from', 'smoke from', 'deploy to', 'smoke to', 'rollback', 'migrate'],
    about: ({ rehearsal }) => !rehearsal.holdsCopy,
    holds: (c) => !acts(c),
  },
  {
    says: 'no server starts on a copy of live data that was not scrubbed',
    of: ['deploy from', 'deploy to', 'rollback'],
    about: acts,
    holds: (c) => hasReached(c, 'scrubbed'),
  },
  {
    says: 'the newer release comes only onto a copy that the older one was tested on',
    of: ['deploy to'],
    about: acts,
    holds: (c) => hasReached(c, 'from smoke-tested'),
  },
  {
    says: 'the way back is rehearsed only from a tested release whose migrations have not started',
    of: ['rollback'],
    about: acts,
    holds: (c) =>
      c.traits.deferrable &&
      hasReached(c, 'to smoke-tested') &&
      !hasReached(c, 'migrations started') &&
      c.decision.kind === 'act' &&
      c.decision.way === 'redeploy' &&
      (c.seen.migrations !== 'done, one more than before' || c.promotion.checked === undefined) &&
      c.seen.migrations !== 'running' &&
      c.seen.migrations !== 'failed' &&
      (c.seen.migrations !== 'unknown' || c.seen.version === 'unknown'),
  },
  {
    says: 'migrations are rehearsed only behind the way back, on the release that answers',
    of: ['migrate'],
    about: acts,
    holds: (c) =>
      c.traits.deferrable &&
      hasReached(c, 'to deployed again') &&
      c.seen.version === 'to' &&
      c.seen.migrations !== 'unknown',
  },
  {
    says: 'on staging too, a release is tested only when it is the one that answers, and its migrations have not failed',
    of: ['smoke from', 'smoke to'],
    about: acts,
    holds: ({ command, seen }) =>
      command === `smoke ${seen.version}` && seen.migrations !== 'failed' && seen.migrations !== 'unknown',
  },
  {
    says: 'in their order the steps act',
    about: (c) => isAsLeft(c) && place(c)?.next === c.command && !isCarried(c),
    holds: acts,
  },
  {
    says: 'where the hop before has left staging, the older release is tested and not deployed',
    of: ['deploy from', 'smoke from'],
    about: (c) => isCarried(c) && isAsLeft(c),
    holds: (c) => (c.command === 'smoke from' ? acts(c) : isDone(c)),
  },
  {
    says: 'what staging does not run any more, or never came to run, is deployed again before its test',
    of: ['deploy from', 'deploy to'],
    about: ({ command, rehearsal, seen }) =>
      command === 'deploy from'
        ? (rehearsal.reached === 'scrubbed' || rehearsal.reached === 'from smoke-tested') && seen.version !== 'from'
        : rehearsal.reached === 'from smoke-tested' || (rehearsal.reached === 'to deployed' && seen.version === 'from'),
    holds: acts,
  },
  {
    says: 'what was tested is not deployed again, whatever answers since',
    of: ['deploy to'],
    about: ({ rehearsal, traits }) =>
      rehearsal.reached === 'to smoke-tested' || (rehearsal.reached === 'waited for' && traits.deferrable),
    holds: isDone,
  },
  {
    says: 'what was deployed is not deployed again while staging is as it was left',
    of: ['deploy from', 'deploy to', 'rollback'],
    about: (c) => isAsLeft(c) && hasReached(c, doneAt[c.command] ?? 'restored') && place(c)?.next !== c.command,
    holds: isDone,
  },
  {
    says: 'a run that was ended in a deploy on staging is gone on with by that deploy, though nothing answers',
    about: (c) => answersNothing(c) && c.rehearsal.holdsCopy && leadingToTheDeploy(c) !== undefined,
    holds: (c) => (c.command === leadingToTheDeploy(c)?.at(-1) ? acts(c) : isDone(c)),
  },
  {
    says: 'a rehearsal that passed and is young enough is not done again',
    about: ({ rehearsal, command }) => rehearsal.passed === 'young' && !rehearsal.holdsCopy && command !== 'prove',
    holds: (c) => isDone(c) || (c.command === 'migrate' && !c.traits.deferrable),
  },
  {
    says: 'on staging each answer says why, and each that stops says what to do next',
    holds: ({ decision }) =>
      'message' in decision
        ? decision.message.happened !== '' && decision.message.means !== '' && decision.message.next !== ''
        : decision.because !== '',
  },
];

/** What a release engineer expects of every step on staging. */
export const stagingLaws: readonly Law<Case>[] = [...restores, ...steps];
