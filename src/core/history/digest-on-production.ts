import type { Entry, HopReference } from '../model/event.ts';
import { inEnvironment } from './entries.ts';

/**
 * The digest with which a hop is on production, wholly or in part: a plan made since may have the same hop with another
 * digest, of which nothing was deployed. Undefined if it was rolled back.
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
