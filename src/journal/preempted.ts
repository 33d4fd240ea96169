import type { Entry, EventType } from './event.ts';
import { inEnvironment, isOf } from './history.ts';
import { runName } from './wording.ts';

const begins: ReadonlySet<string> = new Set<EventType>(['deploying', 'restoring', 'migrating', 'rolling-back']);

/**
 * The run whose lease an owner took before its time, if that run was changing production then and has not told since
 * how it ended: its command may still be at work. Undefined when nothing of the kind is known.
 * @param owner who has preempted
 */
export function stillAtWork(entries: readonly Entry[], owner: string): string | undefined {
  const taken = entries.findLast((entry) => isOf(entry, 'lease-taken') && entry.event.owner === owner);
  if (taken === undefined || !isOf(taken, 'lease-taken')) return undefined;
  const { preempted } = taken.event;
  const last = inEnvironment(entries, 'production').findLast(({ run }) => runName(run) === preempted);
  return last !== undefined && begins.has(last.event.type) ? preempted : undefined;
}
