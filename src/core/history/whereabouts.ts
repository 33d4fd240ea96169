import type { Entry, EntryOf, HopReference, RunIdentity } from '../model/event.ts';
import type { Observation } from '../model/observation.ts';
import type { PlannedHop } from '../model/planned-hop.ts';
import { after, isOf } from './entries.ts';
import { type HalfDone, halfDoneHop } from './half-done.ts';
import { leadingPlan, lookSince } from './leading-plan.ts';
import { type Lease, leaseOwner, leaseState } from './lease.ts';
import { unfinishedRestore, unfinishedRollback, wasRestored } from './production-data.ts';
import { type Promotion, promotionOf } from './promotion.ts';
import { recordOf } from './record.ts';

/** Who may act. */
export type Holder =
  | { readonly kind: 'nobody' }
  /**
   * `gone`: this machine shows that the holder is gone, with everything it had started, and the next run takes over at once.
   * `doing` is its newest entry.
   */
  | {
      readonly kind: 'acting' | 'lapsed' | 'gone';
      readonly lease: Lease;
      readonly since: string;
      readonly freeAt: string;
      readonly doing: Entry | undefined;
    };

/** Where a system is, whoever asks and whatever was planned. */
export interface Whereabouts {
  readonly holder: Holder;
  readonly halfDone: (HalfDone & { readonly promotion: Promotion }) | undefined;
  /** Of any hop: nothing else may be done before it is finished. */
  readonly rollback: EntryOf<'rolling-back'> | undefined;
  readonly restore: { readonly restoring: EntryOf<'restoring'>; readonly restored: boolean } | undefined;
  /** How the last act ended, if it did not end as it should and nothing was done since. */
  readonly stopped: EntryOf<'ended'> | undefined;
  /** The newest hop that was rolled back on production, if nothing was deployed there since. */
  readonly lastRolledBack: EntryOf<'rolled-back'> | undefined;
  /** The backup that that rollback restored. */
  readonly restored: EntryOf<'restored'> | undefined;
  /** A hop of the path that this journal has not done, although production runs its target. */
  readonly doneByHand: HopReference | undefined;
  /** The newest plan, where somebody only looked: the upgrade is another one. */
  readonly lookedAt: EntryOf<'planned'> | undefined;
}

export interface Terms {
  readonly now: Date;
  /** How much the clocks of two runners may differ. Milliseconds. */
  readonly tolerance: number;
  /** Who asks: a reader does not need to be told that it may act itself. */
  readonly run: RunIdentity;
  /** Whether this machine shows that the holder is gone, with everything it had started. */
  readonly isGone: (held: Lease) => boolean;
  /** What production was seen to be now; undefined if this runner cannot reach it. */
  readonly production: Observation | undefined;
}

export function whereaboutsOf(entries: readonly Entry[], terms: Terms): Whereabouts {
  const halfDone = halfDoneHop(entries);
  const restoring = unfinishedRestore(entries);
  const lastRolledBack = lastRollback(entries);
  return {
    holder: holderOf(entries, terms),
    halfDone: halfDone && { ...halfDone, promotion: promotionOf(recordOf(entries, halfDone.hop)) },
    rollback: unfinishedRollback(entries),
    restore: restoring && { restoring, restored: wasRestored(entries, restoring) },
    stopped: stoppedAt(entries),
    lastRolledBack,
    restored: lastRolledBack && restoredBy(entries, lastRolledBack),
    doneByHand: terms.production && doneByHand(entries, terms.production),
    lookedAt: lookSince(entries),
  };
}

function holderOf(entries: readonly Entry[], { now, tolerance, run: asking, isGone }: Terms): Holder {
  const { held } = leaseState(entries);
  if (held === undefined || held.owner === leaseOwner(asking)) return { kind: 'nobody' };
  const taken = entries.findLast((entry) => isOf(entry, 'lease-taken') && entry.event.fence === held.fence);
  const freeAt = Date.parse(held.expiresAt) + tolerance;
  const doing = entries.findLast(
    ({ run, event }) => run.id === held.run.id && run.attempt === held.run.attempt && !('fence' in event),
  );
  return {
    kind: now.getTime() > freeAt ? 'lapsed' : isGone(held) ? 'gone' : 'acting',
    lease: held,
    since: taken?.at ?? held.expiresAt,
    freeAt: new Date(freeAt).toISOString(),
    doing: taken !== undefined && doing !== undefined && doing.sequence > taken.sequence ? doing : undefined,
  };
}

/** Later plans and looks have not changed anything about it. */
function stoppedAt(entries: readonly Entry[]): EntryOf<'ended'> | undefined {
  const last = entries.findLast(({ event }) => 'hop' in event && event.type !== 'approved');
  return last !== undefined && isOf(last, 'ended') ? last : undefined;
}

function lastRollback(entries: readonly Entry[]): EntryOf<'rolled-back'> | undefined {
  const last = entries.findLast(
    ({ event }) =>
      (event.type === 'rolled-back' || event.type === 'deploying' || event.type === 'rolling-back') &&
      event.environment === 'production',
  );
  return last !== undefined && isOf(last, 'rolled-back') ? last : undefined;
}

/** What a rollback has restored; undefined if it only deployed the previous release again. */
export function restoredBy(entries: readonly Entry[], back: EntryOf<'rolled-back'>): EntryOf<'restored'> | undefined {
  const before = entries.filter(({ sequence }) => sequence < back.sequence);
  const deployed = before.findLast(
    ({ event }) => event.type === 'deploying' && event.environment === 'production' && event.release === 'to',
  );
  const since = deployed === undefined ? before : after(before, deployed);
  return since.findLast(
    (entry): entry is EntryOf<'restored'> => isOf(entry, 'restored') && entry.event.environment === 'production',
  );
}

/** Rolled back and then done by a person, for example: the journal does not know, and every later report would call it open. */
function doneByHand(entries: readonly Entry[], { version }: Observation): HopReference | undefined {
  if (version.kind === 'unknown') return undefined;
  const hops = hopsToCome(entries);
  const place = hops.findIndex(({ to }) => to === version.value);
  return hops.slice(0, place + 1).find((hop) => {
    const { completed, deployStarted } = promotionOf(recordOf(entries, hop));
    return completed === undefined && !deployStarted;
  });
}

/** Behind a path that is complete, what somebody looked at is the only way on that is known. */
function hopsToCome(entries: readonly Entry[]): readonly PlannedHop[] {
  const leading = leadingPlan(entries)?.event.hops ?? [];
  const isOpen = leading.some((hop) => promotionOf(recordOf(entries, hop)).completed === undefined);
  return isOpen ? leading : (lookSince(entries)?.event.hops ?? []);
}
