import type { Entry, HopReference } from '../model/event.ts';
import { inEnvironment } from './entries.ts';

/**
 * With which digest a hop is on production, wholly or in part: a plan made since may have the same hop with another one,
 * of which nothing was deployed. Undefined where it was gone back from.
 */
export function digestOnProduction(entries: readonly Entry[], id: HopReference['id']): string | undefined {
  const newest = inEnvironment(entries, 'production').findLast(
    ({ event }) =>
      (event.type === 'deploying' || event.type === 'rolling-back' || event.type === 'rolled-back') &&
      event.hop.id === id,
  );
  return newest !== undefined && newest.event.type !== 'rolled-back' && 'hop' in newest.event
    ? newest.event.hop.digest
    : undefined;
}
