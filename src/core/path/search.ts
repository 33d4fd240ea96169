import type { Graph } from './graph.ts';
import { MinimumTree } from './minimum-tree.ts';

/**
 * The path with the fewest hops and, among those, the highest release at each step: the places after `current`, the
 * target last; undefined if there is none.
 *
 * Hops only lead upwards. So before a release is looked at, the number of remaining hops is known for everything above
 * it. Each rule forbids a few spans, so a release asks a tree for the least number in each of the openings between
 * them: O(n log n) for n releases, whatever the rules are.
 */
export function shortestPath(graph: Graph, current: number, target: number): number[] | undefined {
  return follow(waysTo(graph, current, target).next, current, target);
}

interface Ways {
  /** The number of hops that are left to the target, by place minus `current`. */
  readonly left: MinimumTree;
  readonly next: ReadonlyMap<number, number>;
}

function waysTo(graph: Graph, current: number, target: number): Ways {
  const left = new MinimumTree(target - current + 1);
  const next = new Map<number, number>();
  left.set(target - current, 0);
  for (let place = target - 1; place >= current; place--) {
    if (place !== current && !graph.isStop(place)) continue;
    const best = bestOpening(graph, left, place, current, target);
    if (best === undefined) continue;
    next.set(place, best + current);
    left.set(place - current, left.get(best) + 1);
  }
  return { left, next };
}

function bestOpening(graph: Graph, left: MinimumTree, place: number, current: number, target: number) {
  let best: number | undefined;
  for (const { start, end } of graph.openings(place, { start: place + 1, end: target + 1 })) {
    const found = left.lastMinimum(start - current, end - current);
    // Openings come lowest first, so of equals the later one is higher.
    if (found !== undefined && (best === undefined || left.get(found) <= left.get(best))) best = found;
  }
  return best;
}

function follow(next: ReadonlyMap<number, number>, current: number, target: number): number[] | undefined {
  const path: number[] = [];
  let place = current;
  while (place !== target) {
    const following = next.get(place);
    if (following === undefined) return undefined;
    path.push(following);
    place = following;
  }
  return path;
}

/** Where a path ends that does not reach its target. */
export interface DeadEnd {
  /** The highest release on which a path can stand. */
  readonly from: number;
  /** The lowest release above it from which the target could be reached; the target itself if there is no other. */
  readonly to: number;
  /** The highest usable release below the target at which a path can end. */
  readonly nearest: number | undefined;
}

/** Only for a target that cannot be reached. */
export function deadEnd(graph: Graph, current: number, target: number): DeadEnd {
  const { left } = waysTo(graph, current, target);
  const opened = new Int32Array(target - current + 2);
  let open = 0;
  let from = current;
  let nearest: number | undefined;
  for (let place = current; place < target; place++) {
    open += opened[place - current] ?? 0;
    if (place !== current && open === 0) continue;
    if (place !== current && graph.isUsable(place)) nearest = place;
    if (place !== current && !graph.isStop(place)) continue;
    from = place;
    for (const { start, end } of graph.openings(place, { start: place + 1, end: target + 1 })) {
      opened[start - current] = (opened[start - current] ?? 0) + 1;
      opened[end - current] = (opened[end - current] ?? 0) - 1;
    }
  }
  let to = from + 1;
  while (to < target && left.get(to - current) === Number.POSITIVE_INFINITY) to++;
  return { from, to, nearest };
}
