import { after, before, describe, test } from 'node:test';
import { Court } from './table/law.ts';
import { type WaitCase, waitCases } from './table/wait-cases.ts';
import { waitLaws } from './table/wait-laws.ts';

describe('each look of a wait, for all that can be observed and recorded', () => {
  const court = new Court(waitLaws);

  before(() => {
    for (const each of waitCases()) court.hear(each);
  });

  for (const { says } of waitLaws) test(says, () => court.assertKept(says, described));

  after((context) => context.diagnostic(`${court.cases} combinations`));
});

function described({ command, environment, seen, rehearsal, promotion, deferrable, answer }: WaitCase): string {
  return [
    `asked: ${command} on ${environment}, deferrable: ${deferrable}`,
    `seen: ${seen.version}, serving: ${seen.serving}, migrations: ${seen.migrations}`,
    `rehearsal: ${rehearsal.name}`,
    `promotion: ${promotion.name}`,
    `answered: ${answer}`,
  ].join('\n');
}
