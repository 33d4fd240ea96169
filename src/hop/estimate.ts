import type { Entry } from '../journal/event.ts';
import { durationText } from '../report/quantities.ts';
import { expectedMilliseconds } from './expected.ts';
import type { Hop } from './hop.ts';
import { type HopRecord, recordOf } from './record.ts';
import { countedRehearsal, type RehearsalTerms } from './situation.ts';

/** How long a hop will keep production busy, told by what was measured. Milliseconds. */
export interface Estimate {
  readonly milliseconds: number;
  /** The longer of its jobs: only one of them has to fit into a maintenance window at a time. */
  readonly longestJobMilliseconds: number;
  /** What it was measured on. A phrase: `the rehearsal of this hop`. */
  readonly basis: string;
}

/** A rehearsal that counts: of this hop, with this digest, young enough. Times are ISO 8601. */
export interface Rehearsed {
  readonly at: string;
  readonly backup: string;
  /** Until when it is young enough. */
  readonly countsUntil: string;
}

/** What the journal knows of a hop before it is begun. */
export interface HopEvidence {
  readonly estimate?: Estimate;
  readonly rehearsed?: Rehearsed;
}

export interface EvidenceTerms extends RehearsalTerms {
  /** For how long the smoke tests of production go on, each time. Milliseconds; undefined when they run once. */
  readonly validation: number | undefined;
}

export function evidenceOf(entries: readonly Entry[], hop: Hop, terms: EvidenceTerms): HopEvidence {
  const record = recordOf(entries, hop);
  const estimate = estimateOf(record, terms.validation);
  const rehearsed = rehearsedOf(entries, record, terms);
  return { ...(estimate === undefined ? {} : { estimate }), ...(rehearsed === undefined ? {} : { rehearsed }) };
}

/** Undefined before the hop was rehearsed: what another hop took says little about this one's migrations. */
function estimateOf(record: HopRecord, validation = 0): Estimate | undefined {
  const deploy = expectedMilliseconds(record, 'restore-point', validation);
  if (deploy === undefined) return undefined;
  const migrate = expectedMilliseconds(record, 'migrate', validation) ?? 0;
  return {
    milliseconds: deploy + migrate,
    longestJobMilliseconds: Math.max(deploy, migrate),
    basis: `the rehearsal of this hop${validation === 0 ? '' : `, with ${durationText(validation)} of smoke tests each time`}`,
  };
}

function rehearsedOf(entries: readonly Entry[], record: HopRecord, terms: RehearsalTerms): Rehearsed | undefined {
  const rehearsal = countedRehearsal(entries, record, terms);
  if (rehearsal.kind !== 'passed') return undefined;
  const { at, backup, dataAt } = rehearsal;
  return { at, backup, countsUntil: new Date(Date.parse(dataAt) + terms.rehearsalMaxAge).toISOString() };
}
