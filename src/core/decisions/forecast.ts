import type { HopRecord } from '../history/record.ts';
import { migrationsStarted, rehearsedMigrations } from './expected.ts';

/** How far the migrations of production are, by the clock. */
export interface Forecast {
  /** When they started, in whichever run. ISO 8601. */
  readonly startedAt: string;
  /** What they took in the rehearsal of this hop; undefined when that is not known. Milliseconds. */
  readonly rehearsed?: number;
}

/** Undefined when the journal does not say when they started. */
export function forecastOf(record: HopRecord): Forecast | undefined {
  const started = migrationsStarted(record, 'production');
  if (started === undefined) return undefined;
  const rehearsed = rehearsedMigrations(record);
  return { startedAt: started.at, ...(rehearsed === undefined ? {} : { rehearsed }) };
}

/** How long they take already. Milliseconds; clocks differ, so never less than nothing. */
export function takenMilliseconds({ startedAt }: Forecast, now: Date): number {
  return Math.max(0, now.getTime() - Date.parse(startedAt));
}
