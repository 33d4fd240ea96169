import { describe, test } from 'node:test';
import { type Deferral, decideDeferral } from '../../../src/core/decisions/deferral.ts';
import { traceOf } from '../../../src/core/history/migration-trace.ts';
import { hop } from '../history/world.ts';
import { Court, type Law } from './table/law.ts';
import { everythingSeen, type Seen } from './table/observations.ts';

interface DeferralCase {
  readonly command: 'prove';
  /** The previous release; the first look at the deployed one; a later look. */
  readonly before: Seen['migrations'];
  readonly first: Seen['migrations'];
  readonly later: Seen['migrations'];
  readonly deferral: Deferral;
}

const newest: Partial<Record<Seen['migrations'], string>> = {
  done: 'm6',
  'done, one more than before': 'm7',
  pending: 'm6',
  'pending behind one that ran': 'm7',
  'pending, with a job in the queue': 'm6',
};
const next: Partial<Record<Seen['migrations'], string>> = {
  pending: 'm7',
  'pending, and not told what is complete': 'm7',
  'pending behind one that ran': 'm8',
  'pending, with a job in the queue': 'm7',
};
const quiet = new Set<Seen['migrations']>(['done, and not told which', ...keys(newest), ...keys(next)]);

function keys(of: Partial<Record<Seen['migrations'], string>>): Seen['migrations'][] {
  return everythingSeen.map(({ migrations }) => migrations).filter((name) => name in of);
}

const differs = (was: string | undefined, is: string | undefined): boolean =>
  was !== undefined && is !== undefined && was !== is;

const hasMoved = ({ before, first, later }: DeferralCase): boolean =>
  differs(newest[before], newest[later]) ||
  differs(newest[first], newest[later]) ||
  (next[first] !== undefined && quiet.has(later) && next[first] !== next[later]);

const hasStarted = (c: DeferralCase): boolean =>
  ['running', 'failed', 'pending, with a job in the queue'].includes(c.later) || hasMoved(c);

const isTold = ({ before, later }: DeferralCase): boolean =>
  newest[before] !== undefined && newest[later] !== undefined;

const laws: readonly Law<DeferralCase>[] = [
  {
    says: 'migrations are said to be kept back only where the data shows that none has started',
    about: ({ deferral }) => deferral.kind === 'proved',
    holds: (c) => !hasStarted(c) && c.later !== 'unknown' && isTold(c),
  },
  {
    says: 'where it is told before and after which is the newest complete one, and nothing has started, that is proof',
    about: (c) => !hasStarted(c) && c.later !== 'unknown' && isTold(c),
    holds: ({ deferral }) => deferral.kind === 'proved',
  },
  {
    says: 'where nothing would show that one has started, nothing is claimed, and it is said why',
    about: (c) => !hasStarted(c) && c.later !== 'unknown' && !isTold(c),
    holds: ({ deferral }) => deferral.kind === 'unproved' && deferral.why !== '',
  },
  {
    says: 'what has started, is queued, is complete by now, or is not pending any more, was not deferred',
    about: (c) => hasStarted(c) && c.later !== 'unknown',
    holds: ({ deferral }) => deferral.kind === 'started' && deferral.what !== '',
  },
  {
    says: 'what cannot be determined is looked at again',
    about: ({ later }) => later === 'unknown',
    holds: ({ deferral }) => deferral.kind === 'cannot-tell',
  },
];

describe('whether migrations were deferred, for everything that can be observed before and after a deploy', () => {
  const court = new Court(laws);
  const migrations = everythingSeen
    .filter(({ version, serving }) => version === 'to' && serving === 'yes')
    .map(({ migrations: name, observation }) => ({ name, seen: observation.migrations }));
  for (const before of migrations) {
    for (const first of migrations) {
      for (const later of migrations) {
        const deferral = decideDeferral(traceOf(before.seen), traceOf(first.seen), later.seen, hop);
        court.hear({ command: 'prove', before: before.name, first: first.name, later: later.name, deferral });
      }
    }
  }

  for (const { says } of laws) test(says, () => court.assertKept(says, (seen) => JSON.stringify(seen)));
});
