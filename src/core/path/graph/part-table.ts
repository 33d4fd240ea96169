import type { PartTable } from './rule.ts';
import { contains } from './span.ts';

/** The row of the part's table that carries a release. */
export function carrierOf(partTable: PartTable, place: number): string | undefined {
  return partTable.rows.find((row) => contains(row.spans, place))?.versions;
}
