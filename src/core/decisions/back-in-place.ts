import { after, inEnvironment, isOf, latest } from '../history/entries.ts';
import type { Situation } from '../history/situation.ts';

/**
 * Whether an interrupted rollback of production had already finished deploying the older release, with nothing done since:
 * then what runs and serves is not taken down again. If a rollback has failed since, the release is deployed again.
 */
export function isBackInPlace({ record, standing, observation }: Situation): boolean {
  if (standing.kind !== 'on-from' || observation.serving.kind !== 'yes') return false;
  const production = inEnvironment(record.entries, 'production');
  const started = latest(production, 'rolling-back');
  if (started === undefined) return false;
  const since = after(production, started);
  const placed = since.findLast((entry) => isOf(entry, 'put-in-place') && entry.event.release === 'from');
  if (placed === undefined) return false;
  return !after(since, placed).some(
    ({ event }) =>
      event.type === 'rolled-back' ||
      event.type === 'deploying' ||
      event.type === 'restoring' ||
      (event.type === 'ended' && event.command === 'rollback' && event.outcome === 'failed'),
  );
}
