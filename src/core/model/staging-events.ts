import { contentDigests, event, hopReference, inEnvironment, text } from './event-shapes.ts';

/* How a rehearsal starts, continues and ends. */

export const stagingEvents = [
  /** A rehearsal without data starts: staging was seen in the hop's first state, and nothing is restored there. */
  event('staging-taken', () => inEnvironment),
  /** The configuration says in writing why this hop goes to production without a rehearsal. */
  event('rehearsal-waived', () => ({ hop: hopReference, because: text })),
  /** In a rehearsal of the whole path: the previous hop has left staging where this one starts, on a restored copy. */
  event('carried-over', () => ({ ...inEnvironment, backup: text, after: text })),
  /** The path is rehearsed again from a restore: this hop's earlier rehearsal does not count any more. */
  event('rehearsal-voided', () => ({ ...inEnvironment, because: text })),
  event('rehearsed', () => ({
    hop: hopReference,
    /** Left out if there is no data. */
    backup: text.exactOptional(),
    /** The digests of what was done and of what it was tested with, by name. */
    contents: contentDigests.exactOptional(),
  })),
] as const;
