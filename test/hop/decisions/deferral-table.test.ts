import { describe, test } from 'node:test';
import { decideDeferral } from '../../../src/hop/decisions/deploy.ts';
import { hop } from '../world.ts';
import { Court, type Law } from './table/law.ts';
import { everythingSeen, type Seen } from './table/observations.ts';

interface DeferralCase {
  readonly command: 'prove';
  readonly before: Seen;
  readonly after: Seen;
  readonly decision: ReturnType<typeof decideDeferral>;
}

const hasBegun = ({ before, after }: DeferralCase): boolean =>
  after.migrations === 'running' ||
  after.migrations === 'failed' ||
  (before.migrations === 'done' && after.migrations === 'done, one more than before');

const laws: readonly Law<DeferralCase>[] = [
  {
    says: 'migrations are kept back when none has begun',
    about: (c) => c.decision.kind === 'act',
    holds: (c) => !hasBegun(c) && c.after.migrations !== 'unknown',
  },
  {
    says: 'a migration that has begun, or is complete by now, is a failure',
    about: hasBegun,
    holds: ({ decision }) => decision.kind === 'failed' && decision.message.next !== '',
  },
  {
    says: 'what cannot be told is looked at again',
    about: ({ after }) => after.migrations === 'unknown',
    holds: ({ decision }) => decision.kind === 'waiting',
  },
];

describe('whether migrations were kept back, for all that can be observed before and after a deploy', () => {
  const court = new Court(laws);
  for (const before of everythingSeen) {
    for (const after of everythingSeen) {
      const decision = decideDeferral(before.observation, after.observation, hop);
      court.hear({ command: 'prove', before, after, decision });
    }
  }

  for (const { says } of laws) test(says, () => court.assertKept(says, (seen) => JSON.stringify(seen)));
});
