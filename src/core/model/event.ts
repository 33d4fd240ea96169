import { z } from 'zod';
import { dataEvents } from './data-events.ts';
import { runIdentity, text, time } from './event-shapes.ts';
import { leaseEvents } from './lease-events.ts';
import { planEvents } from './plan-events.ts';
import { releaseEvents } from './release-events.ts';
import { stagingEvents } from './staging-events.ts';

export {
  type HopReference,
  hopReference,
  plannedHop,
  type RecordedData,
  type RecordedIdentity,
  type RunIdentity,
  recordedIdentity,
  runIdentity,
} from './event-shapes.ts';
export { type Operation, operations } from './operation.ts';
export { type ProcessMark, processMark } from './process-mark.ts';

/*
 * What the journal holds, as one schema from which the types come. Objects are read loosely: a field that a later
 * version added is left out of what is read, and stays in what is stored.
 */

export const journalEvent = z.discriminatedUnion('type', [
  ...planEvents,
  ...dataEvents,
  ...stagingEvents,
  ...releaseEvents,
  ...leaseEvents,
]);
export type JournalEvent = z.output<typeof journalEvent>;
export type EventType = JournalEvent['type'];
export const eventTypes: ReadonlySet<unknown> = new Set(
  journalEvent.options.flatMap(({ _zod: { propValues } }) => [...(propValues?.type ?? [])]),
);

/**
 * An event of a type that this version does not know: a later version wrote it. It is kept and shown, but no decision
 * is based on it. It cannot be appended.
 */
export interface NotUnderstoodEvent {
  readonly type: 'not-understood';
  /** The type as it is stored. */
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What is stored of an entry besides its event and its checksum; see chain.ts. */
export const envelope = z.object({
  format: z.literal(1),
  sequence: z.int().min(1),
  /** SHA-256 in hex of the stored text of the entry before; the empty string for the first. */
  previous: text,
  /** ISO 8601, by the writer's clock. Clocks differ, so only `sequence` determines the order. */
  at: time,
  system: text,
  run: runIdentity,
  event: z.looseObject({ type: text }),
});

/**
 * One entry of the journal: what was observed, decided or done. Entries are numbered from 1 without gaps and chained
 * by `previous`, so that a missing, changed or reordered one is noticed. Never a secret, never a row's value.
 */
export type Entry = Readonly<Omit<z.output<typeof envelope>, 'event'>> & {
  readonly event: JournalEvent | NotUnderstoodEvent;
  /** SHA-256 in hex of this entry's own stored text. It is not stored in the entry itself: it is the next entry's `previous`. */
  readonly hash: string;
};

/** An entry whose event is of one type. */
export type EntryOf<Type extends EventType> = Entry & {
  readonly event: Extract<JournalEvent, { readonly type: Type }>;
};
