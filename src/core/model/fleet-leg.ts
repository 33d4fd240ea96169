import type { Operation } from './event.ts';
import { longestMatrix } from './matrix-hop.ts';

/** One system as a leg of a fleet's matrix: the inputs of the workflow that it calls. */
export interface FleetLeg {
  readonly system: string;
  readonly ring: string;
  readonly target: string;
  readonly operation: Operation;
}

/** A workflow has two matrices for them. */
export const maxSystems = 2 * longestMatrix;

export interface FleetMatrices {
  readonly systems: readonly FleetLeg[];
  readonly 'more-systems': readonly FleetLeg[];
}

export function matricesOf(legs: readonly FleetLeg[]): FleetMatrices {
  return { systems: legs.slice(0, longestMatrix), 'more-systems': legs.slice(longestMatrix, maxSystems) };
}
