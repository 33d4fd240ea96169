import { z } from 'zod';
import { labelAt } from '../graph/rule.ts';
import { contains } from '../graph/span.ts';
import { versionRange } from '../sources/versions/version-range.ts';
import { reasonKeys } from './common.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({
      entering: versionRange.describe('The versions that are entered from a lower one.'),
      from: versionRange.describe('The versions from which that is allowed.'),
      ...reasonKeys,
    })
    .describe('Some versions may be entered only from others: 9.x only from 8.19.');

export const enterOnlyFrom = ruleKind(
  'enter-only-from',
  { role: 'demand', lifted: 'by-default' },
  settings,
  ({ entering, from }) => ({
    apply: (context, source) => {
      const entered = context.catalogue.spans(entering);
      const starts = context.catalogue.spans(from);
      return {
        hops: [
          {
            source,
            blocked: (place) => (contains(entered, place) || contains(starts, place) ? [] : entered),
            why: (place, to) =>
              `${labelAt(context, to)} is among the versions (${entering}) that may be entered only from ${from}, not from ${labelAt(context, place)}.`,
          },
        ],
      };
    },
    whyInactive: (known) => known.noneIn(entering),
  }),
);
