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
  /** The versions of the parts on both sides, as far as they are known; undefined if there are none. */
  readonly partVersions?: HopParts;
  /** The releases on both sides; undefined if they are `from` and `to`. */
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
  /** The versions of the part that work with the release: a range, or one version. */
  readonly versions: string;
  readonly reason: string;
  readonly url?: string;
}

/** What the plan was made from, and what was left out of it. */
export interface PathDetails {
  readonly source: string;
  /** The number of known states. */
  readonly releases: number;
  /** What the states are; without it, releases. */
  readonly unit?: 'stage' | 'instance type';
  /** Tags that are not a release of the product, by reason, with up to three examples each. */
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
  /** Lists of migrations, published with the target, against which every hop was checked. */
  readonly migrations?: readonly { readonly url: string; readonly sha256: string; readonly count: number }[];
  /** Facts that rules ask for and nobody has given: rules that depend on them apply. */
  readonly unknownFacts: readonly string[];
  /** Rules that do not apply here, and why. */
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
  /** `doubt`: newer releases may be among the ignored tags, so this may not be the end. */
  | (Ends & { readonly kind: 'already-there'; readonly message: Message; readonly doubt?: Message })
  /** The target is older than the present release. `restoreBefore` is the hop whose restore point leads back to it. */
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
      /** The smallest set of obstacles, and the path without them; undefined if none was found. */
      readonly cut?: { readonly reasons: readonly Reason[]; readonly opened: readonly string[] };
      /** The highest reachable release below the target, and the path to it. */
      readonly nearest?: FoundPath;
    })
  | UnknownRelease;

export interface UnknownRelease {
  readonly kind: 'unknown-release';
  readonly which: 'current' | 'target';
  readonly asked: string;
  readonly message: Message;
  /** The nearest known releases. */
  readonly nearest: { readonly below?: string; readonly above?: string };
  readonly details: PathDetails;
}
