import { after, inEnvironment, isOf, latest } from '../history/entries.ts';
import { ageInMilliseconds, type Situation } from '../history/situation.ts';
import { decideRollback } from './rollback.ts';

/** The rollback window of a hop while it is open on production. */
export interface OpenRollbackWindow {
  /** When the release was first deployed. ISO 8601. */
  readonly since: string;
  readonly milliseconds: number;
}

/**
 * Undefined if the window was never opened, is closed, or cannot be shown to be open. It is open exactly while a rollback
 * would deploy the previous release again.
 * @param situation of production
 */
export function openRollbackWindow(situation: Situation): OpenRollbackWindow | undefined {
  const { traits, promotion, standing, record, now } = situation;
  if (!traits.deferrable || promotion.completed !== undefined) return undefined;
  if (standing.kind !== 'on-to' && standing.kind !== 'unknown') return undefined;
  const decision = decideRollback('production', situation, { stored: [], confirm: undefined });
  if (decision.kind !== 'act' || decision.way !== 'redeploy') return undefined;
  const production = inEnvironment(record.entries, 'production');
  const back = latest(production, 'rolled-back');
  const first = (back === undefined ? production : after(production, back)).find((entry) => isOf(entry, 'deployed'));
  if (first === undefined) return undefined;
  // Clocks differ: a window that another runner opened a moment ago must not have a negative age.
  return { since: first.at, milliseconds: Math.max(0, ageInMilliseconds(first.at, now)) };
}
