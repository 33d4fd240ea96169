import { isOf, latest } from '../history/entries.ts';
import { type HopRecord, recordOf } from '../history/record.ts';
import { countedRehearsal, type RehearsalTerms } from '../history/situation.ts';
import { durationText } from '../messages/quantities.ts';
import { type ContentDigests, changedContents } from '../model/digest.ts';
import type { Entry, EntryOf } from '../model/event.ts';
import type { Hop } from '../model/hop.ts';
import { expectedMilliseconds } from './expected.ts';

/** How long a hop will keep production busy, judging by what was measured. Milliseconds. */
export interface Estimate {
  readonly milliseconds: number;
  /** The longer of its jobs: only one of them at a time has to fit into a maintenance window. */
  readonly longestJobMilliseconds: number;
  /** What it was measured on. A phrase: `the rehearsal of this hop`. */
  readonly basis: string;
}

/** A rehearsal that counts: of this hop, with this digest, young enough. Times are ISO 8601. */
export interface Rehearsed {
  readonly at: string;
  /** Left out if there is no data. */
  readonly backup?: string;
  /** Until when it is young enough. */
  readonly countsUntil: string;
  /** What it was tested with and has changed since, by name: the rehearsal counts, but the new tests have not run on staging. */
  readonly changed: readonly string[];
}

/** A rehearsal of this hop that passed and no longer counts. */
export interface FormerRehearsal {
  readonly at: string;
  /** A clause: `environments.production.deploy has changed since`. */
  readonly because: string;
}

/** What the journal says about a hop before it is started. */
export interface HopEvidence {
  readonly estimate?: Estimate;
  readonly rehearsed?: Rehearsed;
  /** Only if none counts. */
  readonly formerly?: FormerRehearsal;
}

export interface EvidenceTerms extends RehearsalTerms {
  /** For how long production's smoke tests are repeated, each time. Milliseconds; undefined if they run once. */
  readonly validation: number | undefined;
  /** What a hop does, and what it is tested with, at present. */
  readonly contents: ContentDigests;
}

export function evidenceOf(entries: readonly Entry[], hop: Hop, terms: EvidenceTerms): HopEvidence {
  const record = recordOf(entries, hop);
  const estimate = estimateOf(record, terms.validation);
  const rehearsed = rehearsedOf(entries, record, terms);
  const formerly = rehearsed === undefined ? formerRehearsal(entries, record, terms) : undefined;
  return {
    ...(estimate === undefined ? {} : { estimate }),
    ...(rehearsed === undefined ? {} : { rehearsed }),
    ...(formerly === undefined ? {} : { formerly }),
  };
}

/** Undefined before the hop was rehearsed: another hop's duration says little about this one's migrations. */
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

function rehearsedOf(entries: readonly Entry[], record: HopRecord, terms: EvidenceTerms): Rehearsed | undefined {
  const rehearsal = countedRehearsal(entries, record, terms);
  if (rehearsal.kind !== 'passed') return undefined;
  const { at, backup, dataAt } = rehearsal;
  const countsUntil = new Date(Date.parse(dataAt) + terms.rehearsalMaxAge).toISOString();
  const before = latest(record.entries, 'rehearsed')?.event.contents;
  const changed = before === undefined ? [] : changedContents(before, terms.contents);
  return { at, ...(backup === undefined ? {} : { backup }), countsUntil, changed };
}

function formerRehearsal(
  entries: readonly Entry[],
  record: HopRecord,
  terms: EvidenceTerms,
): FormerRehearsal | undefined {
  const { hop } = record;
  const last = entries.findLast(
    (entry): entry is EntryOf<'rehearsed'> => isOf(entry, 'rehearsed') && entry.event.hop.id === hop.id,
  );
  if (last === undefined) return undefined;
  const { at, event } = last;
  if (event.hop.digest === hop.digest) {
    const rehearsal = countedRehearsal(entries, record, terms);
    return { at, because: rehearsal.kind === 'void' ? rehearsal.because : 'it has been started again since' };
  }
  const changed = event.contents === undefined ? [] : changedContents(event.contents, terms.contents);
  return { at, because: changed.length === 0 ? 'what the hop does has changed since' : changedSince(changed) };
}

/** `smoke and validate have changed since`. */
export function changedSince(names: readonly string[]): string {
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(names.map((name) => `"${name}"`));
  return `${list} ${names.length === 1 ? 'has' : 'have'} changed since`;
}
