import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** The scripts that the commands of a configuration run, and that are not there: `init` writes none of them. */
export function missingScripts(document: unknown, directory: string): readonly string[] {
  const named = [...new Set(commandsIn(document).flat())].filter(isScript);
  return named.filter((name) => !existsSync(isAbsolute(name) ? name : join(directory, name)));
}

const ending = /^[\w./-]+\.(c?js|mjs|ts|sh|py|rb)$/;

function isScript(word: string): boolean {
  return ending.test(word) || (word.startsWith('./') && !word.includes('{'));
}

function commandsIn(value: unknown): string[][] {
  if (Array.isArray(value)) return value.flatMap(commandsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const isCommand = (key === 'run' || key === 'stop') && Array.isArray(member);
    return isCommand ? [member.filter((word) => typeof word === 'string')] : commandsIn(member);
  });
}
