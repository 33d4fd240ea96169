import type { PinnedMigrations } from './listed-migrations.ts';

/** Why a release must not be used any more, and which one fixes it. */
export interface Withdrawal {
  readonly reason: string;
  readonly url?: string;
  readonly fixedIn?: string;
}

/**
 * Versions of things that were published together, for rules about more than one of them: `chart` and `app` of a Helm chart.
 */
export type Parts = Readonly<Record<string, string>>;

/** Where a release may be upgraded to directly, according to its vendor: tags, without those that take several steps. */
export interface ListedUpgrades {
  readonly minor: readonly string[];
  /** What the vendor itself calls a major upgrade. */
  readonly major: readonly string[];
}

/** What a source says about one tag, before the product's version scheme has read it. Drafts do not count as published. */
export interface PublishedTag {
  /** As published: `v4.0.4`. */
  readonly tag: string;
  /** ISO 8601; undefined if the source does not say, and then nothing is guessed. */
  readonly publishedAt?: string;
  /** Undefined if the source does not report it: then only the version itself shows it. */
  readonly prerelease?: boolean;
  readonly withdrawn?: Withdrawal;
  /** Markdown, if the source has it. Written by others: never included in our own Markdown unescaped. */
  readonly notes?: string;
  readonly url?: string;
  readonly parts?: Parts;
  /** Undefined if the source names none: most vendors only publish rules. */
  readonly upgrades?: ListedUpgrades;
}

export interface PublishedTags {
  /** For messages: `npm package unleash-server`, `GitHub releases of acme/records`. */
  readonly source: string;
  readonly tags: readonly PublishedTag[];
  /** In a pinned copy: the lists of migrations that were read for the plan. */
  readonly migrations?: readonly PinnedMigrations[];
}

/** A published version of the product. */
export interface Release {
  /** The label of the state, as the product's version scheme reads it from the tag: `4.0.4`. */
  readonly version: string;
  /** As published: `v4.0.4`. */
  readonly tag: string;
  /** ISO 8601; undefined if the source does not say, and then nothing is guessed. */
  readonly publishedAt?: string;
  readonly prerelease: boolean;
  readonly withdrawn?: Withdrawal;
  /** Markdown, if the source has it. Written by others: see PublishedTag. */
  readonly notes?: string;
  readonly url?: string;
  readonly parts?: Parts;
  /** Undefined if the source names none: most vendors only publish rules. */
  readonly upgrades?: ListedUpgrades;
}

/** What was read from a source; what did not match the version scheme is counted, not hidden. */
export interface ReleaseList {
  /** For messages: `npm package unleash-server`, `GitHub releases of acme/records`. */
  readonly source: string;
  readonly releases: readonly Release[];
  /** `reason` is a phrase that follows the tag in a sentence. */
  readonly ignored: readonly { readonly tag: string; readonly reason: string }[];
}

/** Where releases are published. One folder for each kind, and one line in the list of the family. */
export interface ReleaseSource {
  /** Rejects with a SystemFailure if the source cannot be read completely: half a list would give a wrong path. */
  read(signal?: AbortSignal): Promise<PublishedTags>;
}
