import type { Entry, JournalEvent, ProcessMark, RunIdentity } from '../model/event.ts';
import { runName } from '../model/event-sentence.ts';

/**
 * The lock of a system is a lease in its journal: one run at a time acts. Each lease has a fencing number, the fence,
 * one higher than the previous one. A run checks directly before it acts that its fence is still the highest, so a run
 * that slept through its lease, or was preempted by a rollback, refuses instead of acting late.
 */
export interface Lease {
  readonly fence: number;
  readonly owner: string;
  readonly run: RunIdentity;
  /** ISO 8601, by the owner's clock. */
  readonly expiresAt: string;
  /** The process that the owner is, if it is a single one. */
  readonly process?: ProcessMark;
}

export interface LeaseState {
  /** The highest fence so far; 0 when there was no lease yet. */
  readonly fence: number;
  /** Undefined when the last lease was released. */
  readonly held: Lease | undefined;
}

export type LeaseDecision =
  | { readonly kind: 'take'; readonly fence: number; readonly preempted?: string }
  | { readonly kind: 'held-by'; readonly owner: string; readonly until: string }
  | { readonly kind: 'already-mine'; readonly fence: number; readonly expiresAt: string };

export interface LeaseTerms {
  /** A rollback does not wait: it raises the fence although the lease has not expired. */
  readonly preempt?: boolean;
  /** How much the clocks of two runners may differ. */
  readonly marginMilliseconds?: number;
  /** Whether this machine shows that the holder is gone, with everything it had started. */
  readonly isGone?: (held: Lease) => boolean;
}

export const defaultMarginMilliseconds = 120_000;

/** The name under which a run holds the lease. A second attempt is another owner: the first may still be alive. */
export function leaseOwner(run: RunIdentity): string {
  return runName(run);
}

/**
 * Two runs may decide at the same time to take the lease. The journal puts one after the other, and the later one is
 * void because it does not raise the fence by one.
 */
export function leaseState(entries: readonly Entry[]): LeaseState {
  return entries.reduce<LeaseState>(next, { fence: 0, held: undefined });
}

function next(state: LeaseState, { event, run, at }: Entry): LeaseState {
  switch (event.type) {
    case 'lease-taken': {
      if (event.fence !== state.fence + 1 || isTooEarly(event, at, state.held)) return state;
      const { fence, owner, expiresAt, process } = event;
      return { fence, held: { fence, owner, run, expiresAt, ...(process && { process }) } };
    }
    case 'lease-renewed': {
      if (state.held?.fence !== event.fence || state.held.owner !== event.owner) return state;
      return { ...state, held: { ...state.held, expiresAt: event.expiresAt } };
    }
    case 'lease-released':
      return state.held?.fence === event.fence && state.held.owner === event.owner
        ? { ...state, held: undefined }
        : state;
    default:
      return state;
  }
}

/**
 * A run that waits for a lease to end takes it only after that end. An earlier one was decided from an outdated reading, on a
 * machine that stood still: the owner has renewed the lease in the meantime, and keeps it.
 */
function isTooEarly({ preempted, marginMilliseconds = 0 }: LeaseTaken, at: string, held: Lease | undefined): boolean {
  if (held === undefined || preempted !== undefined) return false;
  return Date.parse(at) <= Date.parse(held.expiresAt) + marginMilliseconds;
}

type LeaseTaken = Extract<JournalEvent, { readonly type: 'lease-taken' }>;

/** @param now by the clock of the run that asks, which is not the owner's clock */
export function decideLease(
  entries: readonly Entry[],
  now: Date,
  run: RunIdentity,
  { preempt = false, marginMilliseconds = defaultMarginMilliseconds, isGone = () => false }: LeaseTerms = {},
): LeaseDecision {
  const { fence, held } = leaseState(entries);
  const take = { kind: 'take', fence: fence + 1 } as const;
  if (!held) return take;
  const { owner, expiresAt } = held;
  if (owner === leaseOwner(run)) return { kind: 'already-mine', fence, expiresAt };
  if (now.getTime() > Date.parse(expiresAt) + marginMilliseconds) return take;
  // GitHub starts another attempt only after the previous one has ended; the fence stops what is left of it.
  if (preempt || isEarlierAttempt(held.run, run) || isGone(held)) return { ...take, preempted: owner };
  return { kind: 'held-by', owner, until: expiresAt };
}

/** Whether a fence is still the highest and not released. The journal must have been read directly before. */
export function isCurrent(entries: readonly Entry[], fence: number): boolean {
  return leaseState(entries).held?.fence === fence;
}

function isEarlierAttempt(other: RunIdentity, run: RunIdentity): boolean {
  return run.kind === 'github' && other.kind === 'github' && other.id === run.id && other.attempt < run.attempt;
}
