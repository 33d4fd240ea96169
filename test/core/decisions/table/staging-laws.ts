import { backups } from './chronicle.ts';
import type { Law } from './law.ts';
import { ranSince } from './production-facts.ts';
import type { StagingCase } from './staging-cases.ts';
import { acts, hasReached, isDone } from './staging-facts.ts';

type Case = StagingCase;

const youngest: Readonly<Record<Case['store'], string | undefined>> = {
  nothing: undefined,
  'the backup': backups.rehearsal,
  'the backup, as old as it may be': backups.rehearsal,
  'the backup, too old': undefined,
  'the backup, and a newer one': 'rehearsal-2',
  'a restore point': undefined,
  'the backup, and a restore point': backups.rehearsal,
};

const restores: readonly Law<Case>[] = [
  {
    says: 'staging is restored from the youngest backup of this hop that is young enough, and never from a restore point',
    of: ['restore'],
    about: acts,
    holds: (c) =>
      c.decision.kind === 'act' && c.decision.backup?.id === youngest[c.store] && youngest[c.store] !== undefined,
  },
  {
    says: 'staging is restored where it holds no copy of that backup and the hop did not pass',
    of: ['restore'],
    about: (c) =>
      youngest[c.store] !== undefined &&
      c.rehearsal.passed !== 'young' &&
      !(c.rehearsal.holdsCopy && youngest[c.store] === backups.rehearsal),
    holds: acts,
  },
  {
    says: 'a copy that staging holds is not restored again',
    of: ['restore'],
    about: (c) => c.rehearsal.holdsCopy && youngest[c.store] === backups.rehearsal,
    holds: isDone,
  },
  {
    says: 'only the restore point of this hop is proved, and once',
    of: ['prove'],
    about: acts,
    holds: ({ promotion, decision, store }) =>
      promotion.point !== 'none' &&
      !promotion.proved &&
      store.endsWith('a restore point') &&
      decision.kind === 'act' &&
      decision.backup?.id === backups.point,
  },
  {
    says: 'a restore point is proved when it is in the store',
    of: ['prove'],
    about: ({ promotion, store }) =>
      promotion.point !== 'none' && !promotion.proved && store.endsWith('a restore point'),
    holds: acts,
  },
];

const steps: readonly Law<Case>[] = [
  {
    says: 'on staging nothing but a restore acts without a restored and compared copy of this hop and digest',
    of: ['deploy from', 'smoke from', 'deploy to', 'smoke to', 'rollback', 'migrate'],
    about: ({ rehearsal }) => !rehearsal.holdsCopy,
    holds: (c) => !acts(c),
  },
  {
    says: 'no server starts on a copy of live data that was not scrubbed',
    of: ['deploy from', 'deploy to', 'rollback'],
    about: acts,
    holds: (c) => hasReached(c, 'scrubbed'),
  },
  {
    says: 'the newer release comes only onto a copy that the older one was tested on',
    of: ['deploy to'],
    about: acts,
    holds: (c) => hasReached(c, 'from smoke-tested'),
  },
  {
    says: 'the way back is rehearsed only from a tested release whose migrations have not started',
    of: ['rollback'],
    about: acts,
    holds: (c) =>
      c.traits.deferrable &&
      hasReached(c, 'to smoke-tested') &&
      !hasReached(c, 'migrations started') &&
      c.decision.kind === 'act' &&
      c.decision.way === 'redeploy' &&
      !ranSince(c.seen) &&
      (c.seen.migrations !== 'unknown' || c.seen.version === 'unknown'),
  },
  {
    says: 'migrations are rehearsed only behind the way back, on the release that answers',
    of: ['migrate'],
    about: acts,
    holds: (c) =>
      c.traits.deferrable &&
      hasReached(c, 'to deployed again') &&
      c.seen.version === 'to' &&
      c.seen.migrations !== 'unknown',
  },
  {
    says: 'on staging too, a release is tested only when it is the one that answers, and its migrations have not failed',
    of: ['smoke from', 'smoke to'],
    about: acts,
    holds: ({ command, seen }) =>
      command === `smoke ${seen.version}` && seen.migrations !== 'failed' && seen.migrations !== 'unknown',
  },
  {
    says: 'a rehearsal that passed and is young enough is not done again',
    about: ({ rehearsal, command }) => rehearsal.passed === 'young' && !rehearsal.holdsCopy && command !== 'prove',
    holds: (c) => isDone(c) || (c.command === 'migrate' && !c.traits.deferrable),
  },
  {
    says: 'on staging each answer says why, and each that stops says what to do next',
    holds: ({ decision }) =>
      'message' in decision
        ? decision.message.happened !== '' && decision.message.means !== '' && decision.message.next !== ''
        : decision.because !== '',
  },
];

/** What a release engineer expects of every step on staging. */
export const stagingLaws: readonly Law<Case>[] = [...restores, ...steps];
