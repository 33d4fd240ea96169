import type { Hop } from './hop.ts';

export const gateNames = ['production', 'finalize'] as const;
/** `production`: before a hop goes to production; `finalize`: before its migrations start there. */
export type GateName = (typeof gateNames)[number];
export const gateSettings = ['environment', 'dispatch', 'none'] as const;
export type GateSetting = (typeof gateSettings)[number];

/** The GitHub environment that each gate is; the jobs of hop.yml are bound to them. */
export const environmentOfGate: Readonly<Record<GateName, string>> = {
  production: 'production',
  finalize: 'production-finalize',
};

/** How a GitHub environment is protected. */
export type GateReading =
  | {
      readonly kind: 'protected';
      /** Logins, and teams as `team releases`. One of them approves. */
      readonly reviewers: readonly string[];
      /** Who starts a run may not approve it. */
      readonly preventSelfReview: boolean;
      readonly waitMinutes: number;
      /** Administrators may let a job through without an approval; undefined where GitHub does not say. */
      readonly adminsMayBypass?: boolean;
    }
  /** Jobs in it start without anybody's approval. `why` is a phrase: `it has a wait timer (30 minutes), but no …`. */
  | { readonly kind: 'unprotected'; readonly why: string }
  /** GitHub makes a missing environment when a job first names it, without any protection. */
  | { readonly kind: 'missing' }
  /** `reason` is a phrase: `GitHub answered 403: Resource not accessible by integration`. */
  | { readonly kind: 'cannot-tell'; readonly reason: string; readonly next?: string };

/** What reviewers said about one run. GitHub does not tell when: the journal's own time is the latest it can have been. */
export interface Approval {
  readonly state: 'approved' | 'rejected' | 'pending';
  readonly by: string;
  readonly comment: string;
  readonly environments: readonly string[];
}

export type ApprovalReading =
  | { readonly kind: 'known'; readonly approvals: readonly Approval[] }
  | { readonly kind: 'cannot-tell'; readonly reason: string; readonly next?: string };

/** Who let the run into an environment; undefined when GitHub lists nobody. Environment names ignore case. */
export function approvalFor(approvals: readonly Approval[], environment: string): Approval | undefined {
  const wanted = environment.toLowerCase();
  return approvals.findLast(
    ({ state, environments }) => state === 'approved' && environments.some((name) => name.toLowerCase() === wanted),
  );
}

const shownDigits = 12;

/**
 * What a person types to open a `dispatch` gate: the first digits of the hop's digest. The point of no return has words
 * of its own, so that one confirmation never opens both gates.
 */
export function confirmationFor(gate: GateName, hop: Pick<Hop, 'digest'>): string {
  const digits = hop.digest.slice(0, shownDigits);
  return gate === 'finalize' ? `finalize-${digits}` : digits;
}

/** The whole digest is right too, and any beginning of it that is long enough; never less. */
export function isConfirmed(gate: GateName, hop: Pick<Hop, 'digest'>, typed: string | undefined): boolean {
  const text = (typed ?? '').trim().toLowerCase();
  const whole = gate === 'finalize' ? `finalize-${hop.digest}` : hop.digest;
  return text.length >= confirmationFor(gate, hop).length && whole.startsWith(text);
}
