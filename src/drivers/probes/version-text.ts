import type { Reading } from '../../core/model/observation.ts';
import { regularExpression } from '../../core/path/sources/versions/regular-expression.ts';

/** Where in a text the version is. */
export const versionInText = regularExpression
  .refine(
    (text) => text.includes('(?<version>'),
    'a pattern with a group (?<version>…) around the version, e.g. Server (?<version>\\d+\\.\\d+\\.\\d+)',
  )
  .describe('A regular expression with a group `version`, searched in each line: `Server (?<version>[0-9.]+)`.');

/** Nobody expects a version further back, and no text can make the search slow. */
const longestLine = 1_000;
const maxLines = 20_000;

/** @param what is read, for the reason: `the answer of https://…` */
export function versionFrom(text: string, pattern: string | undefined, what: string): Reading<string> {
  const lines = text.split('\n', maxLines).map((line) => line.slice(0, longestLine).trim());
  if (pattern === undefined) {
    const first = lines.find((line) => line !== '');
    return first === undefined ? { kind: 'unknown', reason: `${what} is empty` } : { kind: 'known', value: first };
  }
  const expression = new RegExp(pattern);
  for (const line of lines) {
    const version = expression.exec(line)?.groups?.version;
    if (version !== undefined && version !== '') return { kind: 'known', value: version };
  }
  return { kind: 'unknown', reason: `in ${what}, no line matches ${pattern}` };
}
