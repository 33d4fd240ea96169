import type { PartRow, PartTable } from './rule.ts';
import { contains } from './span.ts';

/** The row of the part's table that covers a release. */
export function carrierOf(partTable: PartTable | undefined, place: number): PartRow | undefined {
  return partTable?.rows.find((row) => contains(row.spans, place));
}
