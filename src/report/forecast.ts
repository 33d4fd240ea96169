import { type Forecast, takenMilliseconds } from '../core/decisions/forecast.ts';
import { roughText } from '../core/messages/quantities.ts';

/** Follows what is being done: `4 min of about 12 min (as in the rehearsal)`. */
export function forecastProgress(forecast: Forecast, now: Date): string {
  const taken = takenMilliseconds(forecast, now);
  const { rehearsed } = forecast;
  if (rehearsed === undefined) return `for ${roughText(taken)}`;
  const longer = longerThan(rehearsed, taken);
  return longer === undefined
    ? `${roughText(taken)} of about ${roughText(rehearsed)} (as in the rehearsal)`
    : `${roughText(taken)}, ${longer} longer than in the rehearsal`;
}

/** For whoever decides when to look again. One sentence. */
export function forecastSentence(forecast: Forecast, now: Date): string {
  const taken = takenMilliseconds(forecast, now);
  const { rehearsed } = forecast;
  const so = `Its migrations have taken ${roughText(taken)} so far`;
  if (rehearsed === undefined) return `${so}.`;
  const longer = longerThan(rehearsed, taken);
  return longer === undefined
    ? `${so}; in the rehearsal they took ${roughText(rehearsed)}, so about ${roughText(Math.max(0, rehearsed - taken))} are left.`
    : `${so}, ${longer} longer than in the rehearsal.`;
}

/** Undefined as long as the difference is not worth mentioning. */
function longerThan(rehearsed: number, taken: number): string | undefined {
  const more = roughText(taken - rehearsed);
  return taken <= rehearsed || roughText(taken) === roughText(rehearsed) || taken - rehearsed < 1000 ? undefined : more;
}
