import { z } from 'zod';
import { when } from '../graph/facts.ts';
import type { PlannerContext } from '../graph/rule.ts';
import { contains } from '../graph/span.ts';
import { versionRange } from '../sources/versions/version-range.ts';
import type { KnownReleases } from './rule-kind.ts';

/** The keys of a rule that belongs to certain hops. */
export const onHop = {
  entering: versionRange
    .optional()
    .describe('Belongs to the hop that starts below these versions and reaches or passes the first of them.'),
  'landing-on': versionRange.optional().describe('Belongs to every hop that ends on one of these versions.'),
  from: versionRange.optional().describe('Only for hops that start from these versions.'),
  url: z.url().optional().describe('Where it is described.'),
  when: when.optional(),
};

export const oneTrigger = (value: { entering?: string | undefined; 'landing-on'?: string | undefined }) =>
  (value.entering === undefined) !== (value['landing-on'] === undefined);

interface Trigger {
  readonly entering?: string | undefined;
  readonly 'landing-on'?: string | undefined;
  readonly from?: string | undefined;
}

/** Whether a hop is one of those that the keys describe. */
export function hopTest(trigger: Trigger, { catalogue }: PlannerContext): (from: number, to: number) => boolean {
  const starts = trigger.from === undefined ? undefined : catalogue.spans(trigger.from);
  const entering = trigger.entering === undefined ? [] : catalogue.spans(trigger.entering);
  const landing = trigger['landing-on'] === undefined ? [] : catalogue.spans(trigger['landing-on']);
  return (from, to) => {
    if (starts !== undefined && !contains(starts, from)) return false;
    return contains(landing, to) || entering.some(({ start }) => from < start && start <= to);
  };
}

export function whyNoHopMatches(
  { entering, 'landing-on': landing, from }: Trigger,
  known: KnownReleases,
): string | undefined {
  return (entering === undefined ? undefined : known.allBelow(entering)) ?? known.noneIn(landing, from);
}
