import { z } from 'zod';
import { hopTest, oneTrigger, onHop, whyNoHopMatches } from './on-hop.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({ text: z.string().min(1).describe('What the reader of the plan should know.'), ...onHop })
    .refine(oneTrigger, 'exactly one of entering and landing-on')
    .describe('A note about a hop. It blocks nothing.');

export const note = ruleKind('note', { role: 'remark' }, settings, (settings) => ({
  apply: (context, source) => ({ remarks: [{ source, concerns: hopTest(settings, context) }] }),
  whyInactive: (known) => whyNoHopMatches(settings, known),
}));
