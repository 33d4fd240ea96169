import { isOnlyToWatch, servesTarget } from '../history/in-place.ts';
import type { Situation } from '../history/situation.ts';
import { dayTime } from '../messages/moments.ts';
import { areMigrationsStarted } from './wait.ts';

/** What an approval in the terminal would be for. */
export type ToApprove =
  /** Steps that only watch and test need no approval: a person has let the hop begin. */
  | { readonly kind: 'nothing'; readonly because: string }
  | { readonly kind: 'deploy' }
  /** An earlier deploy did not finish, or its release does not serve, so it is deployed again. */
  | { readonly kind: 'deploy-again' }
  | { readonly kind: 'migrations' }
  /** They were started, and one of them has failed since. */
  | { readonly kind: 'migrations-again' };

/** @param situation of production, observed directly before the question */
export function toApprove(job: 'promote' | 'finalize', situation: Situation): ToApprove {
  const { hop, promotion, observation } = situation;
  if (promotion.completed !== undefined)
    return { kind: 'nothing', because: `Hop ${hop.id} was completed on ${dayTime(promotion.completed.at)}.` };
  if (job === 'promote') {
    if (!promotion.deployStarted) return { kind: 'deploy' };
    if (isOnlyToWatch(situation))
      return { kind: 'nothing', because: `${hop.to} was deployed on production: it is only watched.` };
    return promotion.deployed !== undefined && servesTarget(situation)
      ? { kind: 'nothing', because: `${hop.to} was deployed on production on ${dayTime(promotion.deployed.at)}.` }
      : { kind: 'deploy-again' };
  }
  const { migrating } = promotion;
  if (migrating === undefined) return { kind: 'migrations' };
  const hasFailed = observation.migrations.kind === 'failed';
  return areMigrationsStarted(promotion) && !hasFailed
    ? {
        kind: 'nothing',
        because: `The migrations of ${hop.to} were started on production on ${dayTime(migrating.at)}.`,
      }
    : { kind: 'migrations-again' };
}

/** What the next approval would be for, judging by the journal alone: where the summary is made, production may be out of reach. */
export function toApproveNext({ promotion, rehearsal, traits, unfinishedRollback }: Situation): ToApprove {
  const { completed, restoring, deployStarted, deployed, smoked, migrating } = promotion;
  if (completed !== undefined) return { kind: 'nothing', because: '' };
  if (restoring !== undefined || unfinishedRollback !== undefined)
    return { kind: 'nothing', because: 'A rollback must be finished first.' };
  if (!deployStarted) {
    return rehearsal.kind === 'passed' || rehearsal.kind === 'waived'
      ? { kind: 'deploy' }
      : { kind: 'nothing', because: 'There is nothing to approve before the rehearsal has passed.' };
  }
  if (deployed === undefined) return { kind: 'deploy-again' };
  return smoked && traits.deferrable && migrating === undefined
    ? { kind: 'migrations' }
    : { kind: 'nothing', because: '' };
}
