import { type HopParts, type PartVersions, partVersion } from '../model/parts.ts';
import { entryAt } from './graph/catalogue.ts';
import { carrierOf } from './graph/part-table.ts';
import type { PlannerContext, RuleManualStep } from './graph/rule.ts';
import { exactVersion } from './sources/versions/version-range.ts';

/**
 * The versions of the parts on both sides of each hop of a path, as far as they are known: at the present release what
 * was observed or given; at the others what was published with the release, or the one version that a rule names. A part
 * that no rule moves stays as it is, until a person moves it before a hop.
 */
export function partsOfHops(
  path: readonly number[],
  context: PlannerContext,
  manualSteps: readonly RuleManualStep[],
): (HopParts | undefined)[] {
  const [start = context.current] = path;
  let from: PartVersions = atStart(start, context);
  return path.slice(1).map((place, index) => {
    const before = path[index] ?? start;
    const movedByHand = manualSteps.flatMap(({ moves, concerns }) =>
      moves !== undefined && concerns(before, place) ? [moves] : [],
    );
    if (movedByHand.length > 0) from = without(from, movedByHand);
    const to = after(from, place, context);
    const sides = { from, to };
    from = to;
    return Object.keys(sides.from).length + Object.keys(sides.to).length === 0 ? undefined : sides;
  });
}

function atStart(place: number, context: PlannerContext): PartVersions {
  return known(context, (name) => context.parts[name] ?? carried(name, place, context));
}

function after(before: PartVersions, place: number, context: PlannerContext): PartVersions {
  return known(context, (name) => {
    const version = carried(name, place, context);
    return version ?? (context.carriedParts.has(name) ? undefined : before[name]);
  });
}

function known({ partNames }: PlannerContext, versionOf: (name: string) => string | undefined): PartVersions {
  return Object.fromEntries(
    partNames.flatMap((name) => {
      const version = versionOf(name);
      return version !== undefined && partVersion.safeParse(version).success ? [[name, version] as const] : [];
    }),
  );
}

function carried(name: string, place: number, context: PlannerContext): string | undefined {
  const published = entryAt(context.catalogue.entries, place).release.parts?.[name];
  if (published !== undefined) return published;
  const partTable = context.partTables.find(({ part }) => part === name);
  const versions = partTable && carrierOf(partTable, place);
  return versions === undefined ? undefined : exactVersion(versions);
}

function without(parts: PartVersions, names: readonly string[]): PartVersions {
  return Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name)));
}
