import { z } from 'zod';
import { when } from '../graph/facts.ts';
import { lineKinds } from '../graph/release-graph.ts';
import { versionOrLine } from '../sources/versions/version-range.ts';

/** The keys of every rule that demands or grants something. */
export const said = {
  reason: z.string().min(1).describe('The reason, in a sentence for the person who reads the plan.'),
  url: z.url().optional().describe('Where the vendor says so.'),
  when: when.optional(),
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
    'Where the number of a line is missing from the list of releases, such as 1.3 between 1.2 and 1.4: `ask` makes it a manual step, `refuse` forbids passing it, `pass` only mentions it, for products that leave out numbers.',
  );

export const since = versionOrLine
  .optional()
  .describe('The rule starts with this version: lines that are wholly below it may be skipped.');

export const until = versionOrLine.optional().describe('The last version or line to which the rule applies.');
