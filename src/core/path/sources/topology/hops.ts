import { type Topology, topology } from './topology.ts';

/** What a hop changes, and nothing else. */
export type TopologyChange = 'add-instances' | 'reader' | 'writer' | 'reader-setting' | 'remove-instances';

/** All instances of one class, with no setting of their own for readers. */
export interface Goal {
  readonly instances: number;
  readonly instanceClass: string;
}

export interface TopologyHop {
  readonly change: TopologyChange;
  readonly from: Topology;
  readonly to: Topology;
}

/**
 * The hops that are still needed, in whatever state the cluster is: an instance to fail over to, then the readers, then the
 * writer, then the removal of the setting that was needed only on the way. What is already so is left out.
 */
export function hopsTo(start: Topology, goal: Goal): readonly TopologyHop[] {
  const hops: TopologyHop[] = [];
  let from = start;
  for (;;) {
    const next = nextHop(from, goal);
    if (next === undefined) return hops;
    hops.push(next);
    from = next.to;
  }
}

function nextHop(from: Topology, { instances, instanceClass }: Goal): TopologyHop | undefined {
  const { writer, readers, hasReaderSetting } = from;
  const hop = (change: TopologyChange, to: Topology): TopologyHop => ({ change, from, to });
  const isUniform = readers.length <= 1;
  const isNew = from.instances === 1 && (instances > 1 || writer !== instanceClass);
  // Others of several classes are made equal first: nobody could say which of them a new one should follow.
  if (isNew || (from.instances < instances && isUniform)) {
    const count = Math.max(instances, 2);
    return hop('add-instances', topology(count, writer, readers.length === 0 ? [writer] : readers, hasReaderSetting));
  }
  if (from.instances > 1 && (!isUniform || readers[0] !== instanceClass))
    return hop('reader', topology(from.instances, writer, [instanceClass], true));
  if (writer !== instanceClass) return hop('writer', topology(from.instances, instanceClass, readers, true));
  if (hasReaderSetting) return hop('reader-setting', topology(from.instances, writer, readers, false));
  if (from.instances > instances)
    return hop('remove-instances', topology(instances, writer, instances === 1 ? [] : readers, false));
  return undefined;
}

/** What changes between two topologies, if it is one thing; the rollback of a hop is such a change too. */
export function changeBetween(from: Topology, to: Topology): TopologyChange | undefined {
  const isSameReaders = from.readers.join() === to.readers.join();
  if (from.instances !== to.instances) {
    const isOnlyThat = from.writer === to.writer && (isSameReaders || from.instances === 1 || to.instances === 1);
    return isOnlyThat ? (from.instances < to.instances ? 'add-instances' : 'remove-instances') : undefined;
  }
  if (from.writer !== to.writer) return isSameReaders ? 'writer' : undefined;
  if (!isSameReaders) return 'reader';
  return from.hasReaderSetting === to.hasReaderSetting ? undefined : 'reader-setting';
}
