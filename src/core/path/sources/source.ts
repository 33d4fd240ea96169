import type { Reading } from '../../model/observation.ts';
import type { PathPlan } from '../../model/path-plan.ts';
import type { State } from '../../model/state.ts';

/**
 * Knowledge about one kind of path. It is pure: whatever must be observed or read is passed in. Releases under rules are one
 * source, stages that a user lists another, topologies a third, whose states carry their structure as named parts. Nothing
 * else knows which states follow which.
 */
export interface PathSource<Observed> {
  /** Which state is this? What could not be observed is never guessed: then the answer says why it is unknown. */
  stateOf(observed: Observed): Reading<State>;
  /** Which states lie between here and the target, and why each of them. */
  pathTo(current: State, target: string): PathPlan;
}
