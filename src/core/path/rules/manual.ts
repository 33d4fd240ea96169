import { z } from 'zod';
import { when } from '../graph/facts.ts';
import type { PlannerContext, RuleManualStep, RuleSource } from '../graph/rule.ts';
import { contains } from '../graph/span.ts';
import { versionRange } from '../sources/versions/version-range.ts';

const onHop = {
  entering: versionRange
    .optional()
    .describe('Belongs to the hop that comes from below these versions and reaches or passes their first.'),
  'landing-on': versionRange.optional().describe('Belongs to every hop that ends on one of these versions.'),
  from: versionRange.optional().describe('Only for hops that start from these versions.'),
  url: z.url().optional().describe('Where it is described.'),
  when: when.optional(),
};

const oneTrigger = (value: { entering?: string | undefined; 'landing-on'?: string | undefined }) =>
  (value.entering === undefined) !== (value['landing-on'] === undefined);

export const manual = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'small letters, digits, dots and hyphens, such as code-for-v4')
      .describe('The id with which a person acknowledges that the step is done.'),
    text: z.string().min(1).describe('What to do, as an instruction to the reader.'),
    ...onHop,
  })
  .refine(oneTrigger, 'exactly one of entering and landing-on')
  .describe('Something only a person can do. It blocks its hop until it is acknowledged by its id.');

export const note = z
  .strictObject({ text: z.string().min(1).describe('What the reader of the plan should know.'), ...onHop })
  .refine(oneTrigger, 'exactly one of entering and landing-on')
  .describe('A note about a hop. It blocks nothing.');

type Trigger = Pick<z.output<typeof note>, 'entering' | 'landing-on' | 'from'>;

/** Whether a hop is one of those that the keys speak of. */
export function hopTest(trigger: Trigger, { catalogue }: PlannerContext): (from: number, to: number) => boolean {
  const starts = trigger.from === undefined ? undefined : catalogue.spans(trigger.from);
  const entering = trigger.entering === undefined ? [] : catalogue.spans(trigger.entering);
  const landing = trigger['landing-on'] === undefined ? [] : catalogue.spans(trigger['landing-on']);
  return (from, to) => {
    if (starts !== undefined && !contains(starts, from)) return false;
    return contains(landing, to) || entering.some(({ start }) => from < start && start <= to);
  };
}

export function manualStepOf(
  settings: z.output<typeof manual>,
  context: PlannerContext,
  source: RuleSource,
): RuleManualStep {
  const doubt = source.doubts.length === 0 ? '' : ` (Not known: ${source.doubts.join(', ')}.)`;
  const known = settings.url === undefined ? {} : { url: settings.url };
  return { id: settings.id, text: `${settings.text}${doubt}`, ...known, concerns: hopTest(settings, context) };
}
