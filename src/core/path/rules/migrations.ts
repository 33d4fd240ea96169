import { z } from 'zod';
import type { ListedMigration } from '../../model/listed-migrations.ts';
import { from, labelAt, type PlannerContext, type RuleEffects, type RuleSource } from '../graph/rule.ts';
import { firstPlace } from '../graph/span.ts';
import { listed, reasonKeys } from './common.ts';
import { listedMigration, migrationListSource } from './migration-list.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({
      list: z.array(listedMigration).min(1).optional().describe('The migrations, written out.'),
      from: migrationListSource.optional(),
      ...reasonKeys,
    })
    .refine(({ list, from: source }) => (list === undefined) !== (source === undefined), 'exactly one of list and from')
    .describe(
      'Migrations of the data: each must be able to run on a release that the path visits before the one that requires it.',
    );

export const migrations = ruleKind('migrations', { role: 'demand', lifted: 'by-name' }, settings, (settings) => ({
  apply: (context, source) => effectsOf(listIn(settings, context), context, source),
  whyInactive: (known) => {
    if (settings.list === undefined) return undefined;
    const before = settings.list.flatMap((one) => one['required-before'] ?? []);
    if (before.length === 0) return 'no release requires any of them yet';
    return known.allBelow(...before.map((one) => `>=${one}`));
  },
  ...(settings.from === undefined ? {} : { migrationList: settings.from }),
}));

/** What is published with the target is read once the target is known, and passed in; before that it has no effect. */
function listIn(settings: Settings, { migrationLists }: PlannerContext): readonly ListedMigration[] {
  const { list, from: source } = settings;
  return list ?? (source === undefined ? [] : (migrationLists.get(source.url)?.list ?? []));
}

type Settings = z.output<ReturnType<typeof settings>>;

interface Placed {
  readonly id: string;
  readonly runsFrom: number;
  readonly requiredBefore: number;
  readonly text: string;
}

/**
 * A hop past `required-before` has to start where the migration can run. A path only leads upwards, so if the last stop
 * before the hop could not run it, no earlier stop could.
 */
function effectsOf(list: readonly ListedMigration[], context: PlannerContext, source: RuleSource): RuleEffects {
  const placeOf = (version: string) => context.catalogue.spans(`>=${version}`)[0]?.start ?? 0;
  const placed = list
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
