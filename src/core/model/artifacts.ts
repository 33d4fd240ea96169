import { z } from 'zod';

/** What a deploy installs, identified by its content: a tag can be moved, a digest cannot. */
export const artifact = z
  .object({
    /** As the configuration names it: `acme/app:1.1.0`. */
    name: z.string(),
    /** The digests that identify it; two artifacts that share one are the same. */
    digests: z.array(z.string()).readonly(),
  })
  .readonly();
export type Artifact = z.output<typeof artifact>;

export interface NotRehearsed {
  readonly artifact: Artifact;
  /** The rehearsed artifact of the same name; undefined if there was none. */
  readonly rehearsed: Artifact | undefined;
}

/** The first artifact to be promoted that was not deployed in the rehearsal; undefined if all were. */
export function firstNotRehearsed(
  artifacts: readonly Artifact[],
  rehearsed: readonly Artifact[],
): NotRehearsed | undefined {
  const known = new Set(rehearsed.flatMap(({ digests }) => digests));
  const other = artifacts.find(({ digests }) => !digests.some((digest) => known.has(digest)));
  return other && { artifact: other, rehearsed: rehearsed.find(({ name }) => name === other.name) };
}
