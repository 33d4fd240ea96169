import type { PartVersions } from './parts.ts';

/**
 * What a system can be on a path: a release, a stage of a change, a topology. Outside path sources labels are only
 * compared for equality, and nothing is read from them but their names.
 */
export interface State {
  /** Its name: on a path no two states have the same label. */
  readonly label: string;
  /** The release that runs in it, if its label says more: `3.7.11` of `3.7.11+chart-5.9.2`. */
  readonly release?: string;
  /** What it consists of besides, by name; an unknown part is left out, never guessed. */
  readonly parts: PartVersions;
}

/** The label of a state that differs by a part from another state of its release: `3.7.11+chart-5.9.2`. */
export function labelWithPart(label: string, part: string, version: string): string {
  return `${label}+${part}-${version.replaceAll(/-{2,}|-$/g, '-').replace(/-$/, '')}`;
}
