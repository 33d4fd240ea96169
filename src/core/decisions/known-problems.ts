import { z } from 'zod';
import type { Message } from '../messages/message.ts';
import { lineExpression, longestLine } from '../path/sources/versions/regular-expression.ts';
import { isInRange, parseRange, versionRange } from '../path/sources/versions/version-range.ts';
import { readVersion, type VersionScheme } from '../path/sources/versions/version-scheme.ts';
import { onDemand } from '../settings/on-demand.ts';

/** A known problem of a product: how to recognize it, and what to do. */
export const knownProblem = onDemand(() =>
  z
    .strictObject({
      in: z
        .enum(['log', 'settings'])
        .describe(
          "Where to look for it: in the server's log, after a release did not start; or in the settings of the deploys and in the files that `server-settings` names.",
        ),
      pattern: lineExpression.describe(
        'A regular expression, searched in each line, and in settings also across two lines, joined by a comma. The matches of its groups are filled into the texts: `(?<migration>v\\d+)` as `{migration}`. A group that is named `version` must match the release in question.',
      ),
      versions: versionRange
        .optional()
        .describe('Only if the release that runs, or is being deployed, is among these.'),
      happened: z.string().min(1).describe('What the match means.'),
      means: z.string().min(1).describe('What follows from it.'),
      next: z.string().min(1).describe('What to do.'),
      url: z.url().optional().describe('Where it is described.'),
    })
    .describe('A problem that operators of the product are known to have.'),
);
export type KnownProblem = z.output<typeof knownProblem>;

export interface Searched {
  readonly in: KnownProblem['in'];
  readonly text: string;
  /** The releases that have it. */
  readonly versions: readonly string[];
}

const maxLines = 20_000;

/**
 * Each known problem once, with the last line that shows it: what came later counts.
 * @param scheme undefined if the product has no versions
 */
export function problemsIn(
  problems: readonly KnownProblem[],
  { in: place, text, versions }: Searched,
  scheme: VersionScheme | undefined,
): Message[] {
  const lines = linesOf(text, place);
  return problems
    .filter((problem) => problem.in === place && concerns(problem, versions, scheme))
    .flatMap((problem) => {
      const pattern = new RegExp(problem.pattern);
      const found = lines.findLast((line) => pattern.test(line.slice(0, longestLine)));
      const groups = found === undefined ? undefined : pattern.exec(found.slice(0, longestLine))?.groups;
      // A log reaches back to releases that were tried before.
      if (found === undefined || (groups?.version !== undefined && !versions.includes(groups.version))) return [];
      const fill = (said: string): string => said.replaceAll(/\{(\w+)\}/g, (whole, name) => groups?.[name] ?? whole);
      const { happened, means, next, url } = problem;
      const more = url === undefined ? '' : ` (${url})`;
      return [{ happened: fill(happened), means: fill(means), next: `${fill(next)}${more}` }];
    });
}

/** In settings, each line is also read together with the next: a variable in a list has its name on one line and its value on the other. */
function linesOf(text: string, place: KnownProblem['in']): readonly string[] {
  const lines = text.split('\n').slice(-maxLines);
  if (place === 'log') return lines;
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next === undefined ? [line] : [line, `${line.trimEnd().replace(/,$/, '')}, ${next.trim()}`];
  });
}

function concerns(
  { versions: range }: KnownProblem,
  versions: readonly string[],
  scheme: VersionScheme | undefined,
): boolean {
  if (range === undefined) return true;
  if (scheme === undefined) return false;
  const parsed = parseRange(range, scheme.scheme);
  return versions.some((text) => {
    const read = readVersion(text, scheme);
    return read.kind === 'version' && isInRange(read.version, parsed);
  });
}
