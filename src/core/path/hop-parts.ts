import { type PartVersions, partVersion } from '../model/parts.ts';
import { entryAt } from './graph/catalogue.ts';
import { carrierOf } from './graph/part-table.ts';
import type { PartRow, PlannerContext } from './graph/rule.ts';
import { exactVersion } from './sources/versions/version-range.ts';

/*
 * The versions of the parts at the states of a path, as far as they are known. At the present release: what was observed or
 * given. At the others: what was published with the release, or the one version that a rule names. A part that no rule
 * moves stays as it is, until a person moves it before a hop.
 */

export function partsAtStart(place: number, context: PlannerContext): PartVersions {
  return known(context, (name) => context.parts[name] ?? presentOf(name, place, context));
}

/** @param before their versions on the previous release */
export function partsAfter(before: PartVersions, place: number, context: PlannerContext): PartVersions {
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
  return publishedWith(name, place, context) ?? rowOf(name, place, context)?.to;
}

/** No table says which of several versions the present release is deployed with. */
function presentOf(name: string, place: number, context: PlannerContext): string | undefined {
  const versions = rowOf(name, place, context)?.versions;
  return publishedWith(name, place, context) ?? (versions && exactVersion(versions));
}

function publishedWith(name: string, place: number, { catalogue }: PlannerContext): string | undefined {
  return entryAt(catalogue.entries, place).release.parts?.[name];
}

function rowOf(name: string, place: number, { partTables }: PlannerContext): PartRow | undefined {
  return carrierOf(
    partTables.find(({ part }) => part === name),
    place,
  );
}

export function without(parts: PartVersions, names: readonly string[]): PartVersions {
  return Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name)));
}
