import type { Entry, EntryOf } from '../model/event.ts';
import { after, inEnvironment, isOf, latest } from './entries.ts';
import { wasRestored } from './production-data.ts';
import type { HopRecord } from './record.ts';

/** How far a hop has come on production, according to the journal alone. */
export interface Promotion {
  /** The newest restore point of this hop. */
  readonly restorePoint: EntryOf<'backed-up'> | undefined;
  /** The restore point was restored on staging and found equal. */
  readonly pointProved: boolean;
  /** A deploy was started: whatever production looks like, it may be half done. */
  readonly deployStarted: boolean;
  /** Undefined as well while a deploy was started again, or a rollback, and not finished. */
  readonly deployed: EntryOf<'deployed'> | undefined;
  /** The newest deploy's command has ended well, whatever was seen of the release afterwards. */
  readonly inPlace: boolean;
  /** Migrations ran or were queued although they were deferred: only a restore goes back. */
  readonly notDeferred: EntryOf<'not-deferred'> | undefined;
  readonly smoked: boolean;
  /** The point of no return is passed: only a restore goes back. */
  readonly migrating: EntryOf<'migrating'> | undefined;
  readonly waited: EntryOf<'waited'> | undefined;
  /** Done to the end, by the tool or by a person who had it adopted. */
  readonly completed: EntryOf<'completed'> | EntryOf<'adopted'> | undefined;
  /** The restore point is being put back over production: until that is finished nothing else may be done. */
  readonly restoring: EntryOf<'restoring'> | undefined;
  /** That restore is done and was found equal: the older release is to be deployed on it and tested. */
  readonly restored: boolean;
  /** A rollback has failed since, without having gone back: the older release may not work on this data. */
  readonly rollbackFailed: boolean;
}

function hasRollbackFailed(since: readonly Entry[]): boolean {
  const started = latest(since, 'rolling-back');
  if (started === undefined) return false;
  return after(since, started).some(
    ({ event }) => event.type === 'ended' && event.command === 'rollback' && event.outcome === 'failed',
  );
}

/** Undone by a restore that was found equal. */
function notDeferredIn(since: readonly Entry[]): EntryOf<'not-deferred'> | undefined {
  const last = latest(since, 'not-deferred');
  return last === undefined || wasRestored(since, last) ? undefined : last;
}

/** Neither another deploy nor a rollback was started since. */
export function isInPlace(since: readonly Entry[], deploying: EntryOf<'deploying'> | undefined): boolean {
  if (deploying === undefined) return false;
  const later = after(since, deploying);
  return latest(later, 'put-in-place') !== undefined && latest(later, 'rolling-back') === undefined;
}

/**
 * Whether only a restore goes back, as far as the journal shows. A hop that is complete without a start of migrations has
 * brought none; how one came to be that was adopted nobody saw.
 */
export function isPastReturn({ migrating, completed }: Promotion): boolean {
  return migrating !== undefined || completed?.event.type === 'adopted';
}

/** Events before a rollback do not count any more: the hop starts over behind it. */
export function promotionOf(record: HopRecord): Promotion {
  const production = inEnvironment(record.entries, 'production');
  const back = latest(production, 'rolled-back');
  const since = back === undefined ? production : after(production, back);
  const deploying = latest(since, 'deploying');
  const finished = latest(since, 'deployed');
  // A rollback that was started may have deployed the other release on a part of the servers.
  const isChangedSince = [deploying, latest(since, 'rolling-back')].some(
    (entry) => entry !== undefined && finished !== undefined && finished.sequence < entry.sequence,
  );
  const deployed = isChangedSince ? undefined : finished;
  const smoked = latest(since, 'smoke-tested');
  const completed = record.entries.findLast(
    (entry): entry is EntryOf<'completed'> | EntryOf<'adopted'> => isOf(entry, 'completed') || isOf(entry, 'adopted'),
  );
  const restorePoint = since.findLast(
    (entry): entry is EntryOf<'backed-up'> => isOf(entry, 'backed-up') && entry.event.purpose === 'restore-point',
  );
  const restoring = latest(since, 'restoring');
  const proved = latest(record.entries, 'point-proved');
  return {
    restorePoint,
    pointProved: restorePoint !== undefined && proved?.event.backup === restorePoint.event.backup,
    deployStarted: deploying !== undefined,
    deployed,
    inPlace: isInPlace(since, deploying),
    notDeferred: notDeferredIn(since),
    smoked: deployed !== undefined && smoked !== undefined && smoked.sequence > deployed.sequence,
    migrating: latest(since, 'migrating'),
    waited: latest(since, 'waited'),
    restoring,
    restored: restoring !== undefined && wasRestored(since, restoring),
    rollbackFailed: hasRollbackFailed(since),
    completed:
      back !== undefined && completed !== undefined && completed.sequence < back.sequence ? undefined : completed,
  };
}
