import type { Reading } from '../../core/model/observation.ts';
import type { Offer } from '../../core/path/sources/topology/offer.ts';
import type { TopologySeen } from '../../core/path/sources/topology/seen.ts';

/** Looks at a cluster whose state is what it consists of. It changes nothing. */
export interface TopologyProbe {
  /** One look. It never throws for what the provider answers. */
  look(signal?: AbortSignal): Promise<Reading<TopologySeen>>;
  /** What the provider would give to this cluster. */
  offer(signal?: AbortSignal): Promise<Offer>;
}
