import type { FoundPath, PathDetails } from '../model/path-plan.ts';
import { type Explainer, explainSteps } from './explain.ts';
import { labelAt } from './graph/rule.ts';
import { notesOf } from './notes.ts';
import { shortestPath } from './search.ts';

/** The path to one place; undefined when there is none. */
export function foundPath(
  survey: Explainer,
  target: number,
  wanted: string,
  details: PathDetails,
): FoundPath | undefined {
  const { graph } = survey;
  const { context } = graph;
  const path = shortestPath(graph, context.current, target);
  if (path === undefined) return undefined;
  return {
    kind: 'path',
    current: context.currentLabel,
    target: labelAt(context, target),
    steps: explainSteps([context.current, ...path], wanted, survey),
    notes: notesOf(survey, [context.current, ...path]),
    details,
  };
}
