import { sha256 } from './digest.ts';

export const gateNames = ['production', 'finalize'] as const;
/** `production`: before a hop goes to production; `finalize`: before its migrations start there. */
export type GateName = (typeof gateNames)[number];
export const gateSettings = ['environment', 'dispatch', 'none'] as const;
export type GateSetting = (typeof gateSettings)[number];

export const gateScopes = ['hop', 'path'] as const;
/** `path`: one approval for all hops of a path, their deploys and the starts of their migrations. */
export type GateScope = (typeof gateScopes)[number];

/**
 * With one approval for a path, the jobs that change production are in an environment of their own. It has no reviewers and
 * admits only one branch. Each job checks whether its run was approved, and for which hops.
 */
export const approvedEnvironment = 'production-approved';

/** How the journal names the gate of one hop that a climb asked at. */
export function terminalGate(gate: GateName): string {
  return `terminal, ${gate === 'production' ? 'promote' : 'finalize'}`;
}

/** How the journal names the gate that a whole path has passed. */
export function pathGate(place: string): string {
  return `${place}, whole path`;
}

/** The GitHub environment of each gate; the jobs of hop.yml are bound to them. */
export const environmentOfGate: Readonly<Record<GateName, string>> = {
  production: 'production',
  finalize: 'production-finalize',
};

/** If a configuration has several systems, each has its own GitHub environments: `north-production`. */
export function environmentOn(
  name: string,
  { configuration, fleet }: { readonly configuration: { readonly system: string }; readonly fleet?: unknown },
): string {
  return fleet === undefined ? name : `${configuration.system}-${name}`;
}

/** How a GitHub environment is protected. */
export type GateReading =
  | {
      readonly kind: 'protected';
      /** Logins, and teams as `team releases`. One of them approves. */
      readonly reviewers: readonly string[];
      /** Whoever starts a run may not approve it. */
      readonly preventSelfReview: boolean;
      readonly waitMinutes: number;
      /** Administrators may let a job through without an approval; undefined if GitHub does not say. */
      readonly adminsMayBypass?: boolean;
    }
  /** Jobs in it start without anybody's approval. `why` is a phrase: `it has a wait timer (30 minutes), but no …`. */
  | { readonly kind: 'unprotected'; readonly why: string }
  /** GitHub creates a missing environment when a job first names it, without any protection. */
  | { readonly kind: 'missing' }
  /** `reason` is a phrase: `GitHub answered 403: Resource not accessible by integration`. */
  | { readonly kind: 'cannot-tell'; readonly reason: string; readonly next?: string };

/** Which branches' workflows may use a GitHub environment, and so its secrets. */
export type BranchReading =
  /** `why` is a phrase: `it has no rule about branches`. */
  | { readonly kind: 'any'; readonly why: string }
  | { readonly kind: 'protected' }
  /** Names and patterns, also of tags. */
  | { readonly kind: 'named'; readonly names: readonly string[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'cannot-tell'; readonly reason: string; readonly next?: string };

/** What reviewers said about one run. GitHub does not report when: the journal's own time is the latest possible. */
export interface Approval {
  readonly state: 'approved' | 'rejected' | 'pending';
  readonly by: string;
  readonly comment: string;
  readonly environments: readonly string[];
}

export type ApprovalReading =
  | { readonly kind: 'known'; readonly approvals: readonly Approval[] }
  | { readonly kind: 'cannot-tell'; readonly reason: string; readonly next?: string };

/** Who let a job into its environment. */
export type Approved =
  | { readonly kind: 'by'; readonly approval: Approval }
  /** Each approval that GitHub lists has, or may have, let another job of this run in: of an earlier attempt, or of another hop. */
  | { readonly kind: 'used'; readonly approval: Approval }
  | { readonly kind: 'nobody' }
  /** GitHub could not be asked. */
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * Each job waits for its own approval, and GitHub reports neither when one was given nor for which attempt or job of the
 * run. So approvals that the journal shows to have let other jobs in are taken off the list first: an approval of the first
 * attempt does not cover the second, which may have started without one.
 * @param used those that have let other jobs of this run into the environment
 * @param unaccounted how many more of its jobs may have been let in: a job that ended before its first act has recorded nothing
 */
export function approvedOf(
  approvals: readonly Approval[],
  environment: string,
  used: readonly Pick<Approval, 'by' | 'comment'>[],
  unaccounted: number,
): Approved {
  const wanted = environment.toLowerCase();
  // Environment names ignore case.
  const listed = approvals.filter(
    ({ state, environments }) => state === 'approved' && environments.some((name) => name.toLowerCase() === wanted),
  );
  const [first] = listed;
  if (first === undefined) return { kind: 'nobody' };
  const left = [...listed];
  for (const { by, comment } of used) {
    const index = left.findIndex((each) => each.by === by && each.comment === comment);
    if (index !== -1) left.splice(index, 1);
  }
  const [approval] = left;
  return approval === undefined || left.length <= unaccounted
    ? { kind: 'used', approval: first }
    : { kind: 'by', approval };
}

/** What confirms a hop: its digest, and the journal entry of its passed rehearsal, or of the last rollback of production. */
export interface Confirmable {
  readonly digest: string;
  /** The hash of that entry. Nobody can know or guess it before the rehearsal has passed or production was rolled back. */
  readonly basis: string;
}

const shownDigits = 12;

/**
 * What a person types to open a `dispatch` gate. It depends on what happened last, so that nobody can type it before;
 * the point of no return has words of its own, so that one confirmation never opens both gates.
 */
export function confirmationFor(gate: GateName, { digest, basis }: Confirmable): string {
  const digits = sha256({ gate, digest, basis }).slice(0, shownDigits);
  return gate === 'finalize' ? `finalize-${digits}` : digits;
}

/** The whole text, in upper or lower case; never a part of it. */
export function isConfirmed(gate: GateName, confirmable: Confirmable, typed: string | undefined): boolean {
  return (typed ?? '').trim().toLowerCase() === confirmationFor(gate, confirmable);
}
