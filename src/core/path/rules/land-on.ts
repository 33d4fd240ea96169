import { z } from 'zod';
import { from, type HopRule, labelAt, type PlannerContext, type RuleEffects, type RuleSource } from '../graph/rule.ts';
import { type ReleaseSpan, uncovered } from '../graph/span.ts';
import { versionOrLine } from '../sources/versions/version-range.ts';
import { reasonKeys } from './common.ts';
import { newestUsable } from './newest-usable.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({
      line: versionOrLine.describe('The line that is entered, such as `1.2`.'),
      'at-least': versionOrLine
        .optional()
        .describe(
          'The lowest release of the line at which to end; an installation that already runs a lower one moves to it before leaving the line.',
        ),
      exactly: versionOrLine.optional().describe('The only release of the line at which to end.'),
      newest: z.literal(true).optional().describe('End at the newest usable release of the line.'),
      ...reasonKeys,
    })
    .refine(
      (value) => [value['at-least'], value.exactly, value.newest].filter((one) => one !== undefined).length === 1,
      'exactly one of at-least, exactly and newest',
    )
    .describe('The release of a line at which a hop from below the line may end.');

export const landOn = ruleKind('land-on', { role: 'demand', lifted: 'by-name' }, settings, (settings) => ({
  apply: (context, source) => landOnEffects(settings, context, source),
  whyInactive: (known) => known.noneIn(settings.line),
}));

type Settings = z.output<ReturnType<typeof settings>>;

function landOnEffects(settings: Settings, context: PlannerContext, source: RuleSource): RuleEffects {
  const [line = { start: 0, end: 0 }] = context.catalogue.spans(settings.line);
  const good = goodPlaces(settings, line, context);
  const bad = uncovered(line, good);
  const isInside = (place: number) => place >= line.start && place < line.end;
  const wanted = wording(settings);
  const entering: HopRule = {
    source,
    blocked: (place) => (place < line.start ? bad : []),
    why: (_, to) => `${labelAt(context, to)} is not where ${settings.line} is entered: land on ${wanted}.`,
  };
  const leaving: HopRule = {
    source,
    blocked: (place) => (isInside(place) && place < (good[0]?.start ?? line.start) ? from(line.end) : []),
    why: (place) => `${settings.line} is not left from ${labelAt(context, place)}: first land on ${wanted}.`,
  };
  const hops = settings['at-least'] === undefined ? [entering] : [entering, leaving];
  return { hops, named: settings.exactly === undefined ? [] : good };
}

function goodPlaces(settings: Settings, line: ReleaseSpan, context: PlannerContext): readonly ReleaseSpan[] {
  const { catalogue } = context;
  if (settings.exactly !== undefined) return catalogue.spans(settings.exactly);
  if (settings['at-least'] !== undefined) {
    return catalogue.spans(`>=${settings['at-least']}`).map(({ start }) => ({ start, end: line.end }));
  }
  const newest = newestUsable(context, line);
  return newest === undefined ? [] : [{ start: newest, end: newest + 1 }];
}

function wording(settings: Settings): string {
  if (settings.exactly !== undefined) return settings.exactly;
  return settings['at-least'] === undefined ? 'its newest usable release' : `${settings['at-least']} or later`;
}
