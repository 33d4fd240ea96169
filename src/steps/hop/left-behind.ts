import type { Project } from '../../config/project.ts';
import { waiting } from '../../core/decisions/decision.ts';
import type { Lease } from '../../core/history/lease.ts';
import type { LeftBehind, SystemKey } from '../../world/processes/witness.ts';

/** A system, and what this machine shows of it. */
type Watched = Pick<Project, 'effects' | 'configuration' | 'journal'>;

/** What killed runs of this system have left running on this machine. */
export function leftBehind({ effects, configuration, journal }: Watched): readonly LeftBehind[] {
  return effects.witness?.leftBehind(keyOf(configuration.system, journal.description)) ?? [];
}

export function keyOf(system: string, journal: string): SystemKey {
  return { system, journal };
}

/**
 * Whether this machine shows that the process which holds the lease is gone, and that what it has started is recorded where
 * we look: another user's records are elsewhere.
 */
export function isProcessGone({ effects: { witness } }: Watched, { process }: Pick<Lease, 'process'>): boolean {
  return process !== undefined && witness?.sees(process) === 'gone' && witness.seesNotesOf(process);
}

/** Whether nothing is left of the run that holds the lease: others may act at once. */
export function isHolderGone(project: Watched): (held: Lease) => boolean {
  return (held) => isProcessGone(project, held) && leftBehind(project).length === 0;
}

/** Undefined if nothing of a killed run is still at work: otherwise its work and this run's would be done at the same time. */
export function commandLeftBehind(project: Project): ReturnType<typeof waiting> | undefined {
  const command = leftBehind(project).find(({ kind }) => kind === 'command');
  if (command === undefined) return undefined;
  return waiting(
    `${leftBehindText(command)} is still running, although the run that started it is gone.`,
    `It may be changing ${project.configuration.system}. Nothing was done.`,
    `Wait until it has ended, or end it with: kill -- -${command.pid}. Then run the same command again.`,
  );
}

export function leftBehindText({ program, pid, run }: LeftBehind): string {
  return `"${program}" (process ${pid}, started by ${run})`;
}
