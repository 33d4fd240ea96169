import { className } from './instance-class.ts';
import { type Declared, type TopologySeen, topologyOf } from './seen.ts';
import { labelOf, type Topology, topology, topologyText } from './topology.ts';

export function declaredTopology({ instances, writer, reader }: Declared): Topology {
  return topology(instances, writer, instances === 1 ? [] : [reader ?? writer], reader !== undefined);
}

/** Why no path can be planned from what the file declares, whatever the cluster is; undefined if one can. */
export function unusableDeclaration({ declared }: TopologySeen): string | undefined {
  if (declared.kind === 'unknown') return declared.reason;
  const { instances, reader } = declared.value;
  return instances === 1 && reader !== undefined
    ? `the configuration file declares one instance and a class for readers (${className(reader)}), which nothing has: whoever adds a reader would get that class unawares`
    : undefined;
}

/**
 * How the file and the cluster differ; undefined if they agree.
 * @param accepted what else the file may say: a hop that is half done may or may not have edited it
 */
export function driftFrom(seen: TopologySeen, accepted: readonly Topology[] = []): string | undefined {
  const unusable = unusableDeclaration(seen);
  if (unusable !== undefined || seen.declared.kind === 'unknown') return unusable;
  const live = topologyOf(seen);
  const file = declaredTopology(seen.declared.value);
  const known = [...(live.kind === 'known' ? [live.value] : []), ...accepted].map(labelOf);
  if (known.includes(labelOf(file))) return undefined;
  const cluster = live.kind === 'known' ? `the cluster is ${topologyText(live.value)}` : live.reason;
  return `the configuration file declares ${topologyText(file)}, and ${cluster}: the checkout may lack the commit of the hop before, or somebody has changed one of the two`;
}
