import { z } from 'zod';
import { versionOrLine, versionRange } from '../sources/versions/version-range.ts';
import { reasonKeys } from './common.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({
      versions: versionRange.describe('The releases at which no hop may end.'),
      'fixed-in': versionOrLine.optional().describe('The release that fixes it.'),
      ...reasonKeys,
    })
    .describe('Releases that a path avoids, although the vendor has not withdrawn them.');

export const avoid = ruleKind('avoid', { role: 'demand' }, settings, ({ versions, 'fixed-in': fixedIn }) => ({
  avoided: (catalogue, source) => ({
    source,
    spans: catalogue.spans(versions),
    ...(fixedIn === undefined ? {} : { fixedIn }),
  }),
  whyInactive: (known) => known.noneIn(versions),
}));
