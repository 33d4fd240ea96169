import type { Message } from '../messages/message.ts';
import { durationText } from '../messages/quantities.ts';
import { type Decision, type Settled, waiting } from './decision.ts';
import type { KnownMigrations } from './smoke.ts';

/** How long the smoke tests of production run before they count as passed. Milliseconds. */
export interface Validation {
  readonly for: number;
  readonly every: number;
}

/** What one round showed: every test once, on what answered then. */
export type Round = GoodRound | { readonly kind: 'failed' | 'unknown' | 'refuse'; readonly message: Message };

export interface GoodRound {
  readonly kind: 'passed';
  /** As they were seen directly before. */
  readonly migrations: KnownMigrations;
  /** What was compared, a sentence each. */
  readonly notes: readonly string[];
}

export interface RoundPlace {
  /** Counted from 1. */
  readonly number: number;
  /** Milliseconds from the beginning of the first round to the beginning of this one. */
  readonly beganAfter: number;
  /** Milliseconds from the beginning of the first round to the end of this one. */
  readonly endedAfter: number;
  /** How many rounds directly before this one ended as unknown. */
  readonly untoldBefore: number;
}

export type AfterRound =
  | GoodRound
  | {
      readonly kind: 'again';
      readonly inMilliseconds: number;
      /** How many rounds in a row ended as unknown. */
      readonly untold: number;
    }
  | Exclude<Settled, { kind: 'already-done' }>;

const mostUntold = 3;

/**
 * Whether the tests have passed now, continue, or end. Without a validation one round says it all. With one, a round that
 * cannot tell is neither good nor bad and is asked again; the last round is a good one, started when the time was over.
 */
export function afterRound(round: Round, place: RoundPlace, validation: Validation | undefined): AfterRound {
  if (validation === undefined) return round;
  const left = validation.for - place.endedAfter;
  const next = Math.max(0, Math.min(validation.every, left));
  switch (round.kind) {
    case 'passed':
      return place.beganAfter >= validation.for ? round : { kind: 'again', inMilliseconds: next, untold: 0 };
    case 'unknown': {
      const untold = place.untoldBefore + 1;
      return untold < mostUntold
        ? { kind: 'again', inMilliseconds: validation.every, untold }
        : {
            kind: 'unknown',
            message: failedAt(round.message, place, `, its result could not be determined ${untold} times in a row`),
          };
    }
    case 'failed':
      return { kind: 'failed', message: failedAt(round.message, place, '') };
    case 'refuse':
      // What stood right before the first round no longer does: that is not an order of steps, the system has changed.
      return place.number === 1 ? round : { kind: 'failed', message: failedAt(round.message, place, '') };
  }
}

/** A validation that its job would not live to see begins in the next one: cut short, it would prove nothing. */
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
