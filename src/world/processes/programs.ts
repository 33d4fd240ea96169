import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { type Finding, fine, problem } from '../../core/messages/finding.ts';

/** A command of the configuration, by its place there and its program. */
export interface NamedProgram {
  readonly where: string;
  readonly program: string;
}

export interface ProgramPlace {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Whether the programs that steps will start are on this machine. Nothing is started. */
export async function programFindings(
  programs: readonly NamedProgram[],
  place: ProgramPlace,
  subject: string,
): Promise<Finding[]> {
  const missing: Finding[] = [];
  for (const { where, program } of programs) {
    if (await isThere(program, place)) continue;
    missing.push(
      problem(subject, {
        happened: `The program "${program}", which ${where} starts, is not on this machine.`,
        means: 'The step that needs it would fail.',
        next: `Install it on the runner, check it out in this job, or correct ${where}.`,
      }),
    );
  }
  if (missing.length > 0 || programs.length === 0) return missing;
  return [fine(subject, `The programs are here: ${[...new Set(programs.map((each) => each.program))].join(', ')}.`)];
}

async function isThere(program: string, { directory, environment }: ProgramPlace): Promise<boolean> {
  // As spawn does: a name with a slash is a path, any other name is searched for.
  const candidates = program.includes('/')
    ? [resolve(directory, program)]
    : (environment.PATH ?? '')
        .split(delimiter)
        .filter((folder) => folder !== '')
        .map((folder) => join(resolve(directory, folder), program));
  for (const candidate of candidates) {
    try {
      await access(candidate, constants.X_OK);
      return true;
    } catch {
      // Not this one.
    }
  }
  return false;
}
