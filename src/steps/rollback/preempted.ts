import type { Project } from '../../config/project.ts';
import { isOf } from '../../core/history/entries.ts';
import { leaseOwner } from '../../core/history/lease.ts';
import { stillAtWork } from '../../core/history/preempted.ts';
import { durationText } from '../../core/messages/quantities.ts';
import type { Entry } from '../../core/model/event.ts';
import type { HopStepContext } from '../hop/hop-step.ts';
import { isProcessGone, leftBehind, leftBehindText } from '../hop/left-behind.ts';

/** The time that a user's command gets to end after it was asked to, and some more. */
const graceMilliseconds = 30_000;
const pauseMilliseconds = 3000;

/**
 * A rollback takes the lease without waiting. The work of the previous run ends when that run checks its lease, which it
 * does four times in a lease's duration. Until then its deploy could still start a release on the restored data. A killed
 * run checks nothing: a command of it that is seen on this machine is waited for until it has ended.
 */
export async function waitForPreemptedRun({ project }: HopStepContext): Promise<void> {
  const { clock, log, signal } = project.effects;
  const longest = project.configuration.lock.lease / 4 + graceMilliseconds;
  const until = clock.now().getTime() + longest;
  let said = '';
  for (;;) {
    const waited = await waitedFor(project);
    if (waited === undefined) return;
    if (waited.isBounded && clock.now().getTime() >= until) return;
    const text = waited.isBounded
      ? `Waiting until ${waited.what} has ended what it does, at most ${durationText(longest)}.`
      : `Waiting until ${waited.what} has ended: its run is gone, and it may still deploy. To end it: kill -- -${waited.pid}`;
    if (text !== said) log.warn(text);
    said = text;
    await clock.sleep(pauseMilliseconds, signal);
  }
}

type Waited =
  | { readonly isBounded: true; readonly what: string }
  | { readonly isBounded: false; readonly what: string; readonly pid: number };

async function waitedFor(project: Project): Promise<Waited | undefined> {
  const left = leftBehind(project);
  const command = left.find(({ kind }) => kind === 'command');
  if (command !== undefined) return { isBounded: false, what: leftBehindText(command), pid: command.pid };
  const entries = await project.journal.read();
  const other = stillAtWork(entries, leaseOwner(project.run));
  if (other === undefined) return undefined;
  return isSeenGone(project, entries, other) && left.length === 0 ? undefined : { isBounded: true, what: other };
}

/** Nothing that a dead process was doing is still done by it. */
function isSeenGone(project: Project, entries: readonly Entry[], owner: string): boolean {
  const taken = entries.findLast((entry) => isOf(entry, 'lease-taken') && entry.event.owner === owner);
  return taken !== undefined && isOf(taken, 'lease-taken') && isProcessGone(project, taken.event);
}
