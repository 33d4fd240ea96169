import type { DeployPlace } from '../model/deploy-place.ts';
import type { Entry, EntryOf } from '../model/event.ts';
import { isOf } from './entries.ts';

/**
 * Where a deployer of this kind last saw production. A place that production has left may become staging's, so only the newest
 * counts; undefined if this journal has none, for example because it is older than the recording of places.
 */
export function productionPlace(
  entries: readonly Entry[],
  kind: DeployPlace['kind'],
): EntryOf<'production-place-seen'> | undefined {
  return entries.findLast(
    (entry): entry is EntryOf<'production-place-seen'> =>
      isOf(entry, 'production-place-seen') && entry.event.place.kind === kind,
  );
}
