import { z } from 'zod';
import { entryAt } from '../graph/catalogue.ts';
import { labelAt, type PlannerContext } from '../graph/rule.ts';
import { uncovered } from '../graph/span.ts';
import { listed, reasonKeys } from './common.ts';
import { manualId } from './manual-id.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({
      major: z
        .strictObject({
          id: manualId,
          text: z
            .string()
            .min(1)
            .describe('What to do, as an instruction to the reader; `{from}` and `{to}` are filled in.'),
        })
        .optional()
        .describe('A manual step of every hop that the list calls a major upgrade.'),
      ...reasonKeys,
    })
    .describe(
      'A hop may only go to a release that the list of releases itself names as an upgrade of the one where it starts (`upgrades-to`; the source `rds-engine` reads them).',
    );

export const listedUpgrades = ruleKind(
  'listed-upgrades',
  { role: 'demand', lifted: 'by-default' },
  settings,
  ({ major, url }) => ({
    ...(major && { manualId: major.id }),
    apply: (context, source) => {
      const whole = { start: 0, end: context.catalogue.entries.length };
      const known = url === undefined ? {} : { url };
      return {
        hops: [
          {
            source,
            blocked: (place) => {
              const spans = [...upgradesAt(context, place).keys()].map((to) => ({ start: to, end: to + 1 }));
              return uncovered(whole, spans);
            },
            why: (place, to) => whyNot(context, place, to),
          },
        ],
        ...(major && {
          manualSteps: [{ ...major, ...known, concerns: (from, to) => upgradesAt(context, from).get(to) === 'major' }],
        }),
      };
    },
    whyInactive: () => undefined,
  }),
);

/** By place, where the release at another place may be upgraded to. */
function upgradesAt({ catalogue }: PlannerContext, place: number): ReadonlyMap<number, 'minor' | 'major'> {
  const { minor, major } = entryAt(catalogue.entries, place).release.upgrades ?? { minor: [], major: [] };
  const found = new Map<number, 'minor' | 'major'>();
  for (const [kind, tags] of [
    ['minor', minor],
    ['major', major],
  ] as const)
    for (const tag of tags) {
      const to = catalogue.find(tag);
      if (to !== undefined) found.set(to, kind);
    }
  return found;
}

function whyNot(context: PlannerContext, place: number, to: number): string {
  const from = labelAt(context, place);
  const targets = [...upgradesAt(context, place).keys()].toSorted((one, other) => one - other);
  const only =
    targets.length === 0
      ? `it names no upgrade of ${from} at all`
      : `from ${from} it names ${listed(targets.map((each) => labelAt(context, each)))}`;
  return `The list of releases does not name ${labelAt(context, to)} as an upgrade of ${from}: ${only}.`;
}
