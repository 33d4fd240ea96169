import type { DBCluster, DBInstance } from '@aws-sdk/client-rds';
import type { Member } from '../../../core/path/sources/topology/seen.ts';

/** What a cluster says about its members, and what each says about itself: roles come from the cluster, never from names. */
export function membersOf(cluster: DBCluster, instances: readonly DBInstance[]): readonly Member[] {
  const listed = new Map((cluster.DBClusterMembers ?? []).map((each) => [each.DBInstanceIdentifier ?? '', each]));
  const ids = new Set([...listed.keys(), ...instances.map(({ DBInstanceIdentifier }) => DBInstanceIdentifier ?? '')]);
  return [...ids].toSorted().map((id): Member => {
    const place = listed.get(id);
    const instance = instances.find(({ DBInstanceIdentifier }) => DBInstanceIdentifier === id);
    const tier = place?.PromotionTier ?? instance?.PromotionTier;
    const zone = instance?.AvailabilityZone;
    return {
      id,
      instanceClass: instance?.DBInstanceClass ?? 'unknown',
      role: place?.IsClusterWriter === true ? 'writer' : 'reader',
      status: statusOf(place !== undefined, instance),
      pending: pendingOf(instance?.PendingModifiedValues),
      ...(tier === undefined ? {} : { tier }),
      ...(zone === undefined ? {} : { zone }),
    };
  });
}

/** An instance in only one of the two lists is being created or deleted. */
function statusOf(isListed: boolean, instance: DBInstance | undefined): string {
  if (instance === undefined) return 'leaving';
  const { DBInstanceStatus: status = 'unknown' } = instance;
  return !isListed && status === 'available' ? 'joining' : status;
}

/** Everything pending, by the provider's names: what is unknown here prevents a change as well. Passwords are only named. */
export function pendingOf(values: object | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]): [string, string][] => {
      if (value === undefined || value === null) return [];
      const isEmpty = typeof value === 'object' && Object.keys(value).length === 0;
      if (isEmpty) return [];
      if (/password/i.test(name)) return [[name, 'a new one']];
      return [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)]];
    }),
  );
}
