import type { PathRequest } from './path-question.ts';
import { shortestPath } from './search.ts';
import { type Survey, surveyOf } from './survey.ts';

/** One obstacle; a path might be found without it. */
export type Obstacle =
  /** A rule, by its place among the product's. */
  | { readonly kind: 'rule'; readonly place: number }
  /** An exception that does not apply because facts are unknown. */
  | { readonly kind: 'grant'; readonly place: number }
  | { readonly kind: 'withdrawn'; readonly tag: string }
  | { readonly kind: 'minimum-age' }
  | { readonly kind: 'prereleases' };

export interface Cut {
  /** The smallest set of obstacles whose removal opens a path. */
  readonly obstacles: readonly Obstacle[];
  /** The releases of the path that they open, the present one first. */
  readonly opened: readonly string[];
}

/** The search gives up after this many releases, over all attempts: a few seconds at worst. */
const maxWork = 1_500_000;

/**
 * Why there is no path: the smallest set of obstacles. Each attempt plans again without some of them, because the rest
 * may then stop elsewhere. So the set is known to be enough, and no smaller one is. Undefined if more than `most` are in the
 * way, or if there are too many to try.
 * @param target the label of one release
 */
export function cheapestCut(request: PathRequest, target: string, survey: Survey, most = 3): Cut | undefined {
  const all = obstaclesTo(request, target, survey);
  const size = Math.max(1, request.releases.releases.length);
  let left = Math.floor(maxWork / size);
  for (let count = 1; count <= most; count++) {
    for (const obstacles of subsets(all, count)) {
      if (left-- <= 0) return undefined;
      const opened = pathWithout(request, target, obstacles);
      if (opened !== undefined) return { obstacles, opened };
    }
  }
  return undefined;
}

/** The path to the target without these obstacles; undefined if something else is still in the way. */
export function pathWithout(
  request: PathRequest,
  target: string,
  obstacles: readonly Obstacle[],
): readonly string[] | undefined {
  const survey = surveyOf(without(request, obstacles), [target]);
  if (survey.kind === 'unknown-release') return undefined;
  const { graph } = survey;
  const { catalogue, current } = graph.context;
  const end = catalogue.find(target);
  if (end === undefined || end <= current || !graph.isUsable(end)) return undefined;
  const path = shortestPath(graph, current, end);
  return path && [current, ...path].map((place) => catalogue.entries[place]?.version.label ?? '');
}

/** In the order that people prefer: what passes with time, what they can answer, then the rules. */
function obstaclesTo(request: PathRequest, target: string, survey: Survey): readonly Obstacle[] {
  const { catalogue, current, unusable } = survey.graph.context;
  const end = catalogue.find(target) ?? catalogue.entries.length;
  const between = catalogue.entries.slice(current, end).map((entry, index) => ({
    entry,
    why: unusable[current + index]?.rule,
  }));
  const grants = request.rules.flatMap(({ role }, place) =>
    role === 'grant' && survey.undecided.has(place) ? [{ kind: 'grant', place } as const] : [],
  );
  const demands = request.rules.flatMap(({ role }, place) =>
    role === 'demand' && survey.sources.has(place) ? [{ kind: 'rule', place } as const] : [],
  );
  const doubtful = demands.filter(({ place }) => survey.undecided.has(place));
  return [
    ...(between.some(({ why }) => why === 'minimum-age') ? [{ kind: 'minimum-age' } as const] : []),
    ...grants,
    ...doubtful,
    ...demands.filter((one) => !doubtful.includes(one)),
    ...between.flatMap(({ entry, why }) =>
      why === 'withdrawn' ? [{ kind: 'withdrawn', tag: entry.release.tag } as const] : [],
    ),
    ...(between.some(({ why }) => why === 'prerelease') ? [{ kind: 'prereleases' } as const] : []),
  ];
}

function without(request: PathRequest, obstacles: readonly Obstacle[]): PathRequest {
  const has = (kind: Obstacle['kind']) => obstacles.some((one) => one.kind === kind);
  const gone = new Set(obstacles.flatMap((one) => (one.kind === 'rule' ? [one.place] : [])));
  const granted = new Set(obstacles.flatMap((one) => (one.kind === 'grant' ? [one.place] : [])));
  const tags = new Set(obstacles.flatMap((one) => (one.kind === 'withdrawn' ? [one.tag] : [])));
  const { minimumAge, ...rest } = request;
  return {
    ...rest,
    ...(minimumAge === undefined || has('minimum-age') ? {} : { minimumAge }),
    ...(has('prereleases') ? { allowPrereleases: true } : {}),
    rules: request.rules.flatMap((rule, place) => {
      if (gone.has(place)) return [];
      return [granted.has(place) ? { ...rule, when: undefined } : rule];
    }),
    releases: {
      ...request.releases,
      releases: request.releases.releases.map((release) => {
        if (!tags.has(release.tag)) return release;
        const { withdrawn: _, ...kept } = release;
        return kept;
      }),
    },
  };
}

function* subsets<Item>(items: readonly Item[], count: number, start = 0): Generator<readonly Item[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let place = start; place <= items.length - count; place++) {
    const item = items[place];
    if (item === undefined) continue;
    for (const others of subsets(items, count - 1, place + 1)) yield [item, ...others];
  }
}
