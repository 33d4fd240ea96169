import type { Log } from '../log.ts';
import { messageReader } from './wrapped-output.ts';

/**
 * Reads the progress of a program from its output lines: a group `at` matches the present number, a group `of` the last
 * one, wherever that is in its output.
 */
export function outputProgress(patterns: readonly string[], title: string, log: Log): (line: string) => void {
  const expressions = patterns.map((pattern) => new RegExp(pattern));
  let first: number | undefined;
  let last: number | undefined;
  let shown = '';
  const messageOf = messageReader();
  return (line) => {
    const text = messageOf(line);
    for (const expression of expressions) {
      const { at, of } = expression.exec(text)?.groups ?? {};
      if (of !== undefined) last = Number(of);
      if (at === undefined) continue;
      const number = Number(at);
      first ??= number;
      // Counted from the first of this run, so that a bar starts at its left end.
      const span = last === undefined ? {} : { done: number - first + 1, total: Math.max(last, number) - first + 1 };
      const said = `${title}: at ${at}${last === undefined ? '' : ` of ${last}`}`;
      // A message that continues in the next line says the same again.
      if (said !== shown) log.progress({ text: said, ...span });
      shown = said;
    }
  };
}
