import { z } from 'zod';
import { labelAt } from '../graph/rule.ts';
import { contains, type ReleaseSpan, uncovered } from '../graph/span.ts';
import { versionRange } from '../sources/versions/version-range.ts';
import { ends, reasonKeys } from './common.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({
      hops: z.array(z.strictObject(ends)).min(1).describe('The allowed hops.'),
      within: versionRange.optional().describe('Only for hops that start from these versions.'),
      ...reasonKeys,
    })
    .describe("The vendor's upgrade graph: whatever is not listed is forbidden.");

export const only = ruleKind('only', { role: 'demand', lifted: 'by-default' }, settings, ({ hops, within }) => ({
  apply: (context, source) => {
    const { catalogue } = context;
    const whole = { start: 0, end: catalogue.entries.length };
    const starts = catalogue.spans(within ?? '*');
    const listed: ReleaseSpan[][] = Array.from({ length: whole.end }, () => []);
    for (const hop of hops) {
      const to = catalogue.spans(hop.to);
      for (const { start, end } of catalogue.spans(hop.from)) {
        for (let place = start; place < end; place++) listed[place]?.push(...to);
      }
    }
    return {
      hops: [
        {
          source,
          blocked: (place) => (contains(starts, place) ? uncovered(whole, listed[place] ?? []) : []),
          why: (place, to) =>
            `The hop from ${labelAt(context, place)} to ${labelAt(context, to)} is not among the listed ones.`,
        },
      ],
    };
  },
  whyInactive: (known) => known.noneIn(within),
}));
