import type { Project } from '../../config/project.ts';
import { type Lease, leaseOwner, leaseState } from '../../core/history/lease.ts';
import type { InputsOf } from '../../core/interface/inputs.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { UserError } from '../../core/messages/errors.ts';
import { leftBehind, leftBehindText } from '../hop/left-behind.ts';

/**
 * Ends the lease of a run that is gone and could not release it, if nothing else can know that: on another machine. The
 * fencing number is raised, so that the run does nothing more if it is alive after all.
 */
export async function endLease(project: Project, { reason }: InputsOf<'reason'>): Promise<CommandResult<never>> {
  const { journal, run, effects, configuration } = project;
  if (reason === undefined || reason.trim() === '') throw noReason();
  const { held, fence } = leaseState(await journal.read());
  if (held === undefined)
    return result('skipped', `Nobody holds the lease of ${configuration.system}: there is nothing to unlock.`);
  const alive = aliveHere(project, held);
  if (alive !== undefined) return alive;
  const owner = leaseOwner(run);
  const expiresAt = effects.clock.now().toISOString();
  const taken = { type: 'lease-taken', fence: fence + 1, owner, expiresAt, preempted: held.owner, reason } as const;
  await journal.append(taken);
  if (leaseState(await journal.read()).held?.owner !== owner)
    return refused(
      `Another run took the lease of ${configuration.system} in the meantime.`,
      'It is in use. Nothing was unlocked.',
      'Look with: staged-upgrade log.',
    );
  await journal.append({ type: 'lease-released', fence: taken.fence, owner });
  return result(
    'passed',
    `Unlocked ${configuration.system}: the lease of ${held.owner} is over, and anything that run still tries is refused. The next run first checks the current state.`,
  );
}

/** Refuses if this machine shows that the run, or what it had started, is still at work. */
function aliveHere(project: Project, { owner, process, run }: Lease): CommandResult<never> | undefined {
  if (process !== undefined && project.effects.witness?.sees(process) === 'alive')
    return refused(
      `${owner} is alive: it is process ${process.pid} on this machine, started by ${run.actor}.`,
      'Two runs never act at once. Nothing was unlocked.',
      `Wait for it, or stop it with: kill -INT ${process.pid}. It records what it was doing, and releases the lease.`,
    );
  const { witness } = project.effects;
  if (process !== undefined && witness?.sees(process) === 'gone' && !witness.seesNotesOf(process))
    return refused(
      `${owner} is gone from this machine, but what it started is recorded where only its own user can look (${run.actor}).`,
      'One of its commands may still be changing the system. Nothing was unlocked.',
      `Run the same command as that user, with the same home: it says what still runs. Or look for it yourself, and wait for the end of the lease.`,
    );
  const [left] = leftBehind(project);
  if (left === undefined) return undefined;
  return refused(
    `${leftBehindText(left)} ${left.kind === 'command' ? 'is still running' : 'has left something running'} on this machine, though its run is gone.`,
    'It may still be changing the system. Nothing was unlocked.',
    `Wait until it has ended, or end it with: kill -- -${left.pid}. Then run the same command again.`,
  );
}

function noReason(): UserError {
  return new UserError({
    happened: 'The option "reason" is missing.',
    means:
      'A lease is ended for a run that another machine may still be working on: the journal must record why that cannot be. Nothing was unlocked.',
    next: 'Make sure that the run is gone, then say so: staged-upgrade unlock --reason "runner-3 lost its power at 02:10".',
  });
}

function refused(happened: string, means: string, next: string): CommandResult<never> {
  return { ...result('refused', happened), message: { happened, means, next } };
}

function result(outcome: CommandResult['outcome'], headline: string): CommandResult<never> {
  return { outcome, headline, outputs: {}, summary: `${headline}\n`, text: '' };
}
