import type { GateScope, GateSetting } from '../../src/core/model/gate.ts';
import type { ActorKind } from './actor-kinds.ts';
import type { RequestedFaults } from './faults.ts';

/**
 * The world that something needs in order to be seen, asked for by its features: by luck alone it is drawn once in some
 * thousand seeds. All else in it is plain: a staging of its own, a path of releases, and nothing that goes wrong but these.
 */
export interface Wish extends RequestedFaults {
  readonly deferrable?: boolean;
  readonly gates?: GateSetting;
  readonly scope?: GateScope;
  /** Who acts; the first begins at once. */
  readonly actors: readonly ActorKind[];
}
