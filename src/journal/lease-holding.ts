import {
  decideLease,
  defaultMarginMilliseconds,
  isCurrent,
  type Lease,
  type LeaseTerms,
  leaseOwner,
  leaseState,
} from '../core/history/lease.ts';
import type { ProcessMark, RunIdentity } from '../core/model/event.ts';
import type { Clock } from '../world/clock.ts';
import type { Journal } from './journal.ts';

export interface LeaseRequest extends LeaseTerms {
  readonly run: RunIdentity;
  readonly clock: Clock;
  /** How long the lease lasts unless it is renewed. */
  readonly milliseconds?: number;
  /** The process that this run is, if it is a single one. */
  readonly process?: ProcessMark | undefined;
}

export type LeaseAnswer =
  | { readonly kind: 'taken'; readonly lease: HeldLease }
  | { readonly kind: 'held-by'; readonly owner: string; readonly until: string };

export type LeaseHold =
  | { readonly kind: 'current' }
  /** Another run acts now, or this lease was released: nothing may be done under it any more. */
  | { readonly kind: 'lost'; readonly to: string | undefined };

export interface HeldLease {
  readonly fence: number;
  /** Called directly before each act; renews the lease when half of its time is over. */
  confirm(): Promise<LeaseHold>;
  /**
   * Renews the lease while something slow is done. The signal is aborted when the lease is lost, with a `LeaseLost`
   * as its reason.
   */
  during<T>(act: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Lets the next run start at once. Does nothing if the lease was lost. */
  release(): Promise<void>;
}

export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  readonly to: string | undefined;
  constructor(to: string | undefined) {
    super(
      to === undefined ? 'The lease of this system has ended.' : `The lease of this system was taken over by ${to}.`,
    );
    this.to = to;
  }
}

const defaultMilliseconds = 900_000;

/** Takes the lease, or says who has it. What counts is what the journal says afterwards: another run may be faster. */
export async function takeLease(journal: Journal, request: LeaseRequest): Promise<LeaseAnswer> {
  const { run, clock, process, milliseconds = defaultMilliseconds } = request;
  const { marginMilliseconds = defaultMarginMilliseconds } = request;
  const owner = leaseOwner(run);
  const expiresAt = (): string => new Date(clock.now().getTime() + milliseconds).toISOString();
  for (;;) {
    const decision = decideLease(await journal.read(), clock.now(), run, request);
    if (decision.kind === 'held-by') return decision;
    const { fence } = decision;
    const left = decision.kind === 'already-mine' ? Date.parse(decision.expiresAt) - clock.now().getTime() : 0;
    if (decision.kind === 'already-mine' && left > milliseconds / 2) {
      return {
        kind: 'taken',
        lease: heldLease(journal, clock, { fence, owner, run, expiresAt: decision.expiresAt }, milliseconds),
      };
    }
    const preempted =
      decision.kind === 'take' && decision.preempted !== undefined ? { preempted: decision.preempted } : {};
    await journal.append(
      decision.kind === 'take'
        ? {
            type: 'lease-taken',
            fence,
            owner,
            expiresAt: expiresAt(),
            marginMilliseconds,
            ...preempted,
            ...(process && { process }),
          }
        : { type: 'lease-renewed', fence, owner, expiresAt: expiresAt() },
    );
    const { held } = leaseState(await journal.read());
    if (held?.fence === fence && held.owner === owner) {
      return { kind: 'taken', lease: heldLease(journal, clock, held, milliseconds) };
    }
  }
}

function heldLease(
  journal: Journal,
  clock: Clock,
  { fence, owner, expiresAt }: Lease,
  milliseconds: number,
): HeldLease {
  let knownUntil = Date.parse(expiresAt);
  const confirm = async (): Promise<LeaseHold> => {
    const { held } = leaseState(await journal.read());
    if (held?.fence !== fence) return { kind: 'lost', to: held?.owner };
    knownUntil = Date.parse(held.expiresAt);
    const left = knownUntil - clock.now().getTime();
    if (left > milliseconds / 2) return { kind: 'current' };
    const renewedUntil = new Date(clock.now().getTime() + milliseconds).toISOString();
    await journal.append({ type: 'lease-renewed', fence, owner, expiresAt: renewedUntil });
    // Another run may have taken over between the read and the renewal, which is then void.
    const after = leaseState(await journal.read()).held;
    if (after?.fence !== fence) return { kind: 'lost', to: after?.owner };
    knownUntil = Date.parse(after.expiresAt);
    return { kind: 'current' };
  };
  /** While the journal is out of reach the lease counts until its time is over: after that, another run may act. */
  const unconfirmed = (): LeaseHold =>
    clock.now().getTime() < knownUntil ? { kind: 'current' } : { kind: 'lost', to: undefined };

  const during = async <T>(act: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const finished = new AbortController();
    const lost = new AbortController();
    const renewing = (async () => {
      while (!finished.signal.aborted) {
        await clock.sleep(milliseconds / 4, finished.signal);
        const standing = await confirm().catch(unconfirmed);
        if (standing.kind === 'lost') return lost.abort(new LeaseLost(standing.to));
      }
    })().catch(() => undefined);
    try {
      return await act(lost.signal);
    } finally {
      finished.abort();
      await renewing;
    }
  };

  const release = async (): Promise<void> => {
    if (isCurrent(await journal.read(), fence)) await journal.append({ type: 'lease-released', fence, owner });
  };

  return { fence, confirm, during, release };
}
