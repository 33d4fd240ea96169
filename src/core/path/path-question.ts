import type { PartVersions } from '../model/parts.ts';
import type { ReleaseList } from '../model/release.ts';
import type { Facts } from './graph/facts.ts';
import type { MigrationLists } from './graph/rule.ts';
import type { PathRules } from './rules.ts';
import type { VersionScheme } from './sources/versions/version-scheme.ts';

/** Everything a path depends on, except where it leads. */
export interface PathQuestion {
  /** The present release: a label, a tag, or what the live server reports. */
  readonly current: string;
  /** The label of the present state, if it says more than the release. */
  readonly currentLabel?: string;
  readonly releases: ReleaseList;
  readonly scheme: VersionScheme;
  readonly rules: PathRules;
  readonly facts?: Facts;
  /** The present versions of parts beside the release, such as `{ chart: '7.8.1' }`. */
  readonly parts?: PartVersions;
  /** Names of parts that matter besides those in the rules. */
  readonly partNames?: readonly string[];
  /** Lets the path use prereleases. One that is named as the target is used in any case. */
  readonly allowPrereleases?: boolean;
  /** How old a release must be, in milliseconds. A release without a known date is not used then. */
  readonly minimumAge?: number;
  readonly now: Date;
  /** What is published with the target. */
  readonly migrationLists?: MigrationLists;
}

export interface PathRequest extends PathQuestion {
  /** `newest`, `newest-patch` (of the current line), a line such as `5.1` (its newest release), or a release. */
  readonly target: string;
}
