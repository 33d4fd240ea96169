import type { Law } from './law.ts';
import { isComplete, isHealthy, isPending } from './observations.ts';
import type { ProductionCase } from './production-cases.ts';
import { acts, isDone, isFreshStart, isLeftToMigrate, isUnharmed, mayBeHalfDone } from './production-facts.ts';

type Case = ProductionCase;

const beginnings: readonly Law<Case>[] = [
  {
    says: 'a check lets a hop begin only on a healthy `from` with nothing pending',
    of: ['check'],
    about: (c) => c.decision.kind === 'act' && c.decision.start === 'fresh',
    holds: isFreshStart,
  },
  {
    says: 'a check lets a hop be finished only when its deploy was started',
    of: ['check'],
    about: (c) => c.decision.kind === 'act' && c.decision.start === 'resume',
    holds: mayBeHalfDone,
  },
  {
    says: 'a hop waits for an earlier one, has nothing to do behind it, and is refused where its path does not lead',
    of: ['check'],
    about: ({ seen, promotion }) =>
      ['earlier', 'later', 'off the path'].includes(seen.version) && !promotion.completed && !promotion.restoring,
    holds: ({ decision, seen }) =>
      decision.kind === (seen.version === 'earlier' ? 'waiting' : seen.version === 'later' ? 'already-done' : 'refuse'),
  },
  {
    says: 'a check lets a hop begin when all is well',
    of: ['check'],
    about: (c) => c.request.manual === 'done' && isFreshStart(c) && !c.promotion.restoring,
    holds: acts,
  },
  {
    says: 'a hop is not started before a person has done what only a person can do',
    about: (c) => c.request.manual === 'open' && c.seen.version === 'from',
    holds: (c) => !acts(c),
  },
];

const pointOfNoReturn: readonly Law<Case>[] = [
  {
    says: 'the rollback window is not given up for a release that does not serve, or may not',
    of: ['migrate'],
    about: (each) => acts(each) && isPending(each.seen) && !each.promotion.started,
    holds: ({ seen }) => seen.serving === 'yes',
  },
  {
    says: 'migrations are started only of a release that this hop has deployed and then tested, and that answers',
    of: ['migrate'],
    about: acts,
    holds: ({ traits, promotion, seen }) =>
      traits.deferrable && promotion.deployed && promotion.smoked && !promotion.completed && seen.version === 'to',
  },
  {
    says: 'migrations are started exactly when some are left, and never when that cannot be determined',
    of: ['migrate'],
    about: acts,
    holds: (c) =>
      c.decision.kind === 'act' &&
      'start' in c.decision &&
      c.seen.migrations !== 'unknown' &&
      c.decision.start === (isPending(c.seen) || c.seen.migrations === 'failed'),
  },
  {
    says: 'a migration that has failed is started again only when a person asks for it',
    of: ['migrate'],
    about: ({ seen, promotion }) =>
      seen.migrations === 'failed' && seen.version === 'to' && promotion.smoked && promotion.deployed,
    holds: (c) => acts(c) === (c.request.retry && c.traits.deferrable && !c.promotion.completed),
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
      isPending(c.seen),
    holds: acts,
  },
];

const cannotTell: readonly Law<Case>[] = [
  {
    says: 'where production does not report its version and nothing was started, that is the answer',
    of: ['check', 'backup', 'deploy'],
    about: ({ seen, promotion }) =>
      seen.version === 'unknown' && !promotion.hopStarted && !promotion.completed && !promotion.restoring,
    holds: ({ decision }) => decision.kind === 'unknown',
  },
  {
    says: 'nor can it be told then what would be adopted, tested or migrated',
    of: ['adopt', 'smoke', 'migrate'],
    about: ({ command, seen, promotion, traits }) =>
      seen.version === 'unknown' &&
      !promotion.completed &&
      !promotion.restoring &&
      !promotion.goingOn &&
      (command !== 'migrate' || (traits.deferrable && promotion.smoked)),
    holds: ({ decision }) => decision.kind === 'unknown',
  },
  {
    says: 'nor where production is on its release and it is not known whether it serves or has migrations left',
    of: ['check', 'backup', 'deploy'],
    about: (c) =>
      c.seen.version === 'from' &&
      c.request.manual === 'done' &&
      isUnharmed(c) &&
      !c.promotion.restoring &&
      !c.promotion.goingBack &&
      (c.seen.serving === 'unknown' || (c.seen.serving === 'yes' && c.seen.migrations === 'unknown')),
    holds: ({ decision }) => decision.kind === 'unknown',
  },
  {
    says: 'migrations that failed before this hop has started any are a failure until a person asks for one more start, and others are for it to start again',
    of: ['check'],
    about: (c) =>
      c.seen.version === 'to' &&
      c.seen.migrations === 'failed' &&
      c.promotion.hopStarted &&
      !c.promotion.completed &&
      !c.promotion.restoring,
    holds: (c) => (c.promotion.started || isLeftToMigrate(c) ? acts(c) : c.decision.kind === 'failed'),
  },
];

const tests: readonly Law<Case>[] = [
  {
    says: 'a release is tested only when it is the one that answers, and what has failed of its migrations is to be started once more',
    of: ['smoke'],
    about: acts,
    holds: ({ seen, promotion, traits, request }) =>
      seen.version === 'to' &&
      seen.migrations !== 'unknown' &&
      (seen.migrations !== 'failed' || isLeftToMigrate({ promotion, traits, request })),
  },
  {
    says: 'what was deployed before a migration of it failed, or once more since, is tested when that is to be started again, so that its gate is reached',
    of: ['smoke'],
    about: ({ seen, promotion, traits, request }) =>
      isLeftToMigrate({ promotion, traits, request }) &&
      !promotion.completed &&
      !promotion.goingOn &&
      promotion.deployed &&
      !promotion.restoring &&
      seen.version === 'to' &&
      seen.migrations === 'failed',
    holds: acts,
  },
  {
    says: 'a run that starts over while migrations continue, or have failed, comes by the test from before them',
    of: ['smoke'],
    about: ({ promotion }) =>
      promotion.smoked && promotion.goingOn && !promotion.waited && !promotion.completed && !promotion.restoring,
    holds: isDone,
  },
  {
    says: 'behind the wait for the migrations the release is tested once more',
    of: ['smoke'],
    about: ({ promotion, seen }) =>
      promotion.waited && !promotion.completed && !promotion.restoring && seen.version === 'to' && isComplete(seen),
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
    says: 'nothing acts on a release that is neither `from` nor `to`, but a restore that was started',
    about: ({ seen }) => seen.version === 'earlier' || seen.version === 'later' || seen.version === 'off the path',
    holds: (c) => !acts(c) || (c.command === 'rollback' && c.promotion.restoring),
  },
  {
    says: 'what does not report its version is only deployed again or gone back from, and only where that was started',
    about: (c) => c.seen.version === 'unknown' && acts(c),
    holds: (c) =>
      ['check', 'deploy', 'rollback'].includes(c.command) && (c.promotion.hopStarted || c.promotion.restoring),
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

/** What a release engineer expects of every step on production except backups, a deploy and the rollback. */
export const productionLaws: readonly Law<Case>[] = [
  ...beginnings,
  ...pointOfNoReturn,
  ...cannotTell,
  ...tests,
  ...always,
];
