import { type Explainer, reasonWithSource } from './explain.ts';
import { entryAt } from './graph/catalogue.ts';
import { lineAt } from './graph/release-graph.ts';
import { labelAt } from './graph/rule.ts';
import type { Graph } from './graph.ts';
import { listed } from './rules/common.ts';

/** What the reader should know about a path as a whole. */
export function notesOf({ graph: { context }, cautions }: Explainer, path: readonly number[]): string[] {
  const [current = 0] = path;
  const target = path.at(-1) ?? current;
  const notes: string[] = [];
  const present = context.unusable[current];
  if (present?.rule === 'unlisted') notes.push(present.text);
  else if (present !== undefined && present.rule !== 'minimum-age') {
    notes.push(`The current release should be left: ${reasonWithSource(present)}`);
  }
  if (entryAt(context.catalogue.entries, target).isPrerelease) {
    notes.push(`The target ${labelAt(context, target)} is a prerelease.`);
  }
  const passed = path.slice(1).flatMap((to, index) => passedOver(context, path[index] ?? to, to));
  if (passed.length > 0) {
    notes.push(`The path passes over ${listed(passed)}, where no rule requires a stop.`);
  }
  return [...new Set([...notes, ...cautions.flatMap((caution) => caution(current, target))])];
}

function passedOver(context: Graph['context'], from: number, to: number): string[] {
  const { minor } = context.lines;
  const labels: string[] = [];
  for (let rank = minor.rankOf(from) + 1; rank < minor.rankOf(to); rank++) {
    const line = lineAt(minor, rank);
    if (line.isPublished) labels.push(line.label);
  }
  return labels;
}
