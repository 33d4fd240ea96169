import { isPastReturn } from '../history/promotion.ts';
import type { Situation } from '../history/situation.ts';
import { isRestoreTyped, type RollbackRequest } from './rollback.ts';

/**
 * Whether a rollback of production could act at all, whatever is observed: according to the journal, the store and what a
 * person typed. If it could not, it is refused before anything else is stopped or waited for.
 */
export function mayGoBack(situation: Situation, request: RollbackRequest): boolean {
  const { promotion, traits } = situation;
  const canRestore = isConfirmedRestore(situation, request);
  if (promotion.restoring !== undefined) return (promotion.restored && request.confirm === undefined) || canRestore;
  if (!promotion.deployStarted) return false;
  const isClosed = !traits.deferrable || isPastReturn(promotion);
  return !isClosed || canRestore;
}

function isConfirmedRestore(situation: Situation, request: RollbackRequest): boolean {
  const { hop, promotion } = situation;
  if (!isRestoreTyped(situation, request)) return false;
  return request.confirm !== hop.id || request.stored.some(({ id }) => id === promotion.restorePoint?.event.backup);
}
