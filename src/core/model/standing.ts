import type { Hop } from './hop.ts';
import type { Observation } from './observation.ts';

/** Where a system is, seen from one hop. */
export type Standing =
  | { readonly kind: 'on-from' }
  | { readonly kind: 'on-to' }
  | { readonly kind: 'earlier'; readonly version: string }
  | { readonly kind: 'later'; readonly version: string }
  | { readonly kind: 'off-path'; readonly version: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * @param labels the whole path as it was planned, since a matrix leg knows only its own hop; labels are only compared for
 *   equality, so that states that are not versions work the same
 */
export function standingOf(observation: Observation, hop: Hop, labels: readonly string[]): Standing {
  if (observation.version.kind === 'unknown') return { kind: 'unknown', reason: observation.version.reason };
  const version = observation.version.value;
  if (version === hop.from) return { kind: 'on-from' };
  if (version === hop.to) return { kind: 'on-to' };
  const at = labels.indexOf(version);
  if (at === -1) return { kind: 'off-path', version };
  return at < labels.indexOf(hop.from) ? { kind: 'earlier', version } : { kind: 'later', version };
}
