import { entryAt } from '../graph/catalogue.ts';
import type { ReleaseGraph } from '../graph/release-graph.ts';
import type { ReleaseSpan } from '../graph/span.ts';

/** The highest usable place of a span; a prerelease only if none of its final releases is usable. */
export function newestUsable({ catalogue, unusable }: ReleaseGraph, { start, end }: ReleaseSpan): number | undefined {
  let prerelease: number | undefined;
  for (let place = end - 1; place >= start; place--) {
    if (unusable[place] !== undefined) continue;
    if (!entryAt(catalogue.entries, place).isPrerelease) return place;
    prerelease ??= place;
  }
  return prerelease;
}
