import { dayTime } from '../messages/moments.ts';
import type { Entry, EntryOf } from '../model/event.ts';
import type { Hop } from '../model/hop.ts';
import type { Observation } from '../model/observation.ts';
import type { HopTraits } from '../model/sequence.ts';
import { type Standing, standingOf } from '../model/standing.ts';
import { newestMarks } from './disposable-marks.ts';
import { latest } from './entries.ts';
import {
  type StartedMigrations,
  startedMigrations,
  unfinishedRestore,
  unfinishedRollback,
  wasRestored,
} from './production-data.ts';
import { type Promotion, promotionOf } from './promotion.ts';
import { type HopRecord, plannedLabels, recordOf } from './record.ts';
import { type Rehearsal, rehearsalOf } from './rehearsal.ts';

/** Everything that a decision may look at: what was observed directly before, and what is recorded. */
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
  /** Migrations on production that a hop from this one's `from` has started, with whatever configuration. */
  readonly startedMigrations: StartedMigrations | undefined;
  /** A rollback of any hop that was started on production and neither finished nor followed by a deploy. */
  readonly unfinishedRollback: EntryOf<'rolling-back'> | undefined;
  /** For each of staging's stores, by name, the newest mark that counts: no older backup is ever restored there. */
  readonly marks: ReadonlyMap<string, EntryOf<'disposable-marked'>>;
  /** How old a rehearsal may be, in milliseconds. */
  readonly rehearsalMaxAge: number;
  /** A person asks for a failed migration to be started again. */
  readonly retry: boolean;
}

export interface SituationParts {
  readonly hop: Hop;
  readonly traits: HopTraits;
  readonly now: Date;
  readonly observation: Observation;
  /** The whole journal. */
  readonly entries: readonly Entry[];
  readonly rehearsalMaxAge: number;
  readonly retry?: boolean;
}

export function situationOf({ entries, ...parts }: SituationParts): Situation {
  const record = recordOf(entries, parts.hop);
  return {
    ...parts,
    retry: parts.retry === true,
    record,
    startedMigrations: startedMigrations(entries, parts.hop.from),
    unfinishedRollback: unfinishedRollback(entries),
    marks: newestMarks(entries),
    standing: standingOf(parts.observation, parts.hop, plannedLabels(entries)),
    rehearsal:
      parts.traits.waiver === undefined
        ? countedRehearsal(entries, record, parts)
        : { kind: 'waived', because: parts.traits.waiver },
    promotion: halted(promotionOf(record), entries),
  };
}

/** What determines whether a rehearsal counts. */
export interface RehearsalTerms {
  readonly now: Date;
  /** How old it, and the data of its backup, may be. Milliseconds. */
  readonly rehearsalMaxAge: number;
  readonly traits: HopTraits;
}

/** The rehearsal of a hop as far as it counts: one that is too old is void. */
export function countedRehearsal(entries: readonly Entry[], record: HopRecord, terms: RehearsalTerms): Rehearsal {
  const rehearsal = rehearsalOf(entries, record, terms.traits);
  return isFoundHalfDone(record, promotionOf(record)) ? rehearsal : expired(rehearsal, terms);
}

/** While production is being restored, nothing done before counts any more, whichever hop restores it. */
function halted(promotion: Promotion, entries: readonly Entry[]): Promotion {
  const restoring = unfinishedRestore(entries);
  if (restoring === undefined) return promotion;
  const undone = { deployed: undefined, migrating: undefined, waited: undefined, completed: undefined };
  const none = { smoked: false, inPlace: false };
  return { ...promotion, ...undone, ...none, restoring, restored: wasRestored(entries, restoring) };
}

/**
 * A hop that the last check found half done on production is finished, however long ago it was rehearsed: production
 * can no longer be backed up on `from`, so the hop could never be rehearsed again.
 */
function isFoundHalfDone({ hop, entries }: HopRecord, { deployStarted }: Promotion): boolean {
  return deployStarted && latest(entries, 'checked')?.event.version !== hop.from;
}

/** Production has changed since. */
function expired(rehearsal: Rehearsal, { now, rehearsalMaxAge }: RehearsalTerms): Rehearsal {
  if (rehearsal.kind !== 'passed') return rehearsal;
  const age = ageInMilliseconds(rehearsal.dataAt, now);
  if (age <= rehearsalMaxAge) return rehearsal;
  return {
    kind: 'void',
    because: `it was made on data from ${hoursOrDays(age)} ago (${dayTime(rehearsal.dataAt)}), and "rehearsal.max-age" allows ${hoursOrDays(rehearsalMaxAge)}`,
  };
}

function hoursOrDays(milliseconds: number): string {
  const hours = milliseconds / 3_600_000;
  return hours < 48 ? `${hours.toFixed(1)} hours` : `${(hours / 24).toFixed(1)} days`;
}

export function ageInMilliseconds(at: string, now: Date): number {
  return now.getTime() - new Date(at).getTime();
}
