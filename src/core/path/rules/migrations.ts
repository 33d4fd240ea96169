import { z } from 'zod';
import { from, labelAt, type PlannerContext, type RuleEffects, type RuleSource } from '../graph/rule.ts';
import { firstPlace } from '../graph/span.ts';
import { versionOrLine } from '../sources/versions/version-range.ts';
import { listed, said } from './common.ts';
import { ruleKind } from './rule-kind.ts';

const migration = z.strictObject({
  id: z
    .union([z.string().min(1), z.int()])
    .transform(String)
    .describe("The vendor's name or number of the migration."),
  'runs-from': versionOrLine.describe('The first release that can run it.'),
  'required-before': versionOrLine
    .optional()
    .describe('The first release that refuses data on which it has not run. Leave it out while there is none.'),
});

const settings = z
  .strictObject({
    list: z.array(migration).min(1).describe('The migrations, as the vendor lists them for the target.'),
    ...said,
  })
  .describe(
    'Migrations of the data: each must be able to run on a release that the path visits before the one that requires it.',
  );

export const migrations = ruleKind('migrations', { role: 'demand', lifted: 'by-name' }, settings, (settings) => ({
  apply: (context, source) => effectsOf(settings, context, source),
  whyInactive: (known) => {
    const before = settings.list.flatMap((one) => one['required-before'] ?? []);
    if (before.length === 0) return 'no release requires any of them yet';
    return known.allBelow(...before.map((one) => `>=${one}`));
  },
}));

type Settings = z.output<typeof settings>;

interface Placed {
  readonly id: string;
  readonly runsFrom: number;
  readonly requiredBefore: number;
  readonly text: string;
}

/**
 * A hop over `required-before` needs to start where the migration could run. The path only climbs, so no earlier stop
 * could have run what the last one before the hop could not.
 */
function effectsOf(settings: Settings, context: PlannerContext, source: RuleSource): RuleEffects {
  const placeOf = (version: string) => context.catalogue.spans(`>=${version}`)[0]?.start ?? 0;
  const placed = settings.list
    .flatMap((one): Placed[] => {
      const before = one['required-before'];
      if (before === undefined) return [];
      const text = `${one.id} (runs from ${one['runs-from']}, required before ${before})`;
      return [{ id: one.id, runsFrom: placeOf(one['runs-from']), requiredBefore: placeOf(before), text }];
    })
    .sort((a, b) => a.runsFrom - b.runsFrom);
  // The lowest release that refuses, among the migrations that cannot run below a place.
  const limits: number[] = [];
  for (let index = placed.length - 1; index >= 0; index--) {
    limits[index] = Math.min(placed[index]?.requiredBefore ?? Infinity, limits[index + 1] ?? Infinity);
  }
  const firstBeyond = (place: number) => firstPlace(placed.length, (index) => (placed[index]?.runsFrom ?? 0) > place);
  return {
    hops: [
      {
        source,
        blocked: (place) => {
          const limit = limits[firstBeyond(place)];
          return limit === undefined ? [] : from(limit);
        },
        why: (place, to) => {
          const missed = placed.slice(firstBeyond(place)).filter(({ requiredBefore }) => requiredBefore <= to);
          const names = listed(
            missed.map(({ text }) => text),
            3,
          );
          const many = missed.length === 1 ? 'migration' : 'migrations';
          return `Going from ${labelAt(context, place)} straight to ${labelAt(context, to)} would pass the ${many} ${names} without a release that can run ${missed.length === 1 ? 'it' : 'them'}.`;
        },
      },
    ],
  };
}
