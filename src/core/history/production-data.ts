import type { Entry, EntryOf } from '../model/event.ts';
import type { Applied } from '../model/observation.ts';
import { after, inEnvironment, isOf, latest } from './entries.ts';

/*
 * What was done to production's data stays done, whichever hop did it and with whatever configuration. Unlike what was
 * proved, it is not looked up by digest.
 */

/** A restore over production that was started and not finished: until it is, nothing else may be done there. */
export function unfinishedRestore(entries: readonly Entry[]): EntryOf<'restoring'> | undefined {
  return latest(sinceLastRollback(entries), 'restoring');
}

/** That restore is done and compared equal: the older release has to be deployed on it and tested. */
export function wasRestored(entries: readonly Entry[], since: Entry): boolean {
  const production = inEnvironment(after(entries, since), 'production');
  return production.some((entry) => isOf(entry, 'restored') && entry.event.proved);
}

/** A rollback that was started on production and neither finished nor followed by a deploy. */
export function unfinishedRollback(entries: readonly Entry[]): EntryOf<'rolling-back'> | undefined {
  const last = inEnvironment(entries, 'production').findLast(
    ({ event }) => event.type === 'rolling-back' || event.type === 'rolled-back' || event.type === 'deploying',
  );
  return last !== undefined && isOf(last, 'rolling-back') ? last : undefined;
}

export interface StartedMigrations {
  /** `not-deferred`: they started by themselves, or were queued. */
  readonly started: EntryOf<'migrating'> | EntryOf<'not-deferred'>;
  /** The newest migration that was complete before; undefined if the product does not report it. */
  readonly appliedBefore: Applied | undefined;
}

/** The newest start of migrations on production by a hop from this release: it is unknown whether it still fits the data. */
export function startedMigrations(entries: readonly Entry[], from: string): StartedMigrations | undefined {
  const started = sinceLastRollback(entries).findLast(
    (entry): entry is EntryOf<'migrating'> | EntryOf<'not-deferred'> =>
      (isOf(entry, 'migrating') || isOf(entry, 'not-deferred')) && entry.event.hop.from === from,
  );
  if (started === undefined) return undefined;
  const before = inEnvironment(entries, 'production').findLast(
    (entry): entry is EntryOf<'checked'> =>
      isOf(entry, 'checked') && entry.event.version === from && entry.sequence < started.sequence,
  );
  return { started, appliedBefore: before?.event.applied };
}

function sinceLastRollback(entries: readonly Entry[]): readonly Entry[] {
  const production = inEnvironment(entries, 'production');
  const back = latest(production, 'rolled-back');
  return back === undefined ? production : after(production, back);
}
