import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type ProcessMark, processMark } from '../../core/model/process-mark.ts';
import { makeFolder } from '../make-folder.ts';
import type { Processes } from './process.ts';
import { hasSession, leaderWith, markOf, type Sighting, sightingOf, thisMachine } from './process-mark.ts';

/**
 * What this machine shows of runs that were killed on it: whether the process that holds a lease is gone, and whether
 * a command that it had started outlives it. Each process records what it has started, in a folder of the user's.
 */
export interface Witness {
  /** This process, for the lease that it takes. */
  readonly self: ProcessMark;
  /** Whether the records of a process are where this one looks: another user, or a container, has another folder. */
  seesNotesOf(process: ProcessMark): boolean;
  sees(process: ProcessMark): Sighting;
  /** What runs of this system have started here, and what has outlived them. Outdated records are deleted. */
  leftBehind(system: SystemKey): readonly LeftBehind[];
  /** Starts processes and keeps a record of each while it runs. */
  noting(processes: Processes, system: SystemKey, run: string): Processes;
}

/** A system is identified by its name and its journal: two with the same name are still two. */
export interface SystemKey {
  readonly system: string;
  readonly journal: string;
}

export interface LeftBehind {
  /** The run that had started it: `terminal 1b2c3d4e`. */
  readonly run: string;
  readonly program: string;
  readonly pid: number;
  /** `command`: what was started still runs. `others`: it has ended, but something that it started has not. */
  readonly kind: 'command' | 'others';
}

const note = z.object({
  run: z.string(),
  host: z.string(),
  process: processMark,
  /** Each is recorded before it is started, and again with its process id, which it only has then. */
  children: z.array(z.object({ program: z.string(), token: z.string().optional(), process: processMark.optional() })),
});
type Note = z.output<typeof note>;
type Child = Note['children'][number];

/** A run may be killed after a command was started and before its process id is recorded: this finds the command. */
const tokenVariable = 'STAGED_UPGRADE_COMMAND';

/** A record of another container, or of another machine with the same folder, means nothing any more after this time. */
const forgottenMilliseconds = 7 * 24 * 3_600_000;

/** Undefined if a machine does not show its processes, or records cannot be kept: then only time ends a lease. */
export function systemWitness(environment: Readonly<Record<string, string | undefined>>): Witness | undefined {
  const mark = markOf(process.pid);
  const folder = join(stateFolder(environment), 'running');
  if (mark === undefined || !canWrite(folder)) return undefined;
  const { dev, ino } = statSync(folder, { bigint: true });
  const self = { ...mark, notes: `${dev}:${ino}` };
  return {
    self,
    seesNotesOf: ({ notes }) => notes === self.notes,
    sees: sightingOf,
    leftBehind: (system) => notesIn(folder, system).flatMap((each) => judge(each, self)),
    noting: (processes, system, run) => {
      const file = join(folder, `${keyOf(system)}-${self.pid}-${self.started}.json`);
      const children = new Map<string, Child>();
      const save = (): void => {
        if (children.size === 0) {
          rmSync(file, { force: true });
          return;
        }
        const text = JSON.stringify({ run, host: hostname(), process: self, children: [...children.values()] });
        writeFileSync(`${file}.new`, text);
        renameSync(`${file}.new`, file);
      };
      return {
        run: async (request) => {
          const token = randomBytes(8).toString('hex');
          const child = { program: basename(request.argv[0]), token };
          children.set(token, child);
          save();
          try {
            return await processes.run({
              ...request,
              environment: { ...request.environment, [tokenVariable]: token },
              onStart: (pid) => {
                const process = markOf(pid);
                if (process === undefined) return;
                children.set(token, { ...child, process });
                save();
              },
            });
          } finally {
            children.delete(token);
            save();
          }
        },
      };
    },
  };
}

/** Where files that belong to a machine, and not to a journal, are kept. */
export function stateFolder({ XDG_STATE_HOME: state }: Readonly<Record<string, string | undefined>>): string {
  return join(state || join(homedir(), '.local', 'state'), 'staged-upgrade');
}

function judge({ file, read, writtenAt }: FoundNote, self: ProcessMark): LeftBehind[] {
  const { run, host, process, children } = read;
  if (process.pid === self.pid && process.started === self.started) return [];
  const seen = sightingOf(process);
  if (seen === 'alive') return [];
  if (seen === 'elsewhere') {
    const isBefore = host === hostname() && bootOf(process.machine) !== bootOf(self.machine);
    if (isBefore || Date.now() - writtenAt > forgottenMilliseconds) rmSync(file, { force: true });
    return [];
  }
  const left = children.flatMap((child): LeftBehind[] => {
    const command = child.process ?? startedUnnoted(child);
    if (command === undefined) return [];
    const common = { run, program: child.program, pid: command.pid };
    if (sightingOf(command) === 'alive') return [{ ...common, kind: 'command' }];
    return hasSession(command.pid) ? [{ ...common, kind: 'others' }] : [];
  });
  if (left.length === 0) rmSync(file, { force: true });
  return left;
}

function startedUnnoted({ token }: Child): ProcessMark | undefined {
  const pid = token === undefined ? undefined : leaderWith(tokenVariable, token);
  return pid === undefined ? undefined : markOf(pid);
}

function bootOf(machine: string): string | undefined {
  return machine.split(' ')[0];
}

interface FoundNote {
  readonly file: string;
  readonly read: Note;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
}

function notesIn(folder: string, system: SystemKey): FoundNote[] {
  const names = readdirSync(folder).filter((name) => name.startsWith(`${keyOf(system)}-`) && name.endsWith('.json'));
  return names.flatMap((name) => {
    const file = join(folder, name);
    try {
      const read = note.parse(JSON.parse(readFileSync(file, 'utf8')));
      return [{ file, read, writtenAt: statSync(file).mtimeMs }];
    } catch {
      return []; // Removed meanwhile by whoever it belonged to.
    }
  });
}

function keyOf({ system, journal }: SystemKey): string {
  return createHash('sha256').update(`${system}\0${journal}`).digest('hex').slice(0, 16);
}

function canWrite(folder: string): boolean {
  try {
    makeFolder(folder, 0o700);
    const file = join(folder, `.write-${process.pid}`);
    writeFileSync(file, '');
    rmSync(file);
    return thisMachine() !== undefined;
  } catch {
    return false;
  }
}
