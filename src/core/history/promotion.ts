import type { Entry, EntryOf } from '../model/event.ts';
import { after, inEnvironment, isOf, latest } from './entries.ts';
import { wasRestored } from './production-data.ts';
import type { HopRecord } from './record.ts';

/** How far a hop has got on production, according to the journal alone. */
export interface Promotion {
  /** The newest restore point of this hop. */
  readonly restorePoint: EntryOf<'backed-up'> | undefined;
  /** The restore point was restored on staging and compared equal. */
  readonly pointProved: boolean;
  /** A deploy was started: whatever production looks like, it may be half done. */
  readonly deployStarted: boolean;
  /** Undefined also while a deploy, or a rollback, was started again and not finished. */
  readonly deployed: EntryOf<'deployed'> | undefined;
  /** The newest deploy's command has succeeded, whatever was seen of the release afterwards. */
  readonly inPlace: boolean;
  /** Migrations ran or were queued although they were deferred: only a restore goes back. */
  readonly notDeferred: EntryOf<'not-deferred'> | undefined;
  readonly smoked: boolean;
  /** The point of no return is passed: only a restore goes back. */
  readonly migrating: EntryOf<'migrating'> | undefined;
  readonly waited: EntryOf<'waited'> | undefined;
  /** Done to the end, by the tool or by a person and then adopted. */
  readonly completed: EntryOf<'completed'> | EntryOf<'adopted'> | undefined;
  /** The restore point is being restored over production: until that is finished, nothing else may be done. */
  readonly restoring: EntryOf<'restoring'> | undefined;
  /** That restore is done and compared equal: the older release has to be deployed on it and tested. */
  readonly restored: boolean;
  /** A later rollback failed without changing the release: the older release may not work on this data. */
  readonly rollbackFailed: boolean;
}

function hasRollbackFailed(since: readonly Entry[]): boolean {
  const started = latest(since, 'rolling-back');
  if (started === undefined) return false;
  return after(since, started).some(
    ({ event }) => event.type === 'ended' && event.command === 'rollback' && event.outcome === 'failed',
  );
}

/** Undone by a restore that compared equal. */
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
 * Whether only a restore goes back, as far as the journal shows. A hop that completed without starting migrations had
 * none; nobody saw how an adopted hop was done.
 */
export function isPastReturn({ migrating, completed }: Promotion): boolean {
  return migrating !== undefined || completed?.event.type === 'adopted';
}

/** Events before a rollback do not count any more: after it the hop starts over. */
export function promotionOf(record: HopRecord): Promotion {
  const production = inEnvironment(record.entries, 'production');
  const back = latest(production, 'rolled-back');
  const since = back === undefined ? production : after(production, back);
  const deploying = latest(since, 'deploying');
  const finished = latest(since, 'deployed');
  // A rollback that was started may have deployed the other release on some of the servers.
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
