import type { GateScope, GateSetting } from '../../src/core/model/gate.ts';
import type { ActorKind } from './actor-kinds.ts';
import type { RequestedFaults } from './faults.ts';

/**
 * The world in which something can be seen, requested by its features: at random it comes up once in some
 * thousand seeds. Everything else in it is plain: a separate staging, a path of releases, and no faults but these.
 */
export interface Wish extends RequestedFaults {
  readonly deferrable?: boolean;
  readonly gates?: GateSetting;
  readonly scope?: GateScope;
  /** Who acts; the first starts at once. */
  readonly actors: readonly ActorKind[];
}
