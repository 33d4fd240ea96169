import { type HopRecord, latestOf, type Recorded, type EventOf } from './record.ts';

/** How far a hop has come on production, told by the journal alone. */
export interface Promotion {
  /** The newest restore point of this hop. */
  readonly restorePoint: Recorded<EventOf<'backed-up'>> | undefined;
  /** A deploy was begun: whatever production looks like, it may be half done. */
  readonly deployBegun: boolean;
  readonly deployed: Recorded<EventOf<'deployed'>> | undefined;
  readonly smoked: boolean;
  /** The point of no return is passed: only a restore goes back. */
  readonly migrating: Recorded<EventOf<'migrating'>> | undefined;
  readonly waited: Recorded<EventOf<'waited'>> | undefined;
  readonly completed: Recorded<EventOf<'completed'>> | undefined;
}

/** Events before a rollback do not count any more: the hop starts anew behind it. */
export function promotionOf(record: HopRecord): Promotion {
  const back = latestOf(record.entries, 'rolled-back', 'production');
  const since = record.entries.filter(({ sequence }) => back === undefined || sequence > back.sequence);
  const restorePoint = since.findLast(
    ({ event }) => event.type === 'backed-up' && event.environment === 'production' && event.purpose === 'restore-point',
  );
  const deployed = latestOf(since, 'deployed', 'production');
  const smoked = latestOf(since, 'smoke-tested', 'production');
  return {
    restorePoint:
      restorePoint?.event.type === 'backed-up' ? { ...restorePoint, event: restorePoint.event } : undefined,
    deployBegun: latestOf(since, 'deploying', 'production') !== undefined,
    deployed,
    smoked: deployed !== undefined && smoked !== undefined && smoked.sequence > deployed.sequence,
    migrating: latestOf(since, 'migrating', 'production'),
    waited: latestOf(since, 'waited', 'production'),
    completed: latestOf(since, 'completed'),
  };
}
