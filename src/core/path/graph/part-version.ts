import type { Version } from '../sources/versions/version.ts';
import { isInRange, parseRange } from '../sources/versions/version-range.ts';
import { parseVersionText } from '../sources/versions/version-text.ts';

/** The versions of parts such as charts are dotted numbers, whatever scheme the product itself uses. */
export const partScheme = 'numbers';

export function readPart(version: string): Version | undefined {
  const label = version.replace(/^v/, '');
  const parsed = parseVersionText(label, partScheme);
  return parsed && { label, ...parsed };
}

export function isWithin(version: string, versions: string): boolean {
  const read = readPart(version);
  return read !== undefined && isInRange(read, parseRange(versions, partScheme));
}
