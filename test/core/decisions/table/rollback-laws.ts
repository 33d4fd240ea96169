import { hop } from '../../history/world.ts';
import { backups, next } from './chronicle.ts';
import type { Law } from './law.ts';
import { isComplete } from './observations.ts';
import type { ProductionCase } from './production-cases.ts';
import { isUnharmed, ranSince } from './production-facts.ts';

type Case = ProductionCase;

const rollsBackBy = (c: Case): 'redeploy' | 'restore' | 'nothing' =>
  c.command === 'rollback' && c.decision.kind === 'act' && 'way' in c.decision ? c.decision.way : 'nothing';

const isOnHop = ({ seen }: Case): boolean => ['from', 'to', 'unknown'].includes(seen.version);

/** Nothing has started, nothing is running, and the record says that nothing was started. */
const isWindowOpen = ({ traits, promotion, seen }: Case): boolean =>
  traits.deferrable &&
  promotion.hopStarted &&
  !promotion.started &&
  !promotion.completed &&
  !promotion.restoring &&
  !promotion.notDeferred &&
  promotion.tellsMigrations &&
  seen.migrations === 'pending';

/** Nothing of it answers. */
const isSilent = ({ seen }: Case): boolean => seen.version === 'unknown' && seen.migrations === 'unknown';

const isTyped = (c: Case): boolean => c.command === 'rollback' && c.request.confirmation === 'of this hop';

/** The older release runs on what this hop has restored, nothing shows that it was touched, and nobody typed the hop. */
const mayTestAgain = ({ promotion, seen, command, request }: Case): boolean =>
  command === 'rollback' &&
  request.confirmation === 'none' &&
  promotion.restored &&
  promotion.hopStarted &&
  seen.version === 'from' &&
  !ranSince(seen);

/** What a release engineer expects of a rollback on production. */
export const rollbackLaws: readonly Law<Case>[] = [
  {
    says: 'a rollback has nothing to do exactly where this hop has started nothing and the older release serves',
    of: ['rollback'],
    holds: ({ decision, seen, promotion }) =>
      (decision.kind === 'already-done') ===
      (seen.version === 'from' && seen.serving === 'yes' && !promotion.hopStarted && !promotion.restoring),
  },
  {
    says: 'a rollback goes back only from what this hop has started',
    of: ['rollback'],
    about: (c) => rollsBackBy(c) !== 'nothing',
    holds: ({ promotion }) => promotion.hopStarted || promotion.restoring,
  },
  {
    says: 'the older release is deployed again only on data that no migration of the newer one has touched',
    of: ['rollback'],
    about: (c) => rollsBackBy(c) === 'redeploy',
    holds: (c) =>
      mayTestAgain(c) ||
      (isOnHop(c) &&
        c.traits.deferrable &&
        !c.promotion.started &&
        !c.promotion.dataMigrated &&
        !c.promotion.completed &&
        !c.promotion.restoring &&
        !c.promotion.notDeferred &&
        !ranSince(c.seen)),
  },
  {
    says: 'what was put back is not restored once more for the asking, but deployed on and tested',
    of: ['rollback'],
    about: mayTestAgain,
    holds: (c) => rollsBackBy(c) === 'redeploy',
  },
  {
    says: 'whether a migration has run may only be unknown where nothing answers at all',
    of: ['rollback'],
    about: (c) => rollsBackBy(c) === 'redeploy' && c.seen.migrations === 'unknown' && !mayTestAgain(c),
    holds: ({ seen }) => seen.version === 'unknown',
  },
  {
    says: 'a migration that the newer release brought and that is complete by itself closes the window',
    of: ['rollback'],
    about: (c) => rollsBackBy(c) === 'redeploy' && c.seen.version === 'to' && isComplete(c.seen),
    holds: ({ promotion }) => !promotion.smoked,
  },
  {
    says: 'production is restored over only when a person typed the hop, and only with the restore point of this hop',
    of: ['rollback'],
    about: (c) => rollsBackBy(c) === 'restore',
    holds: (c) =>
      c.command === 'rollback' &&
      c.request.confirmation === 'of this hop' &&
      c.request.stored === 'everything' &&
      c.promotion.point !== 'none' &&
      c.decision.kind === 'act' &&
      'backup' in c.decision &&
      c.decision.backup.id === backups.point,
  },
  {
    says: 'nothing is restored where nothing need be lost',
    of: ['rollback'],
    about: (c) => isWindowOpen(c) && isOnHop(c) && !(c.promotion.rollbackFailed && isTyped(c)),
    holds: (c) => rollsBackBy(c) === 'redeploy',
  },
  {
    says: 'where deploying the older release again has failed, a person may type the hop and lose what was written since',
    of: ['rollback'],
    about: (c) => isWindowOpen(c) && isOnHop(c) && c.promotion.rollbackFailed && isTyped(c),
    holds: (c) =>
      rollsBackBy(c) === (c.command === 'rollback' && c.request.stored === 'everything' ? 'restore' : 'nothing'),
  },
  {
    says: 'a restore over production that was started is finished when the hop is typed, whatever production looks like',
    of: ['rollback'],
    about: (c) =>
      c.promotion.restoring &&
      c.promotion.hopStarted &&
      c.request.stored === 'everything' &&
      c.request.confirmation === 'of this hop',
    holds: (c) => rollsBackBy(c) === 'restore',
  },
  {
    says: 'whoever meets a restore that is half done is told which rollback finishes it, and with which configuration',
    of: ['check', 'backup', 'deploy', 'smoke', 'adopt'],
    about: ({ promotion }) => promotion.restoring,
    holds: ({ decision, promotion }) =>
      decision.kind === 'refuse' &&
      decision.message.next.includes(promotion.name.endsWith('of another hop') ? next.id : hop.id) &&
      decision.message.next.includes('restore that one') === promotion.name.endsWith('with another configuration'),
  },
  {
    says: 'nothing begins on the release that a rollback went back to before that is finished, and whoever comes is told how',
    of: ['check', 'backup', 'deploy'],
    about: (c) => c.promotion.goingBack && c.seen.version === 'from' && !c.promotion.started && isUnharmed(c),
    holds: ({ decision }) =>
      decision.kind === 'refuse' &&
      decision.message.next.includes(`staged-upgrade rollback --hop ${hop.id}; it says whether`),
  },
  {
    says: 'where nothing would show whether a migration has run, going back by a deploy is for a person to answer for',
    of: ['rollback'],
    about: (c) =>
      rollsBackBy(c) === 'redeploy' &&
      ['done, and not told which', 'pending, and not told what is complete'].includes(c.seen.migrations) &&
      !mayTestAgain(c),
    holds: (c) => c.command === 'rollback' && c.request.confirmation === 'of a redeploy',
  },
  {
    says: 'a release that is silent, and was not seen since it was deployed, is gone back from by a deploy only when a person answers for its migrations',
    of: ['rollback'],
    about: (c) => rollsBackBy(c) === 'redeploy' && isSilent(c) && !c.promotion.seenDeployed,
    holds: (c) => c.command === 'rollback' && c.request.confirmation === 'of a redeploy',
  },
  {
    says: 'whoever is not let go back from a silent release is shown what to type, and what it stands for',
    of: ['rollback'],
    about: (c) =>
      isSilent(c) &&
      c.traits.deferrable &&
      c.promotion.hopStarted &&
      !c.promotion.seenDeployed &&
      !c.promotion.started &&
      !c.promotion.completed &&
      !c.promotion.notDeferred &&
      !c.promotion.restoring &&
      c.request.confirmation === 'none',
    holds: ({ decision }) =>
      decision.kind === 'refuse' &&
      /does not answer, and has not been seen since it was deployed/.test(decision.message.happened) &&
      /--confirm not-migrated-1\.0\.2--1\.1\.4/.test(decision.message.next),
  },
  {
    says: 'a release that was seen with its migrations kept back, and went silent afterwards, is gone back from without a question',
    of: ['rollback'],
    about: (c) =>
      isSilent(c) &&
      c.traits.deferrable &&
      c.promotion.seenDeployed &&
      !c.promotion.started &&
      !c.promotion.completed &&
      !c.promotion.notDeferred &&
      !c.promotion.restoring &&
      !(c.promotion.rollbackFailed && isTyped(c)),
    holds: (c) => rollsBackBy(c) === 'redeploy',
  },
  {
    says: 'what ran or was queued although it was deferred closes the window for good, whatever answers afterwards',
    of: ['rollback'],
    about: ({ promotion }) => promotion.notDeferred,
    holds: (c) => rollsBackBy(c) !== 'redeploy',
  },
  {
    says: 'a way back that loses data says what is lost and what to type',
    of: ['rollback'],
    about: (c) =>
      c.decision.kind === 'refuse' &&
      c.promotion.started &&
      isOnHop(c) &&
      c.request.stored === 'everything' &&
      c.promotion.point !== 'none',
    holds: ({ decision }) =>
      'message' in decision &&
      /loses everything written after 10 Mar 2026 01:00:00 UTC/.test(decision.message.means) &&
      /--confirm 1\.0\.2--1\.1\.4/.test(decision.message.next),
  },
  {
    says: 'nothing goes back from a hop that was gone back from',
    of: ['rollback'],
    about: (c) => c.promotion.name.startsWith('gone back') && c.seen.version === 'from',
    holds: (c) => rollsBackBy(c) === 'nothing',
  },
];
