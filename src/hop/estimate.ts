import { expectedMilliseconds } from './expected.ts';
import type { HopRecord } from './record.ts';

/** How long a hop will keep production busy, told by what was measured. Milliseconds. */
export interface Estimate {
  readonly milliseconds: number;
  /** What it was measured on. */
  readonly basis: string;
}

/**
 * Undefined before the hop was rehearsed: what another hop took says little about this one's migrations.
 * @param validation for how long the smoke tests of production go on, each time; milliseconds
 */
export function estimateOf(record: HopRecord, validation = 0): Estimate | undefined {
  const deploy = expectedMilliseconds(record, 'restore-point', validation);
  if (deploy === undefined) return undefined;
  const migrate = expectedMilliseconds(record, 'migrate', validation) ?? 0;
  return { milliseconds: deploy + migrate, basis: 'the rehearsal of this hop' };
}
