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

const newest: Partial<Record<Seen['migrations'], string>> = { done: 'm6', 'done, one more than before': 'm7' };

/** What is complete now is not what was before, as far as both are told. */
const hasMoved = ({ before, after }: DeferralCase): boolean => {
  const [was, is] = [newest[before.migrations], newest[after.migrations]];
  return was !== undefined && is !== undefined && was !== is;
};

const hasBegun = (c: DeferralCase): boolean =>
  c.after.migrations === 'running' || c.after.migrations === 'failed' || hasMoved(c);

const laws: readonly Law<DeferralCase>[] = [
  {
    says: 'migrations are kept back when none has begun',
    about: (c) => c.decision.kind === 'act',
    holds: (c) => !hasBegun(c) && c.after.migrations !== 'unknown',
  },
  {
    says: 'migrations that none has begun of are said to be kept back, also where it is not told which is the newest',
    about: (c) => !hasBegun(c) && c.after.migrations !== 'unknown',
    holds: (c) => c.decision.kind === 'act',
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
