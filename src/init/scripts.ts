import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { readTextFile } from '../world/text-file.ts';
import { scriptToFillIn } from './render/own-scripts.ts';

/** The scripts that the commands of a configuration run, by their paths. */
export function scriptsIn(document: unknown): readonly string[] {
  return [...new Set(commandsIn(document).flat())].filter(isScript);
}

/** Those that do not exist. */
export function missingScripts(document: unknown, directory: string): readonly string[] {
  return scriptsIn(document).filter((name) => !existsSync(isAbsolute(name) ? name : join(directory, name)));
}

const ending = /^[\w./-]+\.(c?js|mjs|ts|sh|py|rb)$/;

function isScript(word: string): boolean {
  return ending.test(word) || (word.startsWith('./') && !word.includes('{'));
}

function commandsIn(value: unknown): string[][] {
  if (Array.isArray(value)) return value.flatMap(commandsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    // Commands that run in a container name the container's files, not the repository's.
    if (key === 'before' || key === 'after') return [];
    const isCommand = (key === 'run' || key === 'stop') && Array.isArray(member);
    return isCommand ? [member.filter((word) => typeof word === 'string')] : commandsIn(member);
  });
}

/** The scripts of a configuration that are still as `init` has written them. */
export async function unfinishedScripts(document: unknown, directory: string): Promise<readonly string[]> {
  const unfinished: string[] = [];
  for (const name of scriptsIn(document)) {
    const text = await readTextFile(resolve(directory, name)).catch(() => '');
    if (text.includes(scriptToFillIn)) unfinished.push(name);
  }
  return unfinished;
}
