import { durationText } from '../../../messages/quantities.ts';
import { className, readInstanceClass } from './instance-class.ts';
import { type Member, type TopologySeen, writerOf } from './seen.ts';

type Members = Pick<TopologySeen, 'members'>;

/**
 * The instances that a failover may choose: of the lowest tier, the largest. Several if they are equal: the provider takes any.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html
 */
export function successorsOf({ members }: Members): readonly Member[] {
  const readers = members.filter(({ role, status }) => role === 'reader' && status === 'available');
  const lowest = Math.min(...readers.map(({ tier }) => tier ?? Number.POSITIVE_INFINITY));
  const first = readers.filter(({ tier }) => tier === lowest);
  const sizes = first.map(({ instanceClass }) => readInstanceClass(instanceClass)?.memory);
  // One of an unknown size may be the largest.
  if (sizes.includes(undefined)) return first;
  const largest = Math.max(...sizes.map((size) => size ?? 0));
  return first.filter((_, index) => sizes[index] === largest);
}

/** What a failover would do now, in a sentence. Empty if the tiers are unknown. */
export function failoverText(seen: Members): string {
  const readers = seen.members.filter(({ role }) => role === 'reader');
  if (readers.length === 0) return 'There is no reader to fail over to.';
  const all = successorsOf(seen);
  const [first, ...others] = all;
  if (first === undefined) return '';
  const names = all.map(({ id }) => `"${id}"`).join(' or ');
  const writer = writerOf(seen);
  const isBeside = writer?.zone !== undefined && all.every(({ zone }) => zone === writer.zone);
  const zone = isBeside ? `, in the zone of the writer (${writer.zone})` : '';
  const any = others.length === 0 ? '' : ': their failover tier and size are the same';
  return `A failover would go to ${names}${zone}${any}.`;
}

/** What a person reads about each instance. */
export function membersText({ members }: Members): string {
  return members
    .map(({ id, instanceClass, role, zone, tier, lag }) => {
      const where = zone === undefined ? '' : ` in ${zone}`;
      const rank = tier === undefined ? '' : `, failover tier ${tier}`;
      const behind = lag === undefined ? '' : `, ${durationText(lag)} behind`;
      return `${id} (${className(instanceClass)}, ${role}${where}${rank}${behind})`;
    })
    .join(', ');
}

/** The cluster as it is, and what a failover would find: for whoever approves a change of it. */
export function clusterText(seen: Members): string {
  return `The cluster has ${membersText(seen)}. ${failoverText(seen)}`.trimEnd();
}
