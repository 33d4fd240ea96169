import type { Reading } from '../../core/model/observation.ts';
import type { Offer } from '../../core/path/sources/topology/offer.ts';
import type { TopologySeen } from '../../core/path/sources/topology/seen.ts';

/** Observes a cluster whose state is what it consists of. It changes nothing. */
export interface TopologyProbe {
  /** One look. It never throws because of the provider's answer. */
  look(signal?: AbortSignal): Promise<Reading<TopologySeen>>;
  /** What the provider offers for this cluster. */
  offer(signal?: AbortSignal): Promise<Offer>;
}
