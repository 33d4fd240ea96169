import { z } from 'zod';
import { from, labelAt, type PlannerContext, type RuleEffects, type RuleSource } from '../graph/rule.ts';
import { firstPlace } from '../graph/span.ts';
import { versionOrLine } from '../sources/versions/version-range.ts';
import { reasonKeys } from './common.ts';
import { newestUsable } from './newest-usable.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({
      at: z
        .union([versionOrLine, z.array(versionOrLine).min(1)])
        .describe('Releases or lines that no hop may pass over. A line stands for its newest usable release.'),
      land: z
        .enum(['newest', 'any'])
        .default('newest')
        .describe('Whether a stop at a line must be made at its `newest` usable release, or may be made at `any`.'),
      ...reasonKeys,
    })
    .describe('Releases at which every path stops; with `when`, only in some installations.');

export const requiredStops = ruleKind(
  'required-stops',
  { role: 'demand', lifted: 'by-default' },
  settings,
  (settings) => ({
    apply: (context, source) => effectsOf(settings, context, source),
    whyInactive: (known) => known.allBelow(...[settings.at].flat().map((at) => `>=${at}`)),
  }),
);

type Settings = z.output<ReturnType<typeof settings>>;

interface Stop {
  readonly name: string;
  /** A hop that starts below this place … */
  readonly before: number;
  /** … may not lead to this place or above. */
  readonly after: number;
  readonly landing: string;
}

function effectsOf(settings: Settings, context: PlannerContext, source: RuleSource): RuleEffects {
  const stops = [settings.at]
    .flat()
    .map((at) => stopAt(at, settings.land, context))
    .sort((a, b) => a.before - b.before);
  const strictest = strictestFrom(stops);
  const stopAfter = (place: number) =>
    strictest[firstPlace(stops.length, (index) => place < (stops[index]?.before ?? 0))];
  return {
    hops: [
      {
        source,
        blocked: (start) => {
          const stop = stopAfter(start);
          return stop === undefined ? [] : from(stop.after);
        },
        why: (start, end) =>
          `Going from ${labelAt(context, start)} straight to ${labelAt(context, end)} would pass over the required stop ${stopAfter(start)?.landing ?? ''}.`,
      },
    ],
    named: settings.land === 'any' ? [] : stops.map(({ before, after }) => ({ start: before, end: after })),
  };
}

/** For each stop, the one that blocks the most among it and those after it: the ranges of stops may be nested. */
function strictestFrom(stops: readonly Stop[]): Stop[] {
  const strictest: Stop[] = [];
  let best: Stop | undefined;
  for (const stop of stops.toReversed()) {
    if (best === undefined || stop.after <= best.after) best = stop;
    strictest.push(best);
  }
  return strictest.reverse();
}

function stopAt(name: string, land: 'newest' | 'any', context: PlannerContext): Stop {
  const [span = { start: 0, end: 0 }] = context.catalogue.spans(name);
  const place = newestUsable(context, span);
  if (place === undefined) {
    // There is no release to stop at, and still no hop may pass: the vendor's word counts more than the list.
    const why = span.start === span.end ? 'of which no release is known' : 'of which no release may be used';
    return { name, before: span.start, after: span.start, landing: `${name}, ${why}` };
  }
  if (land === 'any') return { name, before: span.start, after: span.end, landing: name };
  const label = labelAt(context, place);
  return { name, before: place, after: place + 1, landing: label === name ? label : `${name} (${label})` };
}
