import type { PartLimits } from './bucket.ts';

const usualBytes = 16 * 1024 * 1024;

/** Parts in transit together take at most this much memory, unless a single one takes more. */
const maxInMemory = 64 * 1024 * 1024;

export interface PartSize {
  readonly bytes: number;
  /** How many are sent at the same time. */
  readonly atOnce: number;
}

/**
 * How an object is divided into parts.
 * @param objectBytes the largest possible size
 * @returns undefined if the store accepts no object of this size
 */
export function partSize(objectBytes: number, limits: PartLimits): PartSize | undefined {
  if (objectBytes > limits.maxObjectBytes) return undefined;
  const needed = Math.max(usualBytes, limits.minBytes, Math.ceil(objectBytes / limits.maxParts));
  const bytes = Math.ceil(needed / limits.multipleOf) * limits.multipleOf;
  if (bytes > limits.maxBytes) return undefined;
  return { bytes, atOnce: limits.inAnyOrder ? Math.max(1, Math.floor(maxInMemory / bytes)) : 1 };
}
