import { z } from 'zod';

/**
 * How it was shown that a guard is missed when it is removed: the seed of a simulation that then finds a violation or, if
 * no simulation has, a test that fails.
 */
const proof = z.union([z.strictObject({ seed: z.int() }), z.strictObject({ test: z.string() })]);
export type Proof = z.output<typeof proof>;

/** Those of `proofs.json`, by the name of their guard. Most changes of the sources leave what happens in a seed as it was. */
export const proofs = z.record(z.string(), proof);
