import type { Law } from './law.ts';
import { isComplete, isPending } from './observations.ts';
import { reachesMigrate } from './production-facts.ts';
import type { WaitCase } from './wait-cases.ts';

type Case = WaitCase;

/** Migrations were started here, on what is deployed here now. */
function wereStarted({ environment, deferrable, rehearsal, promotion }: Case): boolean {
  if (!deferrable) return true;
  if (environment === 'production') return promotion.goingOn && !promotion.restoring;
  return ['migrations started', 'waited for', 'to smoke-tested at last'].includes(rehearsal.reached ?? '');
}

/** What a release engineer expects of every look of a wait, and of its end. */
export const waitLaws: readonly Law<Case>[] = [
  {
    says: 'a wait is over only when the release itself answers and serves',
    of: ['look'],
    about: ({ answer }) => answer === 'act',
    holds: ({ seen }) => seen.version === 'to' && seen.serving === 'yes',
  },
  {
    says: 'a wait for migrations is over only when all of them are complete',
    of: ['look'],
    about: (c) => c.answer === 'act' && wereStarted(c),
    holds: ({ seen }) => isComplete(seen),
  },
  {
    says: 'a wait for a release whose migrations are kept back is over while they are pending, or there are none',
    of: ['look'],
    about: (c) => c.answer === 'act' && !wereStarted(c),
    holds: ({ seen }) => isComplete(seen) || isPending(seen),
  },
  {
    says: 'a wait is over when all that it waits for is there',
    of: ['look'],
    about: ({ seen }) => seen.version === 'to' && seen.serving === 'yes' && isComplete(seen),
    holds: ({ answer }) => answer === 'act',
  },
  {
    says: 'a migration that is pending after others were started is left to the step behind the gate, and is not waited for',
    of: ['look'],
    about: (c) =>
      c.deferrable && wereStarted(c) && c.seen.version === 'to' && c.seen.serving === 'yes' && isPending(c.seen),
    holds: ({ answer }) => answer === 'already-done',
  },
  {
    says: 'a migration of the release that has failed is told, or left to the step that starts it once more when a person asks',
    of: ['look'],
    about: ({ seen }) => seen.version === 'to' && seen.migrations === 'failed',
    holds: ({ answer, promotion, environment, retry, deferrable }) =>
      answer ===
      (retry && environment === 'production' && reachesMigrate(promotion, deferrable) ? 'already-done' : 'failed'),
  },
  {
    says: 'what cannot be determined yet, or another release says, is looked at again',
    of: ['look'],
    about: ({ seen }) => seen.version !== 'to' || (seen.serving !== 'yes' && seen.migrations !== 'failed'),
    holds: ({ answer }) => answer === 'look again',
  },
  {
    says: 'a budget that is used up is never a success, and says what to do next',
    of: ['end'],
    holds: ({ answer, next }) => answer !== 'act' && answer !== 'already-done' && (next ?? '') !== '',
  },
  {
    says: 'a budget that is used up is no failure exactly while the release serves and its migrations run',
    of: ['end'],
    holds: ({ answer, seen }) =>
      (answer === 'waiting') === (seen.version === 'to' && seen.serving === 'yes' && seen.migrations === 'running'),
  },
  {
    says: 'a budget that is used up is a failure when another release answers, or this one says that it is not healthy',
    of: ['end'],
    about: ({ seen }) => (seen.version === 'to' ? seen.serving === 'no' : seen.version !== 'unknown'),
    holds: ({ answer }) => answer === 'failed',
  },
  {
    says: 'a budget that is used up is called a failure only when something said so: another release, or an unhealthy one',
    of: ['end'],
    about: ({ answer }) => answer === 'failed',
    holds: ({ seen }) => (seen.version !== 'to' && seen.version !== 'unknown') || seen.serving === 'no',
  },
];
