import type { Project } from '../../config/project.ts';
import { refuse, type Settled, waiting } from '../../core/decisions/decision.ts';
import { leaseOwner, leaseState } from '../../core/history/lease.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { SystemFailure } from '../../core/messages/errors.ts';
import { dayTime } from '../../core/messages/moments.ts';
import { durationText } from '../../core/messages/quantities.ts';
import type { Entry, RunIdentity } from '../../core/model/event.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';
import type { BackupPurpose } from '../../core/model/manifest.ts';
import { type HeldLease, LeaseLost, takeLease } from '../../journal/lease-holding.ts';
import { commandLeftBehind, isHolderGone, leftBehind, leftBehindText } from './left-behind.ts';
import { warnOfWrongClock, wrongClock } from './right-clock.ts';

/**
 * One run at a time acts on a system. After a step that passed, the lease is kept, so that the next step of the same run
 * acts under it. It is released by a step that ends otherwise or that nothing follows, by `endOfRun` if a run is one process,
 * and in a workflow by the report at the end of a job.
 * @param entries as they were read for this command: their times are compared with the clock
 */
export async function underLease<End>(
  project: Project,
  { preempt, entries }: { readonly preempt: boolean; readonly entries: readonly Entry[] },
  body: (lease: HeldLease, signal: AbortSignal) => Promise<End>,
): Promise<End | Settled> {
  const { journal, run, effects, configuration } = project;
  // A rollback waits for it itself, after it has kept everything else from starting.
  const working = preempt ? undefined : commandLeftBehind(project);
  if (working !== undefined) return working;
  if (preempt) warnOfWrongClock(project, entries);
  const wrong = preempt ? undefined : wrongClock(project, entries);
  if (wrong !== undefined) return wrong;
  const answer = await takeLease(journal, {
    run,
    clock: effects.clock,
    milliseconds: configuration.lock.lease,
    marginMilliseconds: configuration.lock['clock-tolerance'],
    preempt,
    process: run.kind === 'terminal' ? effects.witness?.self : undefined,
    isGone: isHolderGone(project),
  });
  if (answer.kind === 'held-by') {
    return heldBy(project, answer.owner, answer.until);
  }
  try {
    return await answer.lease.during((lost) => body(answer.lease, AbortSignal.any([effects.signal, lost])));
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    return refuse(
      `${error.message} This step was ended.`,
      'Another run acts now, for example a rollback. What this step was doing may be half done.',
      'Look at what the other run is doing; a new run resumes from what it observes.',
    );
  }
}

function heldBy(project: Project, owner: string, until: string): Settled {
  const { system, lock } = project.configuration;
  const tolerance = lock['clock-tolerance'];
  const from = new Date(Date.parse(until) + tolerance).toISOString();
  const [left] = leftBehind(project);
  const longest = project.effects.clock.now().getTime() + lock.lease + tolerance;
  const tooLong =
    Date.parse(until) > longest
      ? ` That is later than a lease of ${durationText(lock.lease)} can end: the clock of that run was ahead, or this machine's is behind.`
      : '';
  return waiting(
    `${owner} is acting on ${system}; its lease expires at ${dayTime(until)} unless it is renewed, and another run may act from ${dayTime(from)} (clocks may differ by ${durationText(tolerance)}).${tooLong}`,
    'Two runs never act at once. Nothing was done.',
    left === undefined
      ? 'Wait until that run has ended, then start a new run. If it is known to be gone: staged-upgrade unlock --reason "why it is gone". If production must go back now: "rollback" does not wait, it preempts that run.'
      : `That run is gone, and something that ${leftBehindText(left)} had started is still running: wait until it has ended, or until that time. To end it: kill -- -${left.pid}.`,
  );
}

/**
 * A run that is one process releases its lease when it ends, however it ends. After a workflow step that succeeded, other
 * steps act under the same lease; after one that did not, none does.
 */
export async function endOfRun(project: Project, work: () => Promise<CommandResult>): Promise<CommandResult> {
  const result = await givingBackIfThrown(project, work);
  const endedWell = result.outcome === 'passed' || result.outcome === 'skipped';
  if (project.run.kind === 'terminal' || !endedWell) await releaseQuietly(project);
  return result;
}

/**
 * Whether a step that was done, or had nothing to do, is the last one under its lease. In a workflow these end a job that
 * has no report: a check that finds the hop complete, and the backup for a rehearsal (see core/model/sequence.ts).
 */
export function isLastUnderLease(
  { kind }: RunIdentity,
  { command, purpose }: { readonly command: string; readonly purpose?: BackupPurpose | undefined },
  { environment, skipped }: { readonly environment: EnvironmentName; readonly skipped: boolean },
): boolean {
  if (command === 'adopt' || (command === 'rollback' && environment === 'production')) return true;
  if (kind !== 'github') return false;
  return (command === 'check' && skipped) || (command === 'backup' && purpose === 'rehearsal');
}

/** No step follows one that threw. */
export async function givingBackIfThrown<End>(project: Project, work: () => Promise<End>): Promise<End> {
  try {
    return await work();
  } catch (error) {
    await releaseQuietly(project, error);
    throw error;
  }
}

/**
 * The work stays done, and what was thrown matters more than a lease that expires by itself.
 * @param thrown what ended the work: if it came from the journal, it is not reported a second time
 */
export async function releaseQuietly(project: Project, thrown?: unknown): Promise<void> {
  try {
    await releaseLease(project);
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    if (thrown instanceof SystemFailure && thrown.message === error.message) return;
    project.effects.log.warn(
      `If this run holds the lease, it could not be released, and will expire. ${error.message}`,
    );
  }
}

/** Releases the lease, if this run holds it: the next run need not wait for it to expire. */
export async function releaseLease({ journal, run }: Project): Promise<void> {
  const owner = leaseOwner(run);
  const { held } = leaseState(await journal.read());
  if (held?.owner === owner) await journal.append({ type: 'lease-released', fence: held.fence, owner });
}
