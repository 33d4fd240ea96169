import { after, before, describe, test } from 'node:test';
import { backupLaws } from './table/backup-laws.ts';
import { deployLaws } from './table/deploy-laws.ts';
import { Court } from './table/law.ts';
import { forEachProductionCase, type ProductionCase } from './table/production-cases.ts';
import { productionLaws } from './table/production-laws.ts';
import { rollbackLaws } from './table/rollback-laws.ts';

const laws = [...backupLaws, ...deployLaws, ...productionLaws, ...rollbackLaws];

describe('each step on production, for all that can be observed and recorded', () => {
  const court = new Court(laws);

  before(() => {
    forEachProductionCase((each) => court.hear(each));
  });

  for (const { says } of laws) test(says, () => court.assertKept(says, described));

  after((context) => context.diagnostic(`${court.cases} combinations`));
});

function described({ seen, rehearsal, promotion, traits, decision, command, request }: ProductionCase): string {
  return [
    `asked: ${command} ${JSON.stringify(request)} ${JSON.stringify(traits)}`,
    `production: ${seen.version}, serving: ${seen.serving}, migrations: ${seen.migrations}`,
    `rehearsal: ${rehearsal.name}`,
    `promotion: ${promotion.name}`,
    `decided: ${JSON.stringify(decision)}`,
  ].join('\n');
}
