import { parse } from 'yaml';
import { z } from 'zod';
import type { Message } from '../../../core/messages/message.ts';
import type { FetchedChart } from './chart.ts';
import type { Cluster } from './cluster.ts';
import { otherPaths } from './values.ts';

const tree = z.record(z.string(), z.unknown());

interface KeptQuestion {
  readonly chart: FetchedChart;
  /** The values that the release had before. */
  readonly has: Readonly<Record<string, unknown>>;
  /** The values that the configuration gives the release. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly where: string;
  readonly version: string;
}

/**
 * Values that the release still has, that nothing sets any more, and that the new chart does not know: it may have
 * another key for the same thing, and reads one of the two. Undefined if there are none.
 */
export async function keptForNothing(
  cluster: Cluster,
  { chart, has, given, where, version }: KeptQuestion,
): Promise<Message | undefined> {
  const shown = await cluster.helm(['show', 'values', chart.path]);
  const defaults = shown.exitCode === 0 ? tree.safeParse(parse(shown.stdout) ?? {}).data : undefined;
  if (defaults === undefined) return undefined;
  const unknown = otherPaths(has, given)
    .filter(([first = '']) => !chart.dependencies.includes(first))
    .filter((path) => !isKnown(defaults, path))
    .map((path) => path.join('.'));
  if (unknown.length === 0) return undefined;
  return {
    happened: `The release "${cluster.release}" has values that neither ${where} gives it nor the chart ${chart.title} of ${version} knows: ${unknown.join(', ')}.`,
    means: `They are kept, since ${where}.other-values is "keep". Where the chart has another key for the same thing, what was set before may still count beside the new one.`,
    next: `Where nobody means them, set "other-values: drop" in ${where}: a release then has what its files say. Where somebody does, write them into a values file.`,
  };
}

/** A mapping that a chart leaves empty accepts any key. */
function isKnown(defaults: unknown, path: readonly string[]): boolean {
  let node = defaults;
  for (const key of path) {
    const below = tree.safeParse(node).data;
    if (below === undefined || Object.keys(below).length === 0) return true;
    if (!Object.hasOwn(below, key)) return false;
    node = below[key];
  }
  return true;
}
