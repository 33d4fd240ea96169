import type { Law } from './law.ts';
import type { StagingCase } from './staging-cases.ts';
import {
  acts,
  answersNothing,
  doneAt,
  hasReached,
  isAsLeft,
  isBehind,
  isCarried,
  isDone,
  leadingToTheDeploy,
  place,
  showsWhatIsThere,
} from './staging-facts.ts';

type Case = StagingCase;

/** What a release engineer expects of the order of the steps on staging, and when a run starts over. */
export const stagingOrderLaws: readonly Law<Case>[] = [
  {
    says: 'in their order the steps act',
    about: (c) => isAsLeft(c) && place(c)?.next === c.command && !isCarried(c),
    holds: acts,
  },
  {
    says: 'where the hop before has left staging, the older release is tested and not deployed',
    of: ['deploy from', 'smoke from'],
    about: (c) => isCarried(c) && isAsLeft(c),
    holds: (c) => (c.command === 'smoke from' ? acts(c) : isDone(c)),
  },
  {
    says: 'what staging does not run any more, or never came to run, is deployed again before its test',
    of: ['deploy from', 'deploy to'],
    about: (c) => {
      const { command, rehearsal, seen } = c;
      return command === 'deploy from'
        ? (rehearsal.reached === 'scrubbed' || rehearsal.reached === 'from smoke-tested') && seen.version !== 'from'
        : (rehearsal.reached === 'from smoke-tested' && showsWhatIsThere(c)) ||
            (rehearsal.reached === 'to deployed' && seen.version === 'from');
    },
    holds: acts,
  },
  {
    says: 'a release that defers its migrations is not deployed before it is known which were complete',
    of: ['deploy to'],
    about: (c) => c.rehearsal.reached === 'from smoke-tested' && !showsWhatIsThere(c),
    holds: ({ decision }) => decision.kind === 'unknown',
  },
  {
    says: 'what was tested is not deployed again, whatever answers since',
    of: ['deploy to'],
    about: ({ rehearsal, traits }) =>
      rehearsal.reached === 'to smoke-tested' || (rehearsal.reached === 'waited for' && traits.deferrable),
    holds: isDone,
  },
  {
    says: 'what was deployed is not deployed again while staging is as it was left',
    of: ['deploy from', 'deploy to', 'rollback'],
    about: (c) => isAsLeft(c) && hasReached(c, doneAt[c.command] ?? 'restored') && place(c)?.next !== c.command,
    holds: isDone,
  },
  {
    says: 'a run that was ended in a deploy on staging is continued with by that deploy, though nothing answers',
    about: (c) => answersNothing(c) && c.rehearsal.holdsCopy && leadingToTheDeploy(c) !== undefined,
    holds: (c) => (c.command === leadingToTheDeploy(c)?.at(-1) ? acts(c) : isDone(c)),
  },
  {
    says: 'a run that starts over comes through every step that is behind it',
    about: (c) => isAsLeft(c) && isBehind(c),
    holds: (c) => acts(c) || isDone(c),
  },
  {
    says: 'a way back that was recorded, while the newer release still answers, is gone once more',
    of: ['rollback'],
    about: ({ rehearsal, seen }) =>
      rehearsal.reached === 'gone back' && seen.version === 'to' && seen.migrations === 'pending',
    holds: acts,
  },
  {
    says: 'the newer release is not deployed again before the way back was tested',
    of: ['deploy to'],
    about: ({ rehearsal }) => rehearsal.reached === 'gone back',
    holds: (c) => !acts(c),
  },
  {
    says: 'the test behind the way back is not called made by the one before it, when nothing answers',
    of: ['smoke from'],
    about: ({ rehearsal, seen }) => rehearsal.reached === 'gone back' && seen.version === 'unknown',
    holds: (c) => !isDone(c),
  },
  {
    says: 'what is called done was done, on the copy that staging holds',
    of: ['deploy from', 'smoke from', 'deploy to', 'smoke to', 'rollback'],
    about: (c) => isDone(c) && c.rehearsal.passed !== 'young' && !isCarried(c),
    holds: (c) => hasReached(c, doneAt[c.command] ?? 'restored'),
  },
  {
    says: 'the test behind the migrations is not called made by the one before them',
    of: ['smoke to'],
    about: (c) => hasReached(c, 'to deployed again') && c.rehearsal.holdsCopy,
    holds: (c) => !isDone(c),
  },
];
