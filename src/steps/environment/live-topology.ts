import { SystemFailure } from '../../core/messages/errors.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Reading, Serving } from '../../core/model/observation.ts';
import { clusterText } from '../../core/path/sources/topology/failover.ts';
import { hopObstacle } from '../../core/path/sources/topology/hop-obstacle.ts';
import { changeBetween } from '../../core/path/sources/topology/hops.ts';
import { unfitness } from '../../core/path/sources/topology/readiness.ts';
import { stateOf, type TopologySeen } from '../../core/path/sources/topology/seen.ts';
import { readLabel } from '../../core/path/sources/topology/topology.ts';
import type { Deployer, IntendedChange } from '../../drivers/deployers/deployer.ts';
import type { Probes } from '../../drivers/probes/observe.ts';
import type { HealthProbe } from '../../drivers/probes/probe.ts';
import type { TopologyProbe } from '../../drivers/probes/topology.ts';
import type { Clock } from '../../world/clock.ts';
import type { DeployTarget } from './stage-deployer.ts';

const maxLagMilliseconds = 10_000;

/** The state of a cluster, and whether it is ready for a change: both from one look. */
export function topologyProbes(
  probe: TopologyProbe,
  health: HealthProbe | undefined,
): Pick<Probes, 'version' | 'health' | 'readLabel'> {
  const look = shared((signal) => probe.look(signal));
  return {
    version: async (signal) => {
      const seen = await look(signal);
      if (seen.kind === 'unknown') return seen;
      const state = stateOf(seen.value);
      return state.kind === 'known' ? { kind: 'known', value: state.value.label } : state;
    },
    health: async (signal) => {
      const [seen, answering] = await Promise.all([look(signal), health?.(signal)]);
      const fit = fitness(seen);
      return fit.kind === 'yes' ? (answering ?? fit) : fit;
    },
    readLabel: (label) => ({ kind: 'known', value: label }),
  };
}

function fitness(seen: Reading<TopologySeen>): Serving {
  if (seen.kind === 'unknown') return seen;
  const reasons = unfitness(seen.value, { maxLag: maxLagMilliseconds });
  return reasons.length === 0 ? { kind: 'yes' } : { kind: 'no', reason: reasons.join('; ') };
}

/** A request made while an answer is under way gets the same answer. */
function shared<Answer>(ask: (signal?: AbortSignal) => Promise<Answer>): (signal?: AbortSignal) => Promise<Answer> {
  let underWay: Promise<Answer> | undefined;
  return async (signal) => {
    underWay ??= ask(signal).finally(() => {
      underWay = undefined;
    });
    return await underWay;
  };
}

/** The condition of the system just before a change, besides what is observed of any system. */
export interface Outlook {
  /** What prevents the change; undefined if nothing does, or if that is unknown. */
  readonly obstacle: Message | undefined;
  /** What the person who approves it should know, each a sentence. */
  readonly details: readonly string[];
}

/** For a change of the cluster as it is now. */
export async function topologyOutlook(
  probe: TopologyProbe,
  { from, to, version }: DeployTarget,
  { clock, signal }: { readonly clock: Clock; readonly signal?: AbortSignal | undefined },
): Promise<Outlook> {
  const seen = await probe.look(signal);
  if (seen.kind === 'unknown') return { obstacle: undefined, details: [] };
  const isBack = version === from;
  const [before, after] = isBack ? [to, from] : [from, to];
  const obstacle = hopObstacle(seen.value, { from: before, to: after, isBack, now: clock.now() });
  return { obstacle, details: [clusterText(seen.value)] };
}

/** The setting for readers is removed without any change of an instance. */
function intendedBy({ from, to, version }: DeployTarget): readonly IntendedChange[] {
  const [before, after] = (version === from ? [to, from] : [from, to]).map(readLabel);
  const change = before && after && changeBetween(before, after);
  switch (change) {
    case 'add-instances':
      return ['added'];
    case 'remove-instances':
      return ['removed'];
    case 'reader':
    case 'writer':
      return ['changed'];
    default:
      return [];
  }
}

/** Nothing is changed that must not be changed now, whoever asks for it: checked directly before. */
export function guardedDeployer(
  deployer: Deployer,
  probe: TopologyProbe,
  target: DeployTarget,
  clock: Clock,
): Deployer {
  const { preview } = deployer;
  return {
    ...deployer,
    ...(preview && { preview: (request) => preview({ ...request, intended: intendedBy(target) }) }),
    deploy: async (request) => {
      const { obstacle } = await topologyOutlook(probe, target, { clock, signal: request.signal });
      if (obstacle !== undefined) throw new SystemFailure(obstacle);
      return await deployer.deploy({ ...request, intended: intendedBy(target) });
    },
  };
}
