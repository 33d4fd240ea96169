import type { Law } from './law.ts';
import type { ProductionCase } from './production-cases.ts';
import { acts, isDone, isFreshStart, mayBeHalfDone, rehearsalCounts } from './production-facts.ts';

type Case = ProductionCase;

const isForRehearsal = ({ request }: Case): boolean => request.purpose === 'rehearsal';
const mayBegin = (c: Case): boolean => c.request.manual === 'done' && isFreshStart(c) && !c.promotion.restoring;

/** The proof of a restore point takes staging away from a rehearsal: what is left of that one is another matter. */
const leftStaging = ({ promotion }: Case): boolean => !promotion.name.includes('proved');

/** What a release engineer expects of the backups of production. */
export const backupLaws: readonly Law<Case>[] = [
  {
    says: 'a backup is taken only of a healthy `from` with nothing pending',
    of: ['backup'],
    about: acts,
    holds: isFreshStart,
  },
  {
    says: 'a restore point is taken only behind a rehearsal that counts',
    of: ['backup'],
    about: (c) => c.request.purpose === 'restore-point' && acts(c),
    holds: rehearsalCounts,
  },
  {
    says: 'a restore point of this attempt that is in the store is not taken again',
    of: ['backup'],
    about: (c) =>
      c.request.purpose === 'restore-point' &&
      c.request.stored === 'everything' &&
      c.promotion.name === 'come to a restore point',
    holds: (c) => !acts(c),
  },
  {
    says: 'a restore point that is not in the store any more, or of another attempt, is taken again before a deploy',
    of: ['backup'],
    about: (c) =>
      c.request.purpose === 'restore-point' &&
      c.request.manual === 'done' &&
      isFreshStart(c) &&
      c.rehearsal.passed === 'young' &&
      !c.promotion.restoring &&
      (c.request.stored === 'nothing' || c.promotion.point !== 'this attempt'),
    holds: acts,
  },
  {
    says: 'the restore point of a hop that is half done is the one from before its deploy, and is never taken again',
    of: ['backup'],
    about: (c) => c.request.purpose === 'restore-point' && mayBeHalfDone(c) && !c.promotion.completed,
    holds: (c) => !acts(c),
  },
  {
    says: 'a hop that is half done continues with its restore point while it is in the store, and only then',
    of: ['backup'],
    about: (c) =>
      c.request.purpose === 'restore-point' &&
      mayBeHalfDone(c) &&
      c.promotion.point !== 'none' &&
      c.seen.migrations !== 'failed' &&
      !c.promotion.completed &&
      !c.promotion.restoring,
    holds: (c) => isDone(c) === (c.request.stored === 'everything'),
  },
  {
    says: 'a rehearsal backup is taken where the store has none and no rehearsal counts',
    of: ['backup'],
    about: (c) => isForRehearsal(c) && mayBegin(c) && c.request.stored === 'nothing' && !rehearsalCounts(c),
    holds: acts,
  },
  {
    says: 'a rehearsal that has failed gets a new backup, though the store has one',
    of: ['backup'],
    about: (c) => isForRehearsal(c) && mayBegin(c) && leftStaging(c) && c.rehearsal.failed,
    holds: acts,
  },
  {
    says: 'a rehearsal that is under way, or counts, gets no other backup',
    of: ['backup'],
    about: (c) =>
      isForRehearsal(c) &&
      mayBegin(c) &&
      (rehearsalCounts(c) || (c.rehearsal.holdsCopy && leftStaging(c) && c.request.stored === 'everything')),
    holds: isDone,
  },
];
