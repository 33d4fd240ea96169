import { z } from 'zod';
import { labelAt } from '../graph/rule.ts';
import { contains } from '../graph/span.ts';
import { ends, reasonKeys } from './common.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () => z.strictObject({ ...ends, ...reasonKeys }).describe('Forbidden hops.');

export const forbidden = ruleKind('forbidden', { role: 'demand', lifted: 'by-name' }, settings, ({ from, to }) => ({
  apply: (context, source) => {
    const starts = context.catalogue.spans(from);
    const forbiddenEnds = context.catalogue.spans(to);
    return {
      hops: [
        {
          source,
          blocked: (place) => (contains(starts, place) ? forbiddenEnds : []),
          why: (start, end) => `No hop may go from ${labelAt(context, start)} to ${labelAt(context, end)}.`,
        },
      ],
    };
  },
  whyInactive: (known) => known.noneIn(from, to),
}));
