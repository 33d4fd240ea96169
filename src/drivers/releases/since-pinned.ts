import { describeChange, type ReleaseChange } from './compare-releases.ts';

/** The source's present list, compared with a pinned copy. `copy` is the file as the user named it. */
export type SincePinned =
  | { readonly kind: 'compared'; readonly copy: string; readonly changes: readonly ReleaseChange[] }
  /** `reason` is one or more sentences. */
  | { readonly kind: 'cannot-tell'; readonly copy: string; readonly reason: string };

/** Sentences, at least one. */
export function sinceSentences(since: SincePinned): string[] {
  if (since.kind === 'cannot-tell') return [`What was published since cannot be determined: ${since.reason}`];
  return since.changes.length === 0 ? ['Nothing has changed.'] : since.changes.map(describeChange);
}
