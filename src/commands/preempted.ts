import { leaseOwner } from '../journal/lease.ts';
import { stillAtWork } from '../journal/preempted.ts';
import { durationText } from '../report/quantities.ts';
import type { HopStepContext } from './hop-step.ts';

/** What a command of the user's gets to end after it was told to, and to spare. */
const graceMilliseconds = 30_000;
const pauseMilliseconds = 3000;

/**
 * A rollback takes the lease without waiting; what the run before was doing ends when that run asks for its lease, which
 * it does four times in a lease's time. Until then its deploy could still start a release on what is put back.
 */
export async function letPreemptedEnd({ project }: HopStepContext): Promise<void> {
  const { journal, run, effects, configuration } = project;
  const { clock, log, signal } = effects;
  const longest = configuration.lock.lease / 4 + graceMilliseconds;
  const until = clock.now().getTime() + longest;
  for (let isTold = false; clock.now().getTime() < until; isTold = true) {
    const other = stillAtWork(await journal.read(), leaseOwner(run));
    if (other === undefined) return;
    if (!isTold) log.info(`Waiting until ${other} has ended what it does, at most ${durationText(longest)}.`);
    await clock.sleep(pauseMilliseconds, signal);
  }
}
