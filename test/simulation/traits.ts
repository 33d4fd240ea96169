import { hopTraits } from '../../src/config/hop-traits.ts';
import type { HopTraits } from '../../src/core/model/sequence.ts';
import type { WrittenConfiguration } from './configuration.ts';
import type { World } from './world.ts';

/** Why the second edition of a system with releases waives staging, if it does. */
const mistakenWaiver = 'Staging is in the way.';

/**
 * What the code makes of the configuration; and if somebody waives the staging of a system with releases, as if its
 * check had accepted that: each step must refuse it by itself.
 */
export function traitsOf(world: World, written: WrittenConfiguration, edition: number): HopTraits {
  const traits = hopTraits(written.configuration, written.product.definition);
  return world.waivesReleases && edition === 2 ? { ...traits, waiver: mistakenWaiver } : traits;
}
