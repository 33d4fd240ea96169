import type { Law } from './law.ts';
import { isHealthy } from './observations.ts';
import type { ProductionCase } from './production-cases.ts';
import { acts, isDone, isFreshStart, isUnharmed, mayBeHalfDone, rehearsalCounts } from './production-facts.ts';

type Case = ProductionCase;

const beginnings: readonly Law<Case>[] = [
  {
    says: 'a check lets a hop begin only on a healthy `from` with nothing pending',
    of: ['check'],
    about: (c) => c.decision.kind === 'act' && c.decision.start === 'fresh',
    holds: isFreshStart,
  },
  {
    says: 'a check lets a hop be finished only when its deploy was begun',
    of: ['check'],
    about: (c) => c.decision.kind === 'act' && c.decision.start === 'resume',
    holds: mayBeHalfDone,
  },
  {
    says: 'a check lets a hop begin when all is well',
    of: ['check'],
    about: (c) => c.request.manual === 'done' && isFreshStart(c) && !c.promotion.restoring,
    holds: acts,
  },
  {
    says: 'a hop is not begun before a person has done what only a person can do',
    about: (c) => c.request.manual === 'open' && c.seen.version === 'from',
    holds: (c) => !acts(c),
  },
  {
    says: 'a backup is taken only of a healthy `from` with nothing pending',
    of: ['backup'],
    about: acts,
    holds: isFreshStart,
  },
  {
    says: 'a restore point is taken only behind a rehearsal that counts',
    of: ['backup'],
    about: (c) => c.request.purpose === 'restore-point' && acts(c),
    holds: rehearsalCounts,
  },
  {
    says: 'a restore point of this attempt that is in the store is not taken again',
    of: ['backup'],
    about: (c) =>
      c.request.purpose === 'restore-point' &&
      c.request.stored === 'everything' &&
      c.promotion.name === 'come to a restore point',
    holds: (c) => !acts(c),
  },
  {
    says: 'a restore point that is not in the store any more, or of another attempt, is taken again before a deploy',
    of: ['backup'],
    about: (c) =>
      c.request.purpose === 'restore-point' &&
      c.request.manual === 'done' &&
      isFreshStart(c) &&
      c.rehearsal.passed === 'young' &&
      !c.promotion.restoring &&
      (c.request.stored === 'nothing' || c.promotion.point !== 'this attempt'),
    holds: acts,
  },
];

const pointOfNoReturn: readonly Law<Case>[] = [
  {
    says: 'migrations are started only of a release that this hop has deployed and then tested, and that answers',
    of: ['migrate'],
    about: acts,
    holds: ({ traits, promotion, seen }) =>
      traits.deferrable && promotion.deployed && promotion.smoked && !promotion.completed && seen.version === 'to',
  },
  {
    says: 'migrations are started exactly when some are left, and never when that cannot be told',
    of: ['migrate'],
    about: acts,
    holds: (c) =>
      c.decision.kind === 'act' &&
      'start' in c.decision &&
      c.seen.migrations !== 'unknown' &&
      c.decision.start === (c.seen.migrations === 'pending' || c.seen.migrations === 'failed'),
  },
  {
    says: 'migrations are started when the release was tested and serves, with some left',
    of: ['migrate'],
    about: (c) =>
      c.traits.deferrable &&
      c.promotion.deployed &&
      c.promotion.smoked &&
      !c.promotion.completed &&
      !c.promotion.restoring &&
      c.seen.version === 'to' &&
      c.seen.serving === 'yes' &&
      c.seen.migrations === 'pending',
    holds: acts,
  },
];

const always: readonly Law<Case>[] = [
  {
    says: 'while a restore over production is half done nothing acts but its rollback',
    about: (c) => c.promotion.restoring && c.command !== 'rollback',
    holds: (c) => !acts(c),
  },
  {
    says: 'on a `from` whose data was migrated by `to` nothing acts but a rollback',
    about: (c) => !isUnharmed(c) && c.seen.version === 'from' && c.command !== 'rollback',
    holds: (c) => !acts(c),
  },
  {
    says: 'nothing acts on a release that is neither `from` nor `to`, but a restore that was begun',
    about: ({ seen }) => seen.version === 'earlier' || seen.version === 'later' || seen.version === 'off the path',
    holds: (c) => !acts(c) || (c.command === 'rollback' && c.promotion.restoring),
  },
  {
    says: 'what does not tell its version is only deployed again or gone back from, and only where that was begun',
    about: (c) => c.seen.version === 'unknown' && acts(c),
    holds: (c) => ['check', 'deploy', 'rollback'].includes(c.command) && (c.promotion.begun || c.promotion.restoring),
  },
  {
    says: 'a release is tested only when it is the one that answers, and its migrations are known not to have failed',
    of: ['smoke'],
    about: acts,
    holds: ({ seen }) => seen.version === 'to' && seen.migrations !== 'failed' && seen.migrations !== 'unknown',
  },
  {
    says: 'a hop is adopted only when `to` runs, healthy, with nothing left',
    of: ['adopt'],
    about: acts,
    holds: ({ seen, promotion }) => seen.version === 'to' && isHealthy(seen) && !promotion.completed,
  },
  {
    says: 'a hop that was done by hand can be adopted',
    of: ['adopt'],
    about: (c) => c.seen.version === 'to' && isHealthy(c.seen) && !c.promotion.completed && !c.promotion.restoring,
    holds: acts,
  },
  {
    says: 'what is completed is not done again',
    about: (c) =>
      c.promotion.completed &&
      !c.promotion.restoring &&
      c.seen.version === 'to' &&
      !['rollback', 'deploy from'].includes(c.command),
    holds: isDone,
  },
  {
    says: 'each answer says why, and each that stops says what to do next',
    holds: ({ decision }) =>
      'message' in decision
        ? decision.message.happened !== '' && decision.message.means !== '' && decision.message.next !== ''
        : decision.because !== '',
  },
];

/** What a release engineer expects of every step on production, but of a deploy and the way back. */
export const productionLaws: readonly Law<Case>[] = [...beginnings, ...pointOfNoReturn, ...always];
