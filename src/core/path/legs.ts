import type { HopReleases } from '../model/hop.ts';
import type { HopParts, PartVersions } from '../model/parts.ts';
import { labelWithPart } from '../model/state.ts';
import { labelAt, type PartFirst, type PlannerContext, type RuleManualStep } from './graph/rule.ts';
import { partsAfter, partsAtStart, without } from './hop-parts.ts';

/** One hop of a path: from a release to the next one, or to another version of a part on the same release. */
export interface Leg {
  /** Places of releases; equal if a part moves alone. */
  readonly from: number;
  readonly to: number;
  readonly labels: { readonly from: string; readonly to: string };
  /** Undefined if the labels are the releases. */
  readonly releases: HopReleases | undefined;
  /** The versions of the parts on both sides, as far as they are known; undefined if there are none. */
  readonly parts: HopParts | undefined;
  /** The rule that makes a part move alone; undefined for a hop to another release. */
  readonly first: PartFirst | undefined;
}

export interface PartRules {
  readonly manualSteps: readonly RuleManualStep[];
  readonly partsFirst: readonly PartFirst[];
}

/** The hops of a path over releases, including those that rules put before one of them. */
export function legsOf(
  [start = 0, ...path]: readonly number[],
  context: PlannerContext,
  { manualSteps, partsFirst }: PartRules,
): Leg[] {
  const legs: Leg[] = [];
  let place = start;
  let label = start === context.current ? context.currentLabel : labelAt(context, start);
  let parts = partsAtStart(start, context);
  const goTo = (to: number, next: { label: string; parts: PartVersions; first?: PartFirst }) => {
    const releases = { from: labelAt(context, place), to: labelAt(context, to) };
    const isPlain = releases.from === label && releases.to === next.label;
    const isWhole = Object.keys(parts).length + Object.keys(next.parts).length === 0;
    legs.push({
      from: place,
      to,
      labels: { from: label, to: next.label },
      releases: isPlain ? undefined : releases,
      parts: isWhole ? undefined : { from: parts, to: next.parts },
      first: next.first,
    });
    place = to;
    label = next.label;
    parts = next.parts;
  };
  for (const to of path) {
    for (const first of partsFirst) {
      if (!first.precedes(place, to, parts[first.part])) continue;
      goTo(place, {
        label: labelWithPart(label, first.part, first.to),
        parts: { ...parts, [first.part]: first.to },
        first,
      });
    }
    const byHand = manualSteps.flatMap(({ moves, concerns }) =>
      moves !== undefined && concerns(place, to) ? [moves] : [],
    );
    parts = without(parts, byHand);
    goTo(to, { label: labelAt(context, to), parts: partsAfter(parts, to, context) });
  }
  return legs;
}
