import type { Entry, EventType } from '../model/event.ts';
import { runName } from '../model/event-sentence.ts';
import { inEnvironment, isOf } from './entries.ts';

/** `restored`: on production a rollback has put the data back, and the deploy of its release comes next. */
const begins: ReadonlySet<string> = new Set<EventType>([
  'deploying',
  'restoring',
  'restored',
  'migrating',
  'rolling-back',
]);

/**
 * The run whose lease an owner took before its time, if that run was changing production then and has not reported since
 * how it ended: its command may still be at work. Undefined when nothing of the kind is known.
 * @param owner who has preempted
 */
export function stillAtWork(entries: readonly Entry[], owner: string): string | undefined {
  const production = inEnvironment(entries, 'production');
  return preemptedBy(entries, owner).find((name) => {
    const last = production.findLast(({ run }) => runName(run) === name);
    return last !== undefined && begins.has(last.event.type);
  });
}

/** The run between two may have died before it could wait for the one that it had preempted: that one counts as well. */
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
  // Whom a person has unlocked beforehand counts as preempted too: a person may be wrong.
  const before = leases.findLast(({ sequence }) => sequence < taken.sequence);
  return before?.event.reason === undefined ? undefined : before.event.owner;
}
