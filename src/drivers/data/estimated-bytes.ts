import type { DataStore } from './data-store.ts';

/** How many bytes a backup of all together takes at most; undefined if one of them is unknown. */
export async function estimatedBytesOf(
  data: readonly Pick<DataStore, 'estimatedBytes'>[],
  signal: AbortSignal,
): Promise<number | undefined> {
  let sum: number | undefined = 0;
  for (const each of data) {
    const bytes = await each.estimatedBytes(signal);
    sum = sum === undefined || bytes === undefined ? undefined : sum + bytes;
  }
  return sum;
}
