import type { Entry, EntryOf, EventType, HopReference } from '../model/event.ts';
import type { EnvironmentName } from '../model/hop.ts';

/** The entries of exactly this hop: what was done under another digest is not what is approved now. */
export function ofHop(entries: readonly Entry[], hop: Pick<HopReference, 'id' | 'digest'>): readonly Entry[] {
  return entries.filter(({ event }) => 'hop' in event && event.hop.id === hop.id && event.hop.digest === hop.digest);
}

export function inEnvironment(entries: readonly Entry[], environment: EnvironmentName): readonly Entry[] {
  return entries.filter(({ event }) => 'environment' in event && event.environment === environment);
}

export function isOf<Type extends EventType>(entry: Entry, type: Type): entry is EntryOf<Type> {
  return entry.event.type === type;
}

/** The newest entry of a type, by its place in the journal, since clocks differ. */
export function latest<Type extends EventType>(entries: readonly Entry[], type: Type): EntryOf<Type> | undefined {
  return entries.findLast((entry): entry is EntryOf<Type> => isOf(entry, type));
}

/** The entries after a given one. */
export function after(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  return entries.filter(({ sequence }) => sequence > entry.sequence);
}
