import { z } from 'zod';
import { partName } from '../../model/parts.ts';
import { when } from '../graph/facts.ts';
import { lineKinds } from '../graph/release-graph.ts';
import type { PlannerContext } from '../graph/rule.ts';
import { versionOrLine, versionRange } from '../sources/versions/version-range.ts';

/** The keys of every rule that demands or grants something. */
export const reasonKeys = {
  reason: z.string().min(1).describe('The reason, in a sentence for the person who reads the plan.'),
  url: z.url().optional().describe('Where the vendor says so.'),
  when: when.optional(),
};

/** The two ends of the hops that a rule is about. */
export const ends = {
  from: versionRange.describe('Where the hops start.'),
  to: versionRange.describe('Where the hops end.'),
};

export const line = z
  .enum(lineKinds)
  .describe('Which releases belong together: those with the same first number (`major`) or first two (`minor`).');

export const land = z
  .enum(['newest', 'any'])
  .default('newest')
  .describe(
    'Where a path may stop on its way through a line: at its `newest` usable release, or at `any`. A target that was requested is not affected by this.',
  );

export const missing = z
  .enum(['ask', 'refuse', 'pass'])
  .default('ask')
  .describe(
    'What to do if the number of a line is missing from the list of releases, such as 1.3 between 1.2 and 1.4: `ask` makes it a manual step, `refuse` forbids passing it, `pass` only mentions it, for products that skip numbers.',
  );

export const since = versionOrLine
  .optional()
  .describe('The rule starts with this version: lines that are wholly below it may be skipped.');

export const until = versionOrLine.optional().describe('The last version or line to which the rule applies.');

export const part = partName.describe(
  'The part beside the release, such as `chart`. Its present version is observed (`probes.parts`), or given (`parts:`, `--part chart=7.10.0`).',
);

/** `4.0, 4.1 and 4.2`; a long list is cut. */
export function listed(names: readonly string[], most = 6): string {
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The first place for which a rule with `since` applies. */
export function startOf(version: string | undefined, context: PlannerContext): number {
  return version === undefined ? 0 : (context.catalogue.spans(`>=${version}`)[0]?.start ?? 0);
}
