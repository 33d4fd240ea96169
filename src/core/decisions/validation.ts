import type { Message } from '../messages/message.ts';
import { durationText } from '../messages/quantities.ts';
import { type Decision, type Settled, waiting } from './decision.ts';
import type { KnownMigrations } from './smoke.ts';

/** For how long production's smoke tests run before they count as passed. Milliseconds. */
export interface Validation {
  readonly for: number;
  readonly every: number;
}

/** What one round showed: every test once, on what answered at the time. */
export type Round = GoodRound | { readonly kind: 'failed' | 'unknown' | 'refuse'; readonly message: Message };

export interface GoodRound {
  readonly kind: 'passed';
  /** As observed directly before. */
  readonly migrations: KnownMigrations;
  /** What was compared, one sentence each. */
  readonly notes: readonly string[];
}

export interface RoundPlace {
  /** Counted from 1. */
  readonly number: number;
  /** Milliseconds from the start of the first round to the start of this one. */
  readonly startedAfter: number;
  /** Milliseconds from the start of the first round to the end of this one. */
  readonly endedAfter: number;
  /** How many rounds directly before this one ended as unknown. */
  readonly unknownBefore: number;
}

export type AfterRound =
  | GoodRound
  | {
      readonly kind: 'again';
      readonly inMilliseconds: number;
      /** How many rounds in a row ended as unknown. */
      readonly unknownRounds: number;
    }
  | Exclude<Settled, { kind: 'already-done' }>;

const maxUnknown = 3;

/**
 * Whether the tests have passed, continue, or end. Without a validation one round decides. With one, a round that ends as
 * unknown is neither good nor bad and is repeated; the last round is a good one that started after the time was over.
 */
export function afterRound(round: Round, place: RoundPlace, validation: Validation | undefined): AfterRound {
  if (validation === undefined) return round;
  const left = validation.for - place.endedAfter;
  const next = Math.max(0, Math.min(validation.every, left));
  switch (round.kind) {
    case 'passed':
      return place.startedAfter >= validation.for ? round : { kind: 'again', inMilliseconds: next, unknownRounds: 0 };
    case 'unknown': {
      const unknownRounds = place.unknownBefore + 1;
      return unknownRounds < maxUnknown
        ? { kind: 'again', inMilliseconds: validation.every, unknownRounds }
        : {
            kind: 'unknown',
            message: failedAt(
              round.message,
              place,
              `, its result could not be determined ${unknownRounds} times in a row`,
            ),
          };
    }
    case 'failed':
      return { kind: 'failed', message: failedAt(round.message, place, '') };
    case 'refuse':
      // What held right before the first round no longer does: the steps are not out of order, the system has changed.
      return place.number === 1 ? round : { kind: 'failed', message: failedAt(round.message, place, '') };
  }
}

/** A validation that would outlast its job starts in the next one: cut short, it would prove nothing. */
export function fitsIntoJob(validation: Validation, leftMilliseconds: number | undefined): Decision {
  if (leftMilliseconds === undefined || validation.for <= leftMilliseconds) {
    return { kind: 'act', because: 'The job lasts long enough.' };
  }
  return waiting(
    `The smoke tests would run for ${durationText(validation.for)}, but only ${durationText(leftMilliseconds)} of this job are left.`,
    'Nothing failed; they were not started.',
    'Start a new run: it starts with them.',
  );
}

function failedAt(message: Message, { number, endedAfter }: RoundPlace, more: string): Message {
  const when = `After ${durationText(endedAfter)} of validation, in round ${number}${more}`;
  return { ...message, happened: `${when}: ${message.happened}` };
}
