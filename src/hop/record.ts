import type { Entry, JournalEvent } from '../journal/event.ts';
import type { EnvironmentName, Hop } from './hop.ts';

/** Selects one type out of the union of journal events. */
export type EventOf<Type extends JournalEvent['type']> = Extract<JournalEvent, { type: Type }>;

/** An event with where and when it was written. */
export interface Recorded<Event> {
  readonly sequence: number;
  readonly at: string;
  readonly run: Entry['run'];
  readonly event: Event;
}

/**
 * What the journal says of one hop with one digest, in order. Events of another digest are left out: what was proved
 * for another configuration was not proved for this one.
 */
export interface HopRecord {
  readonly hop: Hop;
  readonly entries: readonly Entry[];
}

export function recordOf(entries: readonly Entry[], hop: Hop): HopRecord {
  return {
    hop,
    entries: entries.filter(({ event }) => 'hop' in event && event.hop.id === hop.id && event.hop.digest === hop.digest),
  };
}

/** All events of a type, oldest first. */
export function allOf<Type extends JournalEvent['type']>(
  entries: readonly Entry[],
  type: Type,
  environment?: EnvironmentName,
): readonly Recorded<EventOf<Type>>[] {
  return entries.flatMap(({ sequence, at, run, event }) =>
    isOf(event, type) && (environment === undefined || ('environment' in event && event.environment === environment))
      ? [{ sequence, at, run, event }]
      : [],
  );
}

export function latestOf<Type extends JournalEvent['type']>(
  entries: readonly Entry[],
  type: Type,
  environment?: EnvironmentName,
): Recorded<EventOf<Type>> | undefined {
  return allOf(entries, type, environment).at(-1);
}

function isOf<Type extends JournalEvent['type']>(event: JournalEvent, type: Type): event is EventOf<Type> {
  return event.type === type;
}

/** The labels of the path that was planned last, from the first `from` to the last `to`. */
export function plannedLabels(entries: readonly Entry[]): readonly string[] {
  const hops = latestOf(entries, 'planned')?.event.hops ?? [];
  return hops.length === 0 ? [] : [...hops.slice(0, 1).map((hop) => hop.from), ...hops.map((hop) => hop.to)];
}
