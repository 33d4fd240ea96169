import { z } from 'zod';

/** What a deploy puts in place, known by its content: a tag can be moved, a digest cannot. */
export const artifact = z
  .object({
    /** As the configuration names it: `acme/app:1.1.0`. */
    name: z.string(),
    /** The digests by which it is known; of two with one in common, both are the same. */
    digests: z.array(z.string()).readonly(),
  })
  .readonly();
export type Artifact = z.output<typeof artifact>;

export interface NotRehearsed {
  readonly artifact: Artifact;
  /** What was rehearsed by the same name; undefined where nothing was. */
  readonly rehearsed: Artifact | undefined;
}

/** The first of what is to be promoted that was not put in place in the rehearsal; undefined when all of it was. */
export function firstNotRehearsed(
  artifacts: readonly Artifact[],
  rehearsed: readonly Artifact[],
): NotRehearsed | undefined {
  const known = new Set(rehearsed.flatMap(({ digests }) => digests));
  const other = artifacts.find(({ digests }) => !digests.some((digest) => known.has(digest)));
  return other && { artifact: other, rehearsed: rehearsed.find(({ name }) => name === other.name) };
}
