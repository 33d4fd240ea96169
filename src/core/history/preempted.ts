import type { Entry, EventType } from '../model/event.ts';
import { runName } from '../model/event-sentence.ts';
import { inEnvironment, isOf } from './entries.ts';

/** `restored`: a rollback has restored production's data, and the deploy of its release comes next. */
const begins: ReadonlySet<string> = new Set<EventType>([
  'deploying',
  'restoring',
  'restored',
  'migrating',
  'rolling-back',
]);

/**
 * The run whose lease an owner took early, if that run was changing production then and has not recorded since how that
 * ended: its command may still be at work. Undefined if no such run is known.
 * @param owner the one that preempted it
 */
export function stillAtWork(entries: readonly Entry[], owner: string): string | undefined {
  const production = inEnvironment(entries, 'production');
  return preemptedBy(entries, owner).find((name) => {
    const last = production.findLast(({ run }) => runName(run) === name);
    return last !== undefined && begins.has(last.event.type);
  });
}

/** A run in between may have died before it could wait for the one that it had preempted: that one counts as well. */
function preemptedBy(entries: readonly Entry[], owner: string): readonly string[] {
  const names: string[] = [];
  for (let name = lastPreempted(entries, owner); name !== undefined; name = lastPreempted(entries, name)) {
    if (name === owner || names.includes(name)) break;
    names.push(name);
  }
  return names;
}

function lastPreempted(entries: readonly Entry[], owner: string): string | undefined {
  const leases = entries.filter((entry) => isOf(entry, 'lease-taken'));
  const taken = leases.findLast(({ event }) => event.owner === owner);
  if (taken === undefined || taken.event.preempted !== undefined) return taken?.event.preempted;
  // A run that a person has unlocked counts as preempted too: a person may be wrong.
  const before = leases.findLast(({ sequence }) => sequence < taken.sequence);
  return before?.event.reason === undefined ? undefined : before.event.owner;
}
