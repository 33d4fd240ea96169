import type { PartVersions } from '../../../../../src/core/model/parts.ts';
import type { FoundPath, PathPlan, PathStep } from '../../../../../src/core/model/path-plan.ts';
import type { PathSource } from '../../../../../src/core/path/sources/source.ts';

/** What a database cluster is made of. */
export interface Topology {
  readonly nodes: number;
  readonly size: (typeof sizes)[number];
  readonly engine: number;
}

const sizes = ['small', 'medium', 'large'] as const;

/** Every possible one. */
export const topologies: readonly Topology[] = [1, 2, 3].flatMap((nodes) =>
  sizes.flatMap((size) => [15, 16].map((engine) => ({ nodes, size, engine }))),
);

/**
 * A path source that knows nothing about versions: its states are topologies, one change leads from one to the next, and the
 * engine changes only where another node serves meanwhile.
 * @param nameOf any labels, as long as they are distinct: nothing else may read anything from them
 */
export function toyTopology(nameOf: (topology: Topology) => string): PathSource<Topology | undefined> {
  const named = new Map(topologies.map((each) => [nameOf(each), each]));
  return {
    stateOf: (seen) =>
      seen === undefined
        ? { kind: 'unknown', reason: 'the provider does not answer' }
        : { kind: 'known', value: { label: nameOf(seen), parts: partsOf(seen) } },
    pathTo: (current, target) => {
      const [start, end] = [named.get(current.label), named.get(target)];
      if (start === undefined || end === undefined) throw new Error('the tests ask for what there is');
      return plan(start, end, nameOf);
    },
  };
}

function plan(start: Topology, end: Topology, nameOf: (topology: Topology) => string): PathPlan {
  const ways: Topology[][] = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    const last = way.at(-1) ?? start;
    if (last === end) return found(way, nameOf);
    for (const next of topologies.filter((each) => !seen.has(each) && isOneChange(last, each))) {
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  throw new Error('each topology can be reached');
}

function isOneChange(one: Topology, other: Topology): boolean {
  const changes = [
    Math.abs(one.nodes - other.nodes),
    Math.abs(sizes.indexOf(one.size) - sizes.indexOf(other.size)),
    one.engine === other.engine ? 0 : one.engine < other.engine && one.nodes > 1 ? 1 : 2,
  ];
  return changes.reduce((sum, change) => sum + change, 0) === 1;
}

function found(way: readonly Topology[], nameOf: (topology: Topology) => string): FoundPath {
  const steps = way.slice(1).map((to, index): PathStep => {
    const from = way[index] ?? to;
    return {
      from: nameOf(from),
      to: nameOf(to),
      tag: nameOf(to),
      reasons: [{ rule: 'topology', text: 'One change at a time.' }],
      manual: [],
      notes: [],
      parts: [],
      partVersions: { from: partsOf(from), to: partsOf(to) },
    };
  });
  const details = {
    source: 'the provider',
    releases: topologies.length,
    ignored: [],
    leftOut: [],
    unknownFacts: [],
    idle: [],
  };
  return { kind: 'path', current: steps[0]?.from ?? '', target: steps.at(-1)?.to ?? '', steps, notes: [], details };
}

function partsOf({ nodes, size, engine }: Topology): PartVersions {
  return { nodes: String(nodes), size, engine: String(engine) };
}
