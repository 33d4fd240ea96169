import { after, before, describe, test } from 'node:test';
import { decideCarryOver, type HopBefore } from '../../../src/core/decisions/carry-over.ts';
import { situationOf } from '../../../src/core/history/situation.ts';
import { hop } from '../history/world.ts';
import { entriesOf, maxAge, now, planned } from './table/chronicle.ts';
import { Court, type Law } from './table/law.ts';
import { everythingSeen, isHealthy, type Seen } from './table/observations.ts';
import { type RehearsalCase, rehearsalsOf } from './table/rehearsals.ts';

interface CarryOverCase {
  readonly command: 'carry-over';
  readonly seen: Seen;
  /** Of the hop that is to start. */
  readonly rehearsal: RehearsalCase;
  readonly hopBefore: HopBefore;
  readonly decision: ReturnType<typeof decideCarryOver>;
}

const id = '0.9.9--1.0.2';
const backup = 'the-backup-of-the-path';
const reached = {
  backup,
  startedAt: now.toISOString(),
  carried: false,
  scrubbed: true,
  smokedFrom: true,
  deployStarted: true,
  inPlace: true,
  deployedTo: true,
  smokedTo: true,
  rolledBack: true,
  smokedBack: true,
  deployedAgain: true,
  migrating: true,
  waited: true,
  smokedLast: false,
};
const hopsBefore: readonly HopBefore[] = [true, false].flatMap((isAsLeft): HopBefore[] => [
  { id, isAsLeft, rehearsal: { kind: 'none' } },
  { id, isAsLeft, rehearsal: { kind: 'void', because: 'it failed' } },
  { id, isAsLeft, rehearsal: { kind: 'started', ...reached } },
  { id, isAsLeft, rehearsal: { kind: 'passed', backup, at: now.toISOString(), dataAt: now.toISOString() } },
]);

const isToBegin = ({ rehearsal }: CarryOverCase): boolean => rehearsal.passed !== 'young' && !rehearsal.holdsCopy;
const isLeft = ({ hopBefore }: CarryOverCase): boolean => hopBefore.rehearsal.kind === 'passed' && hopBefore.isAsLeft;
const runsHealthyOnFrom = ({ seen }: CarryOverCase): boolean => seen.version === 'from' && isHealthy(seen);

const laws: readonly Law<CarryOverCase>[] = [
  {
    says: 'a hop goes on only where the one before has passed and left staging, untouched since, whole on its release',
    about: ({ decision }) => decision.kind === 'act',
    holds: (c) => isToBegin(c) && isLeft(c) && runsHealthyOnFrom(c),
  },
  {
    says: 'there it continues, on the backup that the path was started with',
    about: (c) => isToBegin(c) && isLeft(c) && runsHealthyOnFrom(c),
    holds: ({ decision }) => decision.kind === 'act' && decision.backup === backup,
  },
  {
    says: 'a hop that has passed, or is under way, is not started again',
    about: (c) => !isToBegin(c),
    holds: ({ decision }) => decision.kind === 'already-done',
  },
  {
    says: 'what staging runs may be unknown, and is then called so',
    about: (c) => isToBegin(c) && isLeft(c) && c.seen.version === 'unknown',
    holds: ({ decision }) => decision.kind === 'unknown',
  },
  {
    says: 'everything else is refused, with how the path is started again',
    about: (c) => isToBegin(c) && !(isLeft(c) && (runsHealthyOnFrom(c) || c.seen.version === 'unknown')),
    holds: ({ decision }) => decision.kind === 'refuse' && /again/.test(decision.message.next),
  },
];

describe('where a hop continues in a rehearsal of the whole path, for all that can be observed and recorded', () => {
  const court = new Court(laws);

  before(() => {
    const traits = { deferrable: true, proveRestorePoint: false };
    for (const rehearsal of rehearsalsOf(true)) {
      const entries = entriesOf([planned, ...rehearsal.lines]);
      for (const seen of everythingSeen) {
        const { observation } = seen;
        const situation = situationOf({ hop, traits, now, observation, entries, rehearsalMaxAge: maxAge });
        for (const hopBefore of hopsBefore) {
          const decision = decideCarryOver(situation, hopBefore);
          court.hear({ command: 'carry-over', seen, rehearsal, hopBefore, decision });
        }
      }
    }
  });

  for (const { says } of laws) test(says, () => court.assertKept(says, (seen) => JSON.stringify(seen, undefined, 1)));

  after((context) => context.diagnostic(`${court.cases} combinations`));
});
