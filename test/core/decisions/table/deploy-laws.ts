import type { Law } from './law.ts';
import type { ProductionCase } from './production-cases.ts';
import { acts, isDone, isFreshStart, mayBeHalfDone, rehearsalCounts } from './production-facts.ts';

type Case = ProductionCase;

/** What a release engineer expects of a deploy on production. */
export const deployLaws: readonly Law<Case>[] = [
  {
    says: 'a deploy needs a rehearsal of this hop and digest that passed and is young enough, or a hop found half done',
    of: ['deploy'],
    about: acts,
    holds: (c) => (c.seen.version === 'from' ? rehearsalCounts(c) : c.promotion.hopStarted),
  },
  {
    says: 'a deploy needs production healthy on exactly `from` with nothing pending, or half done by this hop',
    of: ['deploy'],
    about: acts,
    holds: (c) => isFreshStart(c) || mayBeHalfDone(c),
  },
  {
    says: 'a deploy needs a restore point, of this attempt of this run where production is on `from`',
    of: ['deploy'],
    about: acts,
    holds: ({ seen, promotion }) =>
      seen.version === 'from' ? promotion.point === 'this attempt' : promotion.point !== 'none',
  },
  {
    says: 'a deploy needs a restore point that was itself restored, where that is asked for',
    of: ['deploy'],
    about: (c) => acts(c) && c.traits.proveRestorePoint && c.seen.version === 'from',
    holds: ({ promotion }) => promotion.proved,
  },
  {
    says: 'on production the older release is deployed by nothing but a rollback',
    of: ['deploy from'],
    holds: ({ decision }) => decision.kind === 'refuse',
  },
  {
    says: 'a deploy is done when all of this is given',
    of: ['deploy'],
    about: (c) =>
      c.request.manual === 'done' &&
      isFreshStart(c) &&
      c.rehearsal.passed === 'young' &&
      c.promotion.point === 'this attempt' &&
      (c.promotion.proved || !c.traits.proveRestorePoint) &&
      !c.promotion.restoring,
    holds: acts,
  },
  {
    says: 'a deploy whose command ended well is watched to its end where the release serves, and not made again',
    of: ['deploy'],
    about: (c) => acts(c) && c.promotion.inPlace && c.seen.version === 'to' && c.seen.serving === 'yes',
    holds: ({ decision }) => decision.kind === 'act' && decision.how === 'watch',
  },
  {
    says: 'every other deploy is really made',
    of: ['deploy'],
    about: (c) => acts(c) && !(c.promotion.inPlace && c.seen.version === 'to' && c.seen.serving === 'yes'),
    holds: ({ decision }) => decision.kind === 'act' && decision.how === 'deploy',
  },
  {
    says: 'a deploy that was started, and was not seen to be done or does not serve, is done once more',
    of: ['deploy'],
    about: (c) =>
      mayBeHalfDone(c) &&
      (c.seen.serving !== 'yes' || !c.promotion.deployed) &&
      c.seen.migrations !== 'failed' &&
      c.promotion.point !== 'none' &&
      !c.promotion.completed &&
      !c.promotion.restoring,
    holds: acts,
  },
  {
    says: 'a deploy that is done and serves is not done again',
    of: ['deploy'],
    about: (c) =>
      c.promotion.deployed &&
      !c.promotion.restoring &&
      c.seen.version === 'to' &&
      c.seen.serving === 'yes' &&
      c.seen.migrations !== 'failed',
    holds: isDone,
  },
];
