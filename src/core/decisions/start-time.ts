import { inEnvironment, isOf } from '../history/entries.ts';
import type { Situation } from '../history/situation.ts';
import type { EnvironmentName } from '../model/hop.ts';

/**
 * The earliest time at which a first start is useful, in milliseconds since the epoch. For a while after a server was replaced
 * the servers still expect the old one, and a start requested before that is over takes longer than waiting does.
 * @param startAfter how long after a deploy
 */
export function startableFrom({ record, now }: Situation, environment: EnvironmentName, startAfter: number): number {
  const here = inEnvironment(record.entries, environment);
  // An interrupted run, or this one, has already requested it: all that is left is to continue.
  const deployed = here.findLastIndex((entry) => isOf(entry, 'put-in-place'));
  const entry = here[deployed];
  if (entry === undefined || here.slice(deployed).some((later) => isOf(later, 'starting'))) return 0;
  // The clock of another machine must not make anybody wait longer than that.
  return Math.min(Date.parse(entry.at), now.getTime()) + startAfter;
}
