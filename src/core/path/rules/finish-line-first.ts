import { z } from 'zod';
import { lineOf } from '../graph/release-graph.ts';
import { from, labelAt, type PlannerContext, type RuleEffects, type RuleSource } from '../graph/rule.ts';
import { line, reasonKeys, since, startOf } from './common.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z.strictObject({ line, since, ...reasonKeys }).describe('A line may be left only from its newest usable release.');

export const finishLineFirst = ruleKind(
  'finish-line-first',
  { role: 'demand', lifted: 'by-default' },
  settings,
  (settings) => ({
    apply: (context, source) => effectsOf(settings, context, source),
    whyInactive: (known) => known.noneIn(settings.since === undefined ? undefined : `>=${settings.since}`),
  }),
);

type Settings = z.output<ReturnType<typeof settings>>;

function effectsOf(settings: Settings, context: PlannerContext, source: RuleSource): RuleEffects {
  const lines = context.lines[settings.line];
  const start = startOf(settings.since, context);
  return {
    hops: [
      {
        source,
        blocked: (place) => {
          const { newest, end } = lineOf(lines, place);
          return end > start && newest !== undefined && place < newest ? from(end) : [];
        },
        why: (place) => {
          const { newest = place, label } = lineOf(lines, place);
          return `${label} is left from its newest usable release, ${labelAt(context, newest)}, not from ${labelAt(context, place)}.`;
        },
      },
    ],
  };
}
