import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { ProcessMark } from '../../core/model/event.ts';

/** How this machine shows a process: by Linux's /proc. */
interface Shown {
  readonly pid: number;
  readonly session: number;
  /** In ticks since the machine was started: two processes with the same number never share it. */
  readonly started: string;
}

/** Distinguishes this machine, and the container on it, from every other; undefined if there is no /proc. */
export function thisMachine(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return undefined;
  }
}

export function markOf(pid: number): ProcessMark | undefined {
  const machine = thisMachine();
  const shown = shownProcess(pid);
  return machine === undefined || shown === undefined ? undefined : { machine, pid, started: shown.started };
}

export type Sighting = 'alive' | 'gone' | 'elsewhere';

export function sightingOf(mark: ProcessMark): Sighting {
  if (mark.machine !== thisMachine()) return 'elsewhere';
  return shownProcess(mark.pid)?.started === mark.started ? 'alive' : 'gone';
}

/** Whether anything is left of the session that a process started. */
export function hasSession(session: number): boolean {
  return allProcesses().some((pid) => shownProcess(pid)?.session === session);
}

/** The process that started a session and was started with this variable; undefined also for one of another user. */
export function leaderWith(variable: string, value: string): number | undefined {
  return allProcesses().find((pid) => shownProcess(pid)?.session === pid && hasVariable(pid, `${variable}=${value}`));
}

function allProcesses(): readonly number[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
}

function hasVariable(pid: number, assignment: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(assignment);
  } catch {
    return false;
  }
}

/** Undefined also for a process that has ended and whose exit code was not yet collected. */
function shownProcess(pid: number): Shown | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program is in parentheses, and may contain any character.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, , , session] = fields;
    const started = fields[19];
    if (state === undefined || 'ZX'.includes(state) || started === undefined) return undefined;
    return { pid, session: Number(session), started };
  } catch {
    return undefined;
  }
}
