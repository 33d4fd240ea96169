import { z } from 'zod';
import { manualId } from './manual-id.ts';
import { hopTest, oneTrigger, onHop, whyNoHopMatches } from './on-hop.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({
      id: manualId,
      text: z
        .string()
        .min(1)
        .describe('What to do, as an instruction to the reader; `{from}` and `{to}` are filled in.'),
      ...onHop,
    })
    .refine(oneTrigger, 'exactly one of entering and landing-on')
    .describe('Something only a person can do. It blocks its hop until it is acknowledged by its id.');

export const manual = ruleKind('manual', { role: 'remark' }, settings, (settings) => ({
  manualId: settings.id,
  apply: (context, source) => {
    const { id, text, url } = settings;
    const doubt = source.doubts.length === 0 ? '' : ` (Not known: ${source.doubts.join(', ')}.)`;
    const known = url === undefined ? {} : { url };
    return { manualSteps: [{ id, text: `${text}${doubt}`, ...known, concerns: hopTest(settings, context) }] };
  },
  whyInactive: (known) => whyNoHopMatches(settings, known),
}));
