import { durationText } from '../../../messages/quantities.ts';
import type { TopologySeen } from './seen.ts';

/** Further requirements for the start of a change: its own limits, in milliseconds. */
export interface ReadinessLimits {
  readonly maxLag: number;
}

/**
 * Why nothing may be changed on the cluster now, each a phrase; empty if it is ready. The change is applied at once, and
 * anything that waits for the maintenance window would be applied along with it.
 */
export function unfitness(seen: TopologySeen, { maxLag }: ReadinessLimits): readonly string[] {
  const { cluster, members } = seen;
  const waiting = [
    ...Object.entries(cluster.pending).map(([what, to]) => `${what} of the cluster (${to})`),
    ...members.flatMap(({ id, pending }) =>
      Object.entries(pending)
        .filter(([what]) => what !== 'DBInstanceClass')
        .map(([what, to]) => `${what} of "${id}" (${to})`),
    ),
  ];
  const unwell = [
    ...(cluster.status === 'available' ? [] : [`the cluster "${cluster.id}" is ${cluster.status}`]),
    ...members
      .filter(({ status }) => status !== 'available')
      .map(({ id, status }) => `the instance "${id}" is ${status}`),
  ];
  const behind = members.filter(({ lag }) => lag !== undefined && lag > maxLag);
  return [
    ...unwell,
    ...(waiting.length === 0
      ? []
      : [
          `changes of somebody else wait for the maintenance window and would be applied along with this one: ${waiting.join(', ')}`,
        ]),
    ...(seen.lagUnknown === undefined
      ? []
      : [`how far the readers are behind could not be determined: ${seen.lagUnknown}`]),
    ...behind.map(
      ({ id, lag = 0 }) => `the reader "${id}" is ${durationText(lag)} behind the writer, and a failover waits for it`,
    ),
  ];
}
