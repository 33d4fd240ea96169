import { z } from 'zod';
import { type Exception, labelAt, type PlannerContext, type RuleEffects, type RuleSource } from '../graph/rule.ts';
import { contains, type ReleaseSpan, uncovered } from '../graph/span.ts';
import { versionRange } from '../sources/versions/version-range.ts';
import { said } from './common.ts';

const ends = {
  from: versionRange.describe('Where the hops start.'),
  to: versionRange.describe('Where the hops end.'),
};

export const forbidden = z.strictObject({ ...ends, ...said }).describe('Hops that may not be made.');

/** The rules about what a hop passes over. An exception lifts these unless it names others. */
export const liftedByDefault = [
  'no-line-skipped',
  'lines-per-hop',
  'finish-line-first',
  'between-majors',
  'enter-only-from',
  'required-stops',
  'only',
] as const;

/** Every rule that an exception may lift. */
export const overrulable = [...liftedByDefault, 'land-on', 'forbidden', 'migrations', 'needs-part'] as const;

export const allowed = z
  .strictObject({
    ...ends,
    overrules: z
      .array(z.enum(overrulable))
      .default([...liftedByDefault])
      .describe(
        'The rules that do not apply to these hops. By default, all rules about what a hop passes over; never those about withdrawn and avoided releases.',
      ),
    ...said,
  })
  .describe('Hops that may be made although a rule forbids them.');

export const only = z
  .strictObject({
    hops: z.array(z.strictObject(ends)).min(1).describe('The hops that may be made.'),
    within: versionRange.optional().describe('Only for hops that start from these versions.'),
    ...said,
  })
  .describe("The vendor's upgrade graph: whatever is not listed is forbidden.");

export const enterOnlyFrom = z
  .strictObject({
    entering: versionRange.describe('The versions that are entered from below.'),
    from: versionRange.describe('The versions from which that is allowed.'),
    ...said,
  })
  .describe('Some versions may be entered only from others: 9.x only from 8.19.');

export function applyForbidden(
  settings: z.output<typeof forbidden>,
  context: PlannerContext,
  source: RuleSource,
): RuleEffects {
  const starts = context.catalogue.spans(settings.from);
  const forbiddenEnds = context.catalogue.spans(settings.to);
  return {
    hops: [
      {
        source,
        blocked: (place) => (contains(starts, place) ? forbiddenEnds : []),
        why: (place, to) => `No hop may go from ${labelAt(context, place)} to ${labelAt(context, to)}.`,
      },
    ],
  };
}

export function exceptionOf(
  settings: z.output<typeof allowed>,
  context: PlannerContext,
  source: RuleSource,
): Exception {
  return {
    source,
    from: context.catalogue.spans(settings.from),
    to: context.catalogue.spans(settings.to),
    overrules: settings.overrules,
  };
}

export function applyOnly(settings: z.output<typeof only>, context: PlannerContext, source: RuleSource): RuleEffects {
  const { catalogue } = context;
  const whole = { start: 0, end: catalogue.entries.length };
  const starts = catalogue.spans(settings.within ?? '*');
  const listed: ReleaseSpan[][] = Array.from({ length: whole.end }, () => []);
  for (const hop of settings.hops) {
    const to = catalogue.spans(hop.to);
    for (const { start, end } of catalogue.spans(hop.from)) {
      for (let place = start; place < end; place++) listed[place]?.push(...to);
    }
  }
  return {
    hops: [
      {
        source,
        blocked: (place) => (contains(starts, place) ? uncovered(whole, listed[place] ?? []) : []),
        why: (place, to) =>
          `The hop from ${labelAt(context, place)} to ${labelAt(context, to)} is not among the listed ones.`,
      },
    ],
  };
}

export function applyEnterOnlyFrom(
  settings: z.output<typeof enterOnlyFrom>,
  context: PlannerContext,
  source: RuleSource,
): RuleEffects {
  const entered = context.catalogue.spans(settings.entering);
  const starts = context.catalogue.spans(settings.from);
  return {
    hops: [
      {
        source,
        blocked: (place) => (contains(entered, place) || contains(starts, place) ? [] : entered),
        why: (place, to) =>
          `${labelAt(context, to)} is among the versions (${settings.entering}) that may be entered only from ${settings.from}, not from ${labelAt(context, place)}.`,
      },
    ],
  };
}
