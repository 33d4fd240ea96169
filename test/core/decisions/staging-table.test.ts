import { after, before, describe, test } from 'node:test';
import { Court } from './table/law.ts';
import { type StagingCase, stagingCases } from './table/staging-cases.ts';
import { stagingLaws } from './table/staging-laws.ts';
import { stagingOrderLaws } from './table/staging-order-laws.ts';

const laws = [...stagingLaws, ...stagingOrderLaws];

describe('each step on staging, for all that can be observed and recorded', () => {
  const court = new Court(laws);

  before(() => {
    for (const each of stagingCases()) court.hear(each);
  });

  for (const { says } of laws) test(says, () => court.assertKept(says, described));

  after((context) => context.diagnostic(`${court.cases} combinations`));
});

function described({ seen, rehearsal, promotion, traits, decision, command, store }: StagingCase): string {
  return [
    `asked: ${command}, with ${store} in the store, ${JSON.stringify(traits)}`,
    `staging: ${seen.version}, serving: ${seen.serving}, migrations: ${seen.migrations}`,
    `rehearsal: ${rehearsal.name}`,
    `promotion: ${promotion.name}`,
    `decided: ${JSON.stringify(decision)}`,
  ].join('\n');
}
