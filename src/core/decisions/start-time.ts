import { inEnvironment, isOf } from '../history/entries.ts';
import type { Situation } from '../history/situation.ts';
import type { EnvironmentName } from '../model/hop.ts';

/**
 * From when on a first start loses no time, in milliseconds since the epoch: servers that know each other for a while after
 * one was replaced make a start that is asked for sooner wait longer than that.
 * @param startAfter how long after a deploy
 */
export function startableFrom({ record, now }: Situation, environment: EnvironmentName, startAfter: number): number {
  const here = inEnvironment(record.entries, environment);
  // A run that was stopped, or this one, has asked before: all that is left is to continue.
  const deployed = here.findLastIndex((entry) => isOf(entry, 'put-in-place'));
  const entry = here[deployed];
  if (entry === undefined || here.slice(deployed).some((later) => isOf(later, 'starting'))) return 0;
  // The clock of another machine must not make anybody wait for longer than that.
  return Math.min(Date.parse(entry.at), now.getTime()) + startAfter;
}
