import { z } from 'zod';
import { versionRange } from '../sources/versions/version-range.ts';
import { part } from './common.ts';
import { fileRequirement } from './file-requirement.ts';
import { partFit } from './needs-part.ts';
import { hopTest, oneTrigger, onHop, whyNoHopMatches } from './on-hop.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({
      id: z
        .string()
        .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'lowercase letters, digits, dots and hyphens, such as chart-4-redis-host')
        .describe('The id of the step. If none of these files is known, a person acknowledges the step with it.'),
      text: z.string().min(1).describe('What to change and why, as an instruction to the reader.'),
      changes: z.array(fileRequirement).min(1).describe("What the user's files must say before the hop."),
      'part-entering': z
        .strictObject({ part, versions: versionRange.describe('The versions of the part that are entered.') })
        .optional()
        .describe('Only for hops that upgrade a part, such as the chart, to these versions from a lower one.'),
      ...onHop,
    })
    .refine(oneTrigger, 'exactly one of entering and landing-on')
    .describe(
      "A change of the user's own files that a release asks for. It blocks its hop until the files have it; `configure` shows and writes it.",
    );

export const configuration = ruleKind('configuration', { role: 'remark' }, settings, (settings) => ({
  manualId: settings.id,
  changes: settings.changes,
  ...(settings['part-entering'] === undefined ? {} : { part: settings['part-entering'].part }),
  apply: (context, source) => {
    const { id, text, url, 'part-entering': entered } = settings;
    const doubt = source.doubts.length === 0 ? '' : ` (Not known: ${source.doubts.join(', ')}.)`;
    const known = url === undefined ? {} : { url };
    const onHops = hopTest(settings, context);
    const fit = entered && partFit(entered.part, entered.versions, context);
    const carried = entered !== undefined && context.carriedParts.has(entered.part);
    // A part that comes with no release is moved by the deploy's own settings, so it may be moved on this hop.
    const concerns = (from: number, to: number): boolean =>
      onHops(from, to) && (fit === undefined || (fit(from) !== 'fits' && !(carried && fit(to) === 'misses')));
    return { manualSteps: [{ id, text: `${text}${doubt}`, ...known, concerns }] };
  },
  whyInactive: (known) => whyNoHopMatches(settings, known),
}));
