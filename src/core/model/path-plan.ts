import type { Message } from '../messages/message.ts';
import type { HopReleases, Reason } from './hop.ts';
import type { HopParts } from './parts.ts';

export interface PathStep {
  readonly from: string;
  readonly to: string;
  /** The tag of `to` as it is published. */
  readonly tag: string;
  /** Why the path stops at `to`, or that it is the target. Never empty. */
  readonly reasons: readonly Reason[];
  /** What a person must do before this hop. */
  readonly manual: readonly PathManualStep[];
  /** What the reader should know about this hop. */
  readonly notes: readonly Reason[];
  /** Parts that move with the release. */
  readonly parts: readonly PartMove[];
  /** The versions of the parts on both sides, as far as they are known; undefined where there are none. */
  readonly partVersions?: HopParts;
  /** The releases on both sides; undefined where `from` and `to` are them. */
  readonly releases?: HopReleases;
}

export interface PathManualStep {
  readonly id: string;
  readonly text: string;
  readonly url?: string;
}

export interface PartMove {
  /** `chart` */
  readonly part: string;
  /** The versions of the part that carry the release: a range, or one version. */
  readonly versions: string;
  readonly reason: string;
  readonly url?: string;
}

/** What the plan was made from, and what was left out of it. */
export interface PathDetails {
  readonly source: string;
  /** Number of states that it knows. */
  readonly releases: number;
  /** What they are; without it, releases. */
  readonly unit?: 'stage' | 'instance type';
  /** Tags that are not a release of the product, by reason, with up to three examples of each. */
  readonly ignored: readonly {
    readonly reason: string;
    readonly count: number;
    readonly examples: readonly string[];
  }[];
  /** Releases between the present one and the target that the path may not use. */
  readonly leftOut: readonly {
    readonly version: string;
    readonly rule: string;
    readonly text: string;
    readonly url?: string;
    readonly fixedIn?: string;
  }[];
  /** Lists of migrations, published with the target, that every hop was checked against. */
  readonly migrations?: readonly { readonly url: string; readonly sha256: string; readonly count: number }[];
  /** Facts that rules ask for and nobody has given: what depends on them counts. */
  readonly unknownFacts: readonly string[];
  /** Rules that do not count here, and why. */
  readonly idle: readonly { readonly rule: string; readonly text: string }[];
}

interface Ends {
  readonly current: string;
  readonly target: string;
  readonly details: PathDetails;
}

export interface FoundPath extends Ends {
  readonly kind: 'path';
  readonly steps: readonly PathStep[];
  /** What the reader should know about the path as a whole. */
  readonly notes: readonly string[];
}

export type PathPlan =
  | FoundPath
  /** `doubt`: newer releases may be among the tags that were left out, so that this may not be the end. */
  | (Ends & { readonly kind: 'already-there'; readonly message: Message; readonly doubt?: Message })
  /** The target is older than the present release. `restoreBefore` is the hop whose restore point goes back to it. */
  | (Ends & {
      readonly kind: 'downgrade';
      readonly message: Message;
      readonly restoreBefore?: { readonly from: string; readonly to: string };
    })
  /** The target is withdrawn, avoided, or too young. */
  | (Ends & {
      readonly kind: 'unusable-target';
      readonly message: Message;
      readonly reason: Reason;
      readonly instead?: string;
    })
  | (Ends & {
      readonly kind: 'no-path';
      readonly message: Message;
      /** The hop that cannot be made, and every rule that forbids it. */
      readonly obstacle: { readonly from: string; readonly to: string; readonly reasons: readonly Reason[] };
      /** The fewest reasons that together are in the way, and the path without them; undefined where it was not found. */
      readonly cut?: { readonly reasons: readonly Reason[]; readonly opened: readonly string[] };
      /** The highest release below the target that can be reached, with the way there. */
      readonly nearest?: FoundPath;
    })
  | UnknownRelease;

export interface UnknownRelease {
  readonly kind: 'unknown-release';
  readonly which: 'current' | 'target';
  readonly asked: string;
  readonly message: Message;
  /** The nearest releases that are known. */
  readonly nearest: { readonly below?: string; readonly above?: string };
  readonly details: PathDetails;
}
