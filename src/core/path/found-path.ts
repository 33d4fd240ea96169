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
  const { ground } = graph;
  const path = shortestPath(graph, ground.current, target);
  if (path === undefined) return undefined;
  return {
    kind: 'path',
    current: labelAt(ground, ground.current),
    target: labelAt(ground, target),
    steps: explainSteps([ground.current, ...path], wanted, survey),
    notes: notesOf(survey, [ground.current, ...path]),
    details,
  };
}
