import type { Entry } from '../journal/event.ts';
import type { Hop } from './hop.ts';
import type { Observation } from './observation.ts';
import { type Promotion, promotionOf } from './promotion.ts';
import { plannedLabels, recordOf, type HopRecord } from './record.ts';
import { type Rehearsal, rehearsalOf } from './rehearsal.ts';
import type { HopTraits } from './sequence.ts';
import { type Standing, standingOf } from './standing.ts';

/** All that a decision may look at: what was observed directly before, and what is recorded. */
export interface Situation {
  readonly hop: Hop;
  readonly traits: HopTraits;
  readonly now: Date;
  /** Of the environment that the step acts on. */
  readonly observation: Observation;
  readonly standing: Standing;
  readonly record: HopRecord;
  readonly rehearsal: Rehearsal;
  readonly promotion: Promotion;
  /** How old a rehearsal may be, in milliseconds. */
  readonly rehearsalMaxAge: number;
}

export interface SituationParts {
  readonly hop: Hop;
  readonly traits: HopTraits;
  readonly now: Date;
  readonly observation: Observation;
  /** The whole journal. */
  readonly entries: readonly Entry[];
  readonly rehearsalMaxAge: number;
}

export function situationOf({ entries, ...parts }: SituationParts): Situation {
  const record = recordOf(entries, parts.hop);
  return {
    ...parts,
    record,
    standing: standingOf(parts.observation, parts.hop, plannedLabels(entries)),
    rehearsal: rehearsalOf(entries, record),
    promotion: promotionOf(record),
  };
}

export function ageInMilliseconds(at: string, now: Date): number {
  return now.getTime() - new Date(at).getTime();
}
