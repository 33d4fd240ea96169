import type { DeployPlace } from '../model/deploy-place.ts';
import type { Entry, EntryOf } from '../model/event.ts';
import { isOf } from './entries.ts';

/**
 * Where production was seen last by a deployer of this kind. A place that production has left may become staging's, so the
 * newest counts alone; undefined where this journal has none, as one from before places were recorded.
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
