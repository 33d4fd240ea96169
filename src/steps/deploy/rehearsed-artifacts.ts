import { inEnvironment, isOf, ofHop } from '../../core/history/entries.ts';
import type { Artifact } from '../../core/model/artifacts.ts';
import { referenceTo } from '../../core/model/hop.ts';
import type { HopStepContext } from '../hop/hop-step.ts';

/**
 * The artifacts, by content, that the rehearsal of this hop deployed as its target; undefined if none were recorded: there
 * was no rehearsal, or staging's deployer cannot determine them.
 */
export async function rehearsedArtifacts({ project, hop }: HopStepContext): Promise<readonly Artifact[] | undefined> {
  const entries = inEnvironment(ofHop(await project.journal.read(), referenceTo(hop)), 'staging');
  const placed = entries.findLast((entry) => isOf(entry, 'put-in-place') && entry.event.release === 'to');
  return placed !== undefined && isOf(placed, 'put-in-place') ? placed.event.artifacts : undefined;
}
