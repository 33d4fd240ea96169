import type { Entry, HopReference } from '../model/event.ts';
import type { Observation } from '../model/observation.ts';
import { after, inEnvironment, latest } from './entries.ts';
import { promotionOf } from './promotion.ts';
import { recordOf } from './record.ts';
import { countedRehearsal, type RehearsalTerms } from './situation.ts';

/** Whether staging is unchanged since the rehearsal of a hop passed there. */
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
  /** From a restore, or from where an earlier run stopped. */
  | { readonly kind: 'go-on' }
  /** These have passed and are climbed on staging again, because the next hop starts from where they lead. */
  | { readonly kind: 'anew'; readonly passed: readonly HopReference[]; readonly because: string }
  /**
   * One of these hops was started on production, which can no longer be backed up on the hop's `from`: its rehearsal could
   * never be made again, and without it the hop could not be finished.
   */
  | { readonly kind: 'started'; readonly hop: HopReference };

/** @param staging observed now */
export function pathRehearsalOf(
  entries: readonly Entry[],
  hops: readonly HopReference[],
  staging: Observation,
  terms: RehearsalTerms,
): PathRehearsal {
  const kinds = hops.map((hop) => countedRehearsal(entries, recordOf(entries, hop), terms).kind);
  const open = kinds.findIndex((kind) => kind !== 'passed');
  const [next, before] = [hops[open], hops[open - 1]];
  if (next === undefined) return { kind: 'passed' };
  const canContinue =
    before === undefined || kinds[open] === 'started' || (isAsLeftBy(entries, before) && isWholeOn(next.from, staging));
  const again = hops.filter((_, index) => kinds[index] === 'passed' && (!canContinue || index > open));
  if (again.length === 0) return { kind: 'go-on' };
  const started = again.find((hop) => promotionOf(recordOf(entries, hop)).deployStarted);
  if (started !== undefined) return { kind: 'started', hop: started };
  const because = canContinue
    ? `${next.id}, which comes before it on the path, is rehearsed again`
    : `staging is not on ${next.from} as the previous hop left it, so the path is rehearsed again from a restore`;
  return { kind: 'anew', passed: again, because };
}
