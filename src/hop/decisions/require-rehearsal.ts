import { refuse, type Settled } from '../decision.ts';
import { ageInMilliseconds, type Situation } from '../situation.ts';

/** Why production may not be touched yet as far as the rehearsal goes; undefined when it may. */
export function missingRehearsal(situation: Situation): Settled | undefined {
  const { hop, rehearsal, rehearsalMaxAge, now } = situation;
  const next = 'Start a new run: it rehearses this hop first.';
  if (rehearsal.kind === 'void') {
    return refuse(`The rehearsal of ${hop.id} does not count: ${rehearsal.because}.`, 'Production was not touched.', next);
  }
  if (rehearsal.kind !== 'passed') {
    return refuse(
      `Hop ${hop.id} with digest ${hop.digest.slice(0, 12)} was not rehearsed${rehearsal.kind === 'started' ? ' to the end' : ''}.`,
      'What is approved must be what was rehearsed. Production was not touched.',
      next,
    );
  }
  const age = ageInMilliseconds(rehearsal.at, now);
  if (age > rehearsalMaxAge) {
    return refuse(
      `The rehearsal of ${hop.id} is ${days(age)} old (${rehearsal.at}); "rehearsal.max-age" allows ${days(rehearsalMaxAge)}.`,
      'Production has changed since. It was not touched.',
      next,
    );
  }
  return undefined;
}

function days(milliseconds: number): string {
  const hours = milliseconds / 3_600_000;
  return hours < 48 ? `${hours.toFixed(1)} hours` : `${(hours / 24).toFixed(1)} days`;
}
