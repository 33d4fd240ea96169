import type { HopRecord } from '../history/record.ts';
import { migrationsBegun, rehearsedMigrations } from './expected.ts';

/** How far the migrations of production are, by the clock. */
export interface Forecast {
  /** When they began, in whichever run. ISO 8601. */
  readonly begunAt: string;
  /** What they took in the rehearsal of this hop; undefined when that is not known. Milliseconds. */
  readonly rehearsed?: number;
}

/** Undefined when the journal does not say when they began. */
export function forecastOf(record: HopRecord): Forecast | undefined {
  const begun = migrationsBegun(record, 'production');
  if (begun === undefined) return undefined;
  const rehearsed = rehearsedMigrations(record);
  return { begunAt: begun.at, ...(rehearsed === undefined ? {} : { rehearsed }) };
}

/** How long they take already. Milliseconds; clocks differ, so never less than nothing. */
export function takenMilliseconds({ begunAt }: Forecast, now: Date): number {
  return Math.max(0, now.getTime() - Date.parse(begunAt));
}
