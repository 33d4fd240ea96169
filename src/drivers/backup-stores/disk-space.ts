export type SpaceFinding =
  | { readonly kind: 'enough' }
  | { readonly kind: 'too-little'; readonly neededBytes: number; readonly freeBytes: number }
  | { readonly kind: 'cannot-tell'; readonly reason: string };

/** A backup may grow while it is taken, and a full disk hurts everything else that writes there. */
const reserve = 1.2;

/** Whether a store has room for a backup; sizes in bytes, undefined if unknown. */
export function compareSpace(estimatedBytes: number | undefined, freeBytes: number | undefined): SpaceFinding {
  if (freeBytes === undefined) return { kind: 'enough' };
  if (estimatedBytes === undefined) return { kind: 'cannot-tell', reason: 'the size of the data is not known' };
  const neededBytes = Math.ceil(estimatedBytes * reserve);
  return neededBytes <= freeBytes ? { kind: 'enough' } : { kind: 'too-little', neededBytes, freeBytes };
}
