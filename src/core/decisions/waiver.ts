import type { HopTraits } from '../model/sequence.ts';
import { refuse, type Settled } from './decision.ts';

/**
 * Whether a hop may go to production without a rehearsal. A written waiver allows it for a path of stages, since staging may
 * not be able to show anything about them. Releases with data are always rehearsed, whatever is written.
 */
export function refusesWaiver({ stages, waiver }: HopTraits): Settled | undefined {
  if (waiver === undefined || stages !== undefined) return undefined;
  return refuse(
    'The configuration waives staging, and this product has releases.',
    'A release may change data in ways that only a rehearsal on a copy of it shows. Production was not touched.',
    'Describe a staging under environments.staging instead of "waive".',
  );
}

/** For the record of a decision: what replaces the rehearsal. */
export function waivedBecause(waiver: string): string {
  return `The rehearsal is waived: "${waiver}".`;
}
