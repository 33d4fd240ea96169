import type { Entry } from '../model/event.ts';
import type { Hop } from '../model/hop.ts';
import { after } from './entries.ts';

/** The events after which production is no longer the one that was looked at. */
const changes: ReadonlySet<string> = new Set([
  'deploying',
  'restoring',
  'migrating',
  'rolling-back',
  'rolled-back',
  'adopted',
]);

/**
 * What was recorded of production as it was when this hop started on it: after its last change by anything else, and before
 * this hop's first. A hop that was rolled back has changed it like any other.
 */
export function sinceProductionChanged(entries: readonly Entry[], hop: Pick<Hop, 'id' | 'digest'>): readonly Entry[] {
  const changed = entries.filter(
    ({ event }) => changes.has(event.type) && 'environment' in event && event.environment === 'production',
  );
  const isOwn = ({ event }: Entry): boolean =>
    event.type !== 'rolling-back' &&
    event.type !== 'rolled-back' &&
    'hop' in event &&
    event.hop.id === hop.id &&
    event.hop.digest === hop.digest;
  const other = changed.findLast((entry) => !isOwn(entry));
  const behind = other === undefined ? entries : after(entries, other);
  const own = changed.find((entry) => isOwn(entry) && (other === undefined || entry.sequence > other.sequence));
  return own === undefined ? behind : behind.filter(({ sequence }) => sequence < own.sequence);
}
