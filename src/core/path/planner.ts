import type { PathPlan } from '../model/path-plan.ts';
import { foundPath } from './found-path.ts';
import { noPath } from './no-path.ts';
import { alreadyThere, downgrade, unusableTarget } from './no-plan.ts';
import type { PathRequest } from './path-question.ts';
import { surveyOf } from './survey.ts';
import { resolveTarget } from './target.ts';

export type { PathPlan, PathStep } from '../model/path-plan.ts';
export type { PathRequest } from './path-question.ts';

/**
 * The path from the present release to the target that breaks no rule: the fewest hops, then the highest release at
 * each step. Pure and deterministic; the order of the releases does not matter.
 *
 * @throws UserError if a rule names a version that the product's scheme cannot read
 */
export function planPath(request: PathRequest): PathPlan {
  const survey = surveyOf(request, [request.target]);
  if (survey.kind === 'unknown-release') return survey;
  const { context } = survey.graph;
  const { current } = context;
  const target = resolveTarget(request.target, current, context);
  if (target.kind === 'unknown') return survey.unknown('target', request.target);
  if (target.kind === 'nothing-newer') {
    return alreadyThere(survey, target.wanted, survey.details(current + 1, target.end), survey.unread(target.line));
  }
  const { place, wanted } = target;
  if (place === current) return alreadyThere(survey, wanted, survey.details(current, current + 1));
  if (place < current) return downgrade(survey, place, survey.details(place, current));
  const details = survey.details(current, place + 1);
  if (!survey.graph.isUsable(place)) return unusableTarget(survey, place, details);
  return foundPath(survey, place, wanted, details) ?? noPath(survey, request, place, details);
}
