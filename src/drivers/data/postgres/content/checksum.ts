import { createHash } from 'node:crypto';
import { type HashMethod, hashMethods } from './row-expression.ts';

const shownCharacters = 32;

/** What is kept of a table's count and sums; the method comes first, since only equal methods can be compared. */
export function checksum(method: HashMethod, parts: readonly (string | null | undefined)[]): string {
  const digest = createHash('sha256')
    .update(parts.map((part) => part ?? '').join(':'))
    .digest('hex');
  return `${method}:${digest.slice(0, shownCharacters)}`;
}

/** Undefined for a checksum that an earlier release made in a way that is no longer known. */
export function methodIn(text: string): HashMethod | undefined {
  return hashMethods.find((method) => text.startsWith(`${method}:`));
}
