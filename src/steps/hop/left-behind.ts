import type { Project } from '../../config/project.ts';
import { type Settled, waiting } from '../../core/decisions/decision.ts';
import type { LeftBehind, SystemKey } from '../../world/processes/witness.ts';

/** What runs of this system, killed on this machine, have left at work on it. */
export function leftBehind({ effects, configuration, journal }: Project): readonly LeftBehind[] {
  return effects.witness?.leftBehind(keyOf(configuration.system, journal.description)) ?? [];
}

export function keyOf(system: string, journal: string): SystemKey {
  return { system, journal };
}

/** Undefined when nothing of a killed run is at work: what it does and what this run does would be done at once. */
export function commandLeftBehind(project: Project): Settled | undefined {
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
