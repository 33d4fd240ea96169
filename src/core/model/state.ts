import type { PartVersions } from './parts.ts';

/**
 * What a system can be on a path: a release, a stage of a change, a topology. Outside of path sources labels are only
 * compared for equality, and nothing reads more out of them than their names.
 */
export interface State {
  /** Names it: on a path no two states have the same label. */
  readonly label: string;
  /** What it consists of besides, by name; what is not known of it is left out, never guessed. */
  readonly parts: PartVersions;
}
