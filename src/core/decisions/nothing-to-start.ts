import type { Situation } from '../history/situation.ts';
import { decideRollback } from './rollback.ts';

/**
 * Whether the probe shows that a release deployed with deferred migrations has none: nothing is pending, and nothing has
 * run since the deploy (otherwise the previous release could not be deployed again). Then there is no point of no return, and
 * nobody has to be asked.
 * @param situation of production
 */
export function isNothingToStart(situation: Situation): boolean {
  const { traits, promotion, standing, observation } = situation;
  if (!traits.deferrable || promotion.deployed === undefined || promotion.migrating !== undefined) return false;
  if (standing.kind !== 'on-to' || observation.migrations.kind !== 'done') return false;
  const back = decideRollback('production', situation, { stored: [], confirm: undefined });
  return back.kind === 'act' && back.way === 'redeploy';
}
