import { inEnvironment, isOf, ofHop } from '../../core/history/entries.ts';
import type { Artifact } from '../../core/model/artifacts.ts';
import { referenceTo } from '../../core/model/hop.ts';
import type { HopStepContext } from '../hop/hop-step.ts';

/**
 * What the rehearsal of this hop has put in place as its target, by content; undefined where nothing was recorded: there
 * is not a rehearsal, or staging is deployed by something that cannot tell.
 */
export async function rehearsedArtifacts({ project, hop }: HopStepContext): Promise<readonly Artifact[] | undefined> {
  const entries = inEnvironment(ofHop(await project.journal.read(), referenceTo(hop)), 'staging');
  const placed = entries.findLast((entry) => isOf(entry, 'put-in-place') && entry.event.release === 'to');
  return placed !== undefined && isOf(placed, 'put-in-place') ? placed.event.artifacts : undefined;
}
