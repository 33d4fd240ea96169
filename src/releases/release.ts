/** A published version of the product. */
export interface Release {
  /** The label of the state, as the product's version scheme reads it from the tag: `4.0.4`. */
  readonly version: string;
  /** As published: `v4.0.4`. */
  readonly tag: string;
  /** ISO 8601; undefined when the source does not say, and then nothing is guessed. */
  readonly publishedAt?: string;
  readonly prerelease: boolean;
  readonly withdrawn?: { readonly reason: string; readonly url?: string; readonly fixedIn?: string };
  /** Markdown, where the source has it. */
  readonly notes?: string;
  readonly url?: string;
}

/** What was read from a source; what did not match the version scheme is counted, not hidden. */
export interface ReleaseList {
  /** For messages: `npm package unleash-server`, `GitHub releases of acme/records`. */
  readonly source: string;
  readonly releases: readonly Release[];
  readonly ignored: readonly { readonly tag: string; readonly reason: string }[];
}

/** One file a kind in this folder, one line in registry.ts. */
export interface ReleaseSource {
  /** Rejects with a SystemFailure when the source cannot be read whole: half a list would give a wrong path. */
  read(signal?: AbortSignal): Promise<ReleaseList>;
}
