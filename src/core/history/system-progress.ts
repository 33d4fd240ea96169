import type { Entry, EntryOf } from '../model/event.ts';
import type { PlannedHop } from '../model/planned-hop.ts';
import { isOf } from './entries.ts';
import { leadingPlan, lookSince } from './leading-plan.ts';
import { promotionOf } from './promotion.ts';
import { recordOf } from './record.ts';
import { unfinishedClimb } from './unfinished.ts';
import { type Holder, type Terms, whereaboutsOf } from './whereabouts.ts';

/** What production was last known to run, and since when without a change. */
export interface Runs {
  readonly label: string;
  readonly since: string;
  /** When it was last seen, or done. */
  readonly seen: string;
}

/** Where one of several systems is, according to its journal alone. */
export interface SystemProgress {
  readonly runs: Runs | undefined;
  /** The plan that is climbed, or the newest look where nothing was started. */
  readonly planned: EntryOf<'planned'> | undefined;
  /** A newer plan that somebody only looked at. */
  readonly lookedAt: EntryOf<'planned'> | undefined;
  /** The hops of it that are complete. */
  readonly done: number;
  /** What a run of the whole fleet last asked of it, in whatever ring. */
  readonly asked: { readonly target: string; readonly at: string } | undefined;
  readonly climb:
    | { readonly kind: 'none' }
    /** It continues by itself: `target` is where it leads. */
    | { readonly kind: 'waits'; readonly target: string }
    /** A person has to look at it. `because` is a sentence. */
    | { readonly kind: 'stopped'; readonly because: string };
  readonly holder: Holder;
  /** The run that wrote last. */
  readonly lastRun: Entry['run'] | undefined;
}

export function systemProgress(entries: readonly Entry[], terms: Omit<Terms, 'production'>): SystemProgress {
  const planned = leadingPlan(entries);
  return {
    runs: runsOf(entries),
    planned,
    lookedAt: lookSince(entries),
    done: planned === undefined ? 0 : planned.event.hops.filter((hop) => isComplete(entries, hop)).length,
    asked: askedOf(entries),
    climb: climbOf(entries),
    holder: whereaboutsOf(entries, { ...terms, production: undefined }).holder,
    lastRun: entries.at(-1)?.run,
  };
}

function isComplete(entries: readonly Entry[], hop: PlannedHop): boolean {
  return promotionOf(recordOf(entries, hop)).completed !== undefined;
}

/** Whatever changes production ends what was known about it, until it is seen again. */
function runsOf(entries: readonly Entry[]): Runs | undefined {
  let runs: Runs | undefined;
  for (const entry of entries) {
    const { event, at } = entry;
    const label = labelSeen(event);
    if (label !== undefined)
      runs =
        runs?.label === label && event.type === 'at-target' ? { ...runs, seen: at } : { label, since: at, seen: at };
    else if (changesProduction(event)) runs = undefined;
  }
  return runs;
}

function labelSeen(event: Entry['event']): string | undefined {
  switch (event.type) {
    case 'at-target':
      return event.version;
    case 'completed':
      return event.hop.to;
    case 'adopted':
      return event.environment === 'production' ? event.version : undefined;
    case 'rolled-back':
      return event.environment === 'production' ? event.to : undefined;
    default:
      return undefined;
  }
}

const changing: readonly string[] = ['deploying', 'migrating', 'rolling-back', 'restoring'];

function changesProduction(event: Entry['event']): boolean {
  return changing.includes(event.type) && 'environment' in event && event.environment === 'production';
}

function askedOf(entries: readonly Entry[]): SystemProgress['asked'] {
  const last = entries.findLast(
    (entry): entry is EntryOf<'planned'> | EntryOf<'at-target'> =>
      isOf(entry, 'at-target') ||
      (isOf(entry, 'planned') && entry.event.operation === 'climb' && entry.event.ring !== undefined),
  );
  if (last === undefined) return undefined;
  return { target: last.event.type === 'planned' ? last.event.target : last.event.version, at: last.at };
}

/** A plan with nothing left to do is not a climb: a plan that is complete, or was never started, needs nobody's attention. */
function climbOf(entries: readonly Entry[]): SystemProgress['climb'] {
  const found = unfinishedClimb(entries);
  if (found.kind === 'waits') return { kind: 'waits', target: found.target };
  const climbed = entries.findLast(
    (entry): entry is EntryOf<'planned'> => isOf(entry, 'planned') && entry.event.operation === 'climb',
  );
  if (climbed === undefined) return { kind: 'none' };
  if (climbed.event.hops.every((hop) => isComplete(entries, hop))) return { kind: 'none' };
  return { kind: 'stopped', because: found.because };
}
