import { catalogueOf, entryAt } from './catalogue.ts';
import { avoidedBy, countingRules, effectsOf } from './compile.ts';
import { detailsOf } from './details.ts';
import { foundPath, type Survey } from './found-path.ts';
import { graphOf } from './graph.ts';
import { landscapeOf } from './landscape.ts';
import { alreadyThere, downgrade, noPath, unknownRelease, unusableTarget } from './no-plan.ts';
import type { PathPlan, PathRequest } from './path-plan.ts';
import { type Ground, labelAt } from './rule.ts';
import { nearestKnown, resolveTarget } from './target.ts';
import { judge, judgeReleases } from './usability.ts';

export type { PathPlan, PathRequest, PathStep } from './path-plan.ts';

/**
 * The way from the present release to the target that breaks no rule: the fewest hops, then the highest release at
 * each step. Pure and deterministic; the order of the releases does not matter.
 *
 * @throws UserError when a rule names a version that the product's scheme cannot read
 */
export function planPath(request: PathRequest): PathPlan {
  const { counting, idle } = countingRules(request.rules, request.facts ?? {});
  const catalogue = catalogueOf(request.releases.releases, request.scheme);
  const usability = {
    avoided: avoidedBy(counting, catalogue),
    allowPrereleases: request.allowPrereleases ?? false,
    minimumAge: request.minimumAge ?? 0,
    now: request.now,
  };
  const unusable = judgeReleases(catalogue, usability);
  const details = (start: number, end: number) =>
    detailsOf(request.releases, catalogue, unusable, idle, { start, end });
  const unknown = (which: 'current' | 'target') =>
    unknownRelease(which, request[which], nearestKnown(request[which], catalogue), details(0, 0));

  const current = catalogue.find(request.current);
  if (current === undefined) return unknown('current');
  // A prerelease that is asked for by its name is wanted.
  const asked = catalogue.find(request.target);
  if (asked !== undefined) {
    unusable[asked] = judge(entryAt(catalogue.entries, asked), asked, { ...usability, allowPrereleases: true });
  }

  const landscape = landscapeOf(catalogue, unusable);
  const ground: Ground = { ...landscape, companions: [], parts: request.parts ?? {}, current };
  const effects = counting.map((rule) => effectsOf(rule, ground));
  const survey: Survey = {
    graph: graphOf(ground, effects),
    duties: effects.flatMap((effect) => effect.duties ?? []),
    remarks: effects.flatMap((effect) => effect.remarks ?? []),
  };

  const target = resolveTarget(request.target, current, landscape);
  if (target.kind === 'unknown') return unknown('target');
  if (target.kind === 'nothing-newer') {
    return alreadyThere(survey, request.target, target.wanted, details(current + 1, catalogue.entries.length));
  }
  if (target.place === current) {
    return alreadyThere(survey, labelAt(ground, current), target.wanted, details(current, current + 1));
  }
  if (target.kind === 'older') return downgrade(survey, target.place, details(target.place, current));
  const between = details(current, target.place + 1);
  if (unusable[target.place] !== undefined) return unusableTarget(survey, target.place, between);
  return foundPath(survey, target.place, target.wanted, between) ?? noPath(survey, target.place, between);
}
