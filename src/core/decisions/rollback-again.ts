import { after, inEnvironment, isOf } from '../history/entries.ts';
import { dayTime } from '../messages/moments.ts';
import type { Entry, RunIdentity } from '../model/event.ts';
import type { Hop } from '../model/hop.ts';
import { refuse, type Settled } from './decision.ts';

/**
 * A workflow run that is re-run still carries what was typed for its first attempt. If that attempt rolled back and production
 * was deployed since, the confirmation was about other data: a new run is required. A rollback that was never finished may be
 * re-run.
 * @param entries the whole journal
 */
export function refuseRepeatedRollback(
  entries: readonly Entry[],
  hop: Pick<Hop, 'id'>,
  run: Pick<RunIdentity, 'kind' | 'id' | 'attempt'>,
): Settled | undefined {
  if (run.kind !== 'github') return undefined;
  const before = inEnvironment(entries, 'production').find(
    (entry) =>
      isOf(entry, 'rolled-back') &&
      entry.event.hop.id === hop.id &&
      entry.run.kind === 'github' &&
      entry.run.id === run.id &&
      entry.run.attempt < run.attempt,
  );
  if (before === undefined) return undefined;
  const deployed = inEnvironment(after(entries, before), 'production').find((entry) => isOf(entry, 'deploying'));
  if (deployed === undefined) return undefined;
  return refuse(
    `This run already rolled back hop ${hop.id} on ${dayTime(before.at)} (attempt ${before.run.attempt}), and production has been deployed again since (${dayTime(deployed.at)}).`,
    'A re-run repeats what was typed for the first attempt, when production held different data. Nothing was changed.',
    'To roll back what runs now, start a new run of the rollback workflow. Do not re-run this one.',
  );
}
