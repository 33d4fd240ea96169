import type { Entry } from '../model/event.ts';
import type { Hop, ReleaseSide } from '../model/hop.ts';
import type { Reading } from '../model/observation.ts';
import type { State } from '../model/state.ts';
import { isOf } from './entries.ts';

/** A state whose label says more than its release: only its parts distinguish it from other states of that release. */
export type NamedState = State & { readonly release: string };

/**
 * The states that any plan has named. A new plan or a rollback does not change the name of a state, so what was rehearsed for
 * a hop is found again by its label.
 */
export function namedStates(entries: readonly Entry[]): readonly NamedState[] {
  const hops = entries.flatMap((entry) => (isOf(entry, 'planned') ? entry.event.hops : []));
  const named = new Map<string, NamedState>();
  for (const hop of hops) {
    for (const side of ['from', 'to'] as const) {
      const state = namedStateOf(hop, side);
      if (state !== undefined) named.set(JSON.stringify([state.label, state.parts]), state);
    }
  }
  return [...named.values()];
}

function namedStateOf(hop: Pick<Hop, 'from' | 'to' | 'parts' | 'releases'>, side: ReleaseSide): NamedState | undefined {
  const release = hop.releases?.[side];
  const label = hop[side];
  return release === undefined || release === label ? undefined : { label, release, parts: hop.parts?.[side] ?? {} };
}

/** Those whose parts must be looked at because this release answers. */
export function candidates(release: string, states: readonly NamedState[]): readonly NamedState[] {
  return states.filter((state) => state.release === release);
}

/**
 * The name of a live state.
 * @param readings of the parts that a probe shows; other parts are not compared
 */
export function labelOf(
  release: string,
  readings: Readonly<Record<string, Reading<string>>>,
  states: readonly NamedState[],
): Reading<string> {
  const compared = candidates(release, states).map(({ label, parts }) => ({ label, fit: fitOf(parts, readings) }));
  const same = compared.find(({ fit }) => fit.kind === 'same');
  if (same !== undefined) return { kind: 'known', value: same.label };
  for (const { label, fit } of compared) {
    if (fit.kind === 'unknown') {
      const reason = `${release} answers, and whether it is ${label} could not be determined: the part "${fit.part}" could not be read (${fit.reason})`;
      return { kind: 'unknown', reason };
    }
  }
  return { kind: 'known', value: release };
}

type Fit =
  | { readonly kind: 'same' | 'other' }
  | { readonly kind: 'unknown'; readonly part: string; readonly reason: string };

function fitOf(parts: State['parts'], readings: Readonly<Record<string, Reading<string>>>): Fit {
  const shown = Object.entries(parts).flatMap(([part, version]) => {
    const reading = readings[part];
    return reading === undefined ? [] : [{ part, version, reading }];
  });
  if (shown.some(({ version, reading }) => reading.kind === 'known' && reading.value !== version)) {
    return { kind: 'other' };
  }
  for (const { part, reading } of shown) {
    if (reading.kind === 'unknown') return { kind: 'unknown', part, reason: reading.reason };
  }
  return { kind: shown.length === 0 ? 'other' : 'same' };
}
