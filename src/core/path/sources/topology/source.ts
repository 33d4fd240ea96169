import type { Message } from '../../../messages/message.ts';
import type { Reason } from '../../../model/hop.ts';
import type { PathDetails, PathPlan, PathStep } from '../../../model/path-plan.ts';
import type { State } from '../../../model/state.ts';
import type { PathSource } from '../source.ts';
import { cautionsOf } from './cautions.ts';
import { clusterText } from './failover.ts';
import { type Goal, hopsTo, type TopologyChange, type TopologyHop } from './hops.ts';
import { className, readInstanceClass } from './instance-class.ts';
import { isOffered, nearOffers, type Offer } from './offer.ts';
import { onlyZone, stateOf, type TopologySeen } from './seen.ts';
import { labelOf, partsOf, readLabel, type Topology, topologyText } from './topology.ts';

/** Why each change is a hop of its own, as the product says it. */
export type ChangeReasons = Readonly<Record<TopologyChange, { readonly reason: string; readonly url?: string }>>;

export interface TopologyKnowledge {
  /** What is changed, for messages. */
  readonly title: string;
  readonly reasons: ChangeReasons;
  /** Undefined if nobody could be asked: a preliminary plan, without the provider. */
  readonly offer?: Offer;
  /** What prevents any change, and is reported before anything is done. */
  readonly obstacles: readonly string[];
  /** The cluster as it was seen. */
  readonly seen?: TopologySeen;
}

/** A path between topologies of one cluster: one thing changes at a time, and readers change before the writer. */
export function topologySource(knowledge: TopologyKnowledge): PathSource<TopologySeen> {
  return { stateOf, pathTo: (current, target) => pathTo(knowledge, current, target) };
}

function pathTo(knowledge: TopologyKnowledge, current: State, target: string): PathPlan {
  const { title } = knowledge;
  const start = readLabel(current.label);
  if (start === undefined) return notATopology('current', current.label, knowledge);
  const goal = goalOf(target, start);
  if (goal === undefined) return notATopology('target', target, knowledge);
  const hops = hopsTo(start, goal);
  const last = hops.at(-1)?.to ?? start;
  const ends = { current: current.label, target: labelOf(last), details: detailsOf(knowledge) };
  if (hops.length === 0) {
    return {
      ...ends,
      kind: 'already-there',
      message: { happened: `${title} is at ${topologyText(start)}.`, means: 'There is nothing to do.', next: '' },
    };
  }
  const { offer } = knowledge;
  if (offer !== undefined && isOffered(offer, goal.instanceClass) === false) {
    const near = nearOffers(offer, goal.instanceClass);
    const text = `${goal.instanceClass} cannot be had for ${offer.engine}.`;
    return {
      ...ends,
      kind: 'unusable-target',
      reason: { rule: 'offered', text },
      message: {
        happened: text,
        means: 'No path was planned: a resize to it would fail on its first instance.',
        next:
          near.length === 0
            ? 'Name another class. Some need a newer version of the engine first.'
            : `Name another class: ${near.join(', ')}. Some need a newer version of the engine first.`,
      },
    };
  }
  const obstacle = obstacleOf(hops, knowledge);
  if (obstacle !== undefined) {
    const [first] = hops;
    const place = { from: labelOf(first?.from ?? start), to: labelOf(first?.to ?? last) };
    return { ...ends, kind: 'no-path', message: obstacle.message, obstacle: { ...place, reasons: [obstacle.reason] } };
  }
  return { ...ends, kind: 'path', steps: hops.map((hop) => stepOf(hop, knowledge)), notes: notesOf(knowledge) };
}

/** `r6g.2xlarge` asks for all instances of that class, and for two if there is only one; a label asks for exactly that. */
export function goalOf(target: string, start: Topology): Goal | undefined {
  const instanceClass = className(target);
  if (readInstanceClass(instanceClass) !== undefined) return { instances: Math.max(start.instances, 2), instanceClass };
  const exact = readLabel(target);
  if (exact === undefined || exact.hasReaderSetting) return undefined;
  return { instances: exact.instances, instanceClass: exact.writer };
}

function obstacleOf(
  hops: readonly TopologyHop[],
  { obstacles, offer }: TopologyKnowledge,
): { readonly message: Message; readonly reason: Reason } | undefined {
  const [first] = obstacles;
  if (first !== undefined) {
    const text = sentence(first);
    return {
      reason: { rule: 'readiness', text },
      message: {
        happened: obstacles.map(sentence).join(' '),
        means: 'No path was planned from here, and nothing was changed.',
        next: 'Put that in order first, then plan again.',
      },
    };
  }
  const adding = hops.find(({ change }) => change === 'add-instances');
  if (adding === undefined || offer?.quota.kind !== 'known') return undefined;
  const { used, most } = offer.quota.value;
  const more = adding.to.instances - adding.from.instances;
  if (used + more <= most) return undefined;
  const text = `The account may have ${most} instances and has ${used}: ${more} more cannot be added.`;
  return {
    reason: { rule: 'quota', text },
    message: {
      happened: text,
      means: 'No path was planned: its first hop adds an instance.',
      next: 'Ask AWS for a higher quota of "DB instances" in this region (Service Quotas), or delete instances that nobody uses.',
    },
  };
}

function sentence(phrase: string): string {
  return `${phrase.slice(0, 1).toUpperCase()}${phrase.slice(1)}.`;
}

/** What a failover in the middle of a path would find. */
function notesOnCluster(seen: TopologySeen): string[] {
  const zone = seen.members.length > 1 && seen.oneZone === undefined ? onlyZone(seen) : undefined;
  return [
    clusterText(seen),
    ...(zone === undefined
      ? []
      : [`All instances are in the zone ${zone}: the writer is not resized before a reader is in another one.`]),
  ];
}

function notesOf({ offer, seen }: TopologyKnowledge): string[] {
  if (offer === undefined)
    return [
      'Whether the provider has these classes for this engine version was not asked: no live cluster was looked at.',
    ];
  return [
    ...(seen === undefined ? [] : notesOnCluster(seen)),
    ...(offer.classes.kind === 'unknown'
      ? [`Which classes can be had for ${offer.engine} could not be determined: ${offer.classes.reason}.`]
      : []),
    ...(offer.quota.kind === 'unknown'
      ? [`How many instances the account may have could not be determined: ${offer.quota.reason}.`]
      : []),
  ];
}

function stepOf(hop: TopologyHop, { reasons }: TopologyKnowledge): PathStep {
  const { change, from, to } = hop;
  const { reason, url } = reasons[change];
  return {
    from: labelOf(from),
    to: labelOf(to),
    tag: labelOf(to),
    reasons: [
      {
        rule: change,
        text: `${topologyText(from)} becomes ${topologyText(to)}. ${reason}`,
        ...(url === undefined ? {} : { url }),
      },
    ],
    manual: cautionsOf(hop),
    notes: [],
    parts: [],
    partVersions: { from: partsOf(from), to: partsOf(to) },
  };
}

function notATopology(which: 'current' | 'target', asked: string, knowledge: TopologyKnowledge): PathPlan {
  const { title, offer } = knowledge;
  const near = offer === undefined ? [] : nearOffers(offer, className(asked));
  return {
    kind: 'unknown-release',
    which,
    asked,
    message: {
      happened:
        which === 'current'
          ? `"${asked}" is not a state of ${title}.`
          : `The target "${asked}" is not a class of instances.`,
      means: 'No path was planned.',
      next:
        which === 'current'
          ? 'Write it as the plan does: 1x-t4g.medium for one instance, 2x-t4g.medium+reader-r6g.large for two of which the reader is larger.'
          : `Name the class that all instances shall have, such as --target r6g.2xlarge; or their number as well: --target 3x-r6g.2xlarge.${near.length === 0 ? '' : ` There are ${near.join(', ')}.`}`,
    },
    nearest: {},
    details: detailsOf(knowledge),
  };
}

function detailsOf({ title, offer }: TopologyKnowledge): PathDetails {
  return {
    source: offer === undefined ? `the definition of ${title}` : `what can be had for ${offer.engine}`,
    releases: offer?.classes.kind === 'known' ? offer.classes.value.length : 0,
    unit: 'instance type',
    ignored: [],
    leftOut: [],
    unknownFacts: [],
    idle: [],
  };
}
