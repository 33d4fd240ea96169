import { expectedMilliseconds } from './expected.ts';
import type { HopRecord } from './record.ts';

/** How long a hop will keep production busy, told by what was measured. Milliseconds. */
export interface Estimate {
  readonly milliseconds: number;
  /** What it was measured on. */
  readonly basis: string;
}

/** Undefined before the hop was rehearsed: what another hop took says little about this one's migrations. */
export function estimateOf(record: HopRecord): Estimate | undefined {
  const deploy = expectedMilliseconds(record, 'restore-point');
  if (deploy === undefined) return undefined;
  const migrate = expectedMilliseconds(record, 'migrate') ?? 0;
  return { milliseconds: deploy + migrate, basis: 'the rehearsal of this hop' };
}
