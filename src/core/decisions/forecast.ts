import type { HopRecord } from '../history/record.ts';
import { migrationsStarted, rehearsedMigrations } from './expected.ts';

/** How far production's migrations are, by the clock. */
export interface Forecast {
  /** When they started, in whichever run. ISO 8601. */
  readonly startedAt: string;
  /** How long they took in the rehearsal of this hop; undefined if unknown. Milliseconds. */
  readonly rehearsed?: number;
}

/** Undefined if the journal does not say when they started. */
export function forecastOf(record: HopRecord): Forecast | undefined {
  const started = migrationsStarted(record, 'production');
  if (started === undefined) return undefined;
  const rehearsed = rehearsedMigrations(record);
  return { startedAt: started.at, ...(rehearsed === undefined ? {} : { rehearsed }) };
}

/** How long they have been running. Milliseconds; never negative, although clocks differ. */
export function takenMilliseconds({ startedAt }: Forecast, now: Date): number {
  return Math.max(0, now.getTime() - Date.parse(startedAt));
}
