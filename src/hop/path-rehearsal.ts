import type { Entry, HopReference } from '../journal/event.ts';
import { after, inEnvironment, latest } from '../journal/history.ts';
import type { Observation } from './observation.ts';
import { promotionOf } from './promotion.ts';
import { recordOf } from './record.ts';
import { rehearsalOf } from './rehearsal.ts';

/** Whether nothing was done on staging since the rehearsal of a hop has passed there. */
export function isAsLeftBy(entries: readonly Entry[], hop: HopReference): boolean {
  const rehearsed = latest(recordOf(entries, hop).entries, 'rehearsed');
  if (rehearsed === undefined) return false;
  return after(inEnvironment(entries, 'staging'), rehearsed).every(({ event }) => event.type === 'ended');
}

/** Staging serves a release, with all of its migrations complete. */
export function isWholeOn(release: string, { version, serving, migrations }: Observation): boolean {
  return version.kind === 'known' && version.value === release && serving.kind === 'yes' && migrations.kind === 'done';
}

export type PathRehearsal =
  | { readonly kind: 'passed' }
  /** From a restore, or where a run before has stopped. */
  | { readonly kind: 'go-on' }
  /** Staging does not stand where the next hop starts, so the hops that have passed are climbed there again. */
  | { readonly kind: 'anew'; readonly passed: readonly HopReference[]; readonly because: string }
  /**
   * One of these hops was begun on production, which cannot be backed up on its `from` any more: its rehearsal could
   * never be made again, and without one it could not be finished.
   */
  | { readonly kind: 'begun'; readonly hop: HopReference };

/** @param staging observed now */
export function pathRehearsalOf(
  entries: readonly Entry[],
  hops: readonly HopReference[],
  staging: Observation,
): PathRehearsal {
  const open = hops.findIndex((hop) => rehearsalOf(entries, recordOf(entries, hop)).kind !== 'passed');
  const [next, before] = [hops[open], hops[open - 1]];
  if (next === undefined) return { kind: 'passed' };
  if (before === undefined) return { kind: 'go-on' };
  if (rehearsalOf(entries, recordOf(entries, next)).kind === 'started') return { kind: 'go-on' };
  if (isAsLeftBy(entries, before) && isWholeOn(next.from, staging)) return { kind: 'go-on' };
  const passed = hops.slice(0, open);
  const begun = passed.find((hop) => promotionOf(recordOf(entries, hop)).deployBegun);
  if (begun !== undefined) return { kind: 'begun', hop: begun };
  return {
    kind: 'anew',
    passed,
    because: `staging does not stand on ${next.from} as ${before.id} has left it, so the path is rehearsed anew from a restore`,
  };
}
