import type { Reading } from '../../model/observation.ts';
import type { PathPlan } from '../../model/path-plan.ts';
import type { State } from '../../model/state.ts';

/**
 * Knowledge of one kind of path, pure: what has to be observed or read for it is done before and handed in. Releases
 * under rules are one source, stages that a user lists another; a topology would be a third, whose states carry their
 * structure as named parts. Nobody else knows which states follow which.
 */
export interface PathSource<Observed> {
  /** Which state is this? What could not be observed is never guessed: the answer then is why it is unknown. */
  stateOf(observed: Observed): Reading<State>;
  /** Which states lie between here and the target, and why each of them. */
  pathTo(current: State, target: string): PathPlan;
}
