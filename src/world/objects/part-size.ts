import type { PartLimits } from './bucket.ts';

const usualBytes = 16 * 1024 * 1024;

/** Parts that are on their way together take at most so much memory, unless a single one takes more. */
const mostInMemory = 64 * 1024 * 1024;

export interface PartSize {
  readonly bytes: number;
  /** How many are sent at the same time. */
  readonly atOnce: number;
}

/**
 * How an object is cut into parts.
 * @param objectBytes how large it will be at most
 * @returns undefined when the store takes no object of this size
 */
export function partSize(objectBytes: number, limits: PartLimits): PartSize | undefined {
  if (objectBytes > limits.mostObjectBytes) return undefined;
  const needed = Math.max(usualBytes, limits.leastBytes, Math.ceil(objectBytes / limits.mostParts));
  const bytes = Math.ceil(needed / limits.multipleOf) * limits.multipleOf;
  if (bytes > limits.mostBytes) return undefined;
  return { bytes, atOnce: limits.inAnyOrder ? Math.max(1, Math.floor(mostInMemory / bytes)) : 1 };
}
