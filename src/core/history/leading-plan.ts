import type { Entry, EntryOf } from '../model/event.ts';
import { after, isOf } from './entries.ts';

type Planned = EntryOf<'planned'>;

/**
 * The plan that a report is about and a new run continues: the newest that something was to be done for. Whoever only
 * looked at another path since has changed nothing; only where nothing else was planned does a look say where it goes.
 * @param hop its id: of the plans that have it, where any does
 */
export function leadingPlan(entries: readonly Entry[], hop?: string): Planned | undefined {
  const all = entries.filter((entry): entry is Planned => isOf(entry, 'planned'));
  const own = all.filter(({ event }) => hop === undefined || event.hops.some(({ id }) => id === hop));
  return own.findLast((plan) => !isLook(plan)) ?? own.at(-1) ?? all.at(-1);
}

/** The newest plan, where it is not the leading one: nothing was done for it. */
export function lookSince(entries: readonly Entry[]): Planned | undefined {
  const leading = leadingPlan(entries);
  const since = leading === undefined ? [] : after(entries, leading);
  return since.findLast((entry): entry is Planned => isOf(entry, 'planned'));
}

function isLook({ event }: Planned): boolean {
  return event.operation === 'plan';
}
