import type { DBCluster, DBInstance } from '@aws-sdk/client-rds';
import { type Reading, unknown } from '../../../core/model/observation.ts';
import type { Offer } from '../../../core/path/sources/topology/offer.ts';
import type { TopologySeen } from '../../../core/path/sources/topology/seen.ts';
import { allPages } from '../../../world/aws/all-pages.ts';
import { AwsError, isRefused, nextAfter } from '../../../world/aws/ask.ts';
import { type RdsCall, rdsCluster } from '../../../world/aws/rds.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { TopologyProbe } from '../topology.ts';
import { readDeclared } from './declared.ts';
import type { RdsClusterSettings } from './kind.ts';
import { type Lags, readLags } from './lag.ts';
import { membersOf, pendingOf } from './members.ts';

/** The pause between two looks, so that repeated calls do not throttle everybody else of the account. */
const minPauseMilliseconds = 1_000;

export function openRdsProbe(settings: RdsClusterSettings, context: PartContext): TopologyProbe {
  const { clock } = context.effects;
  const place = rdsCluster(settings, context);
  let lastLook: number | undefined;
  const { region } = place.access;
  /** Makes the call, and translates its errors. */
  const asking = async <Answer>(
    name: string,
    signal: AbortSignal | undefined,
    ask: RdsCall<Answer>,
  ): Promise<Reading<Answer>> => {
    try {
      return { kind: 'known', value: await place.ask(ask, signal) };
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      if (error.code === 'DBClusterNotFoundFault')
        return { kind: 'unknown', reason: `there is no cluster "${place.id}" in ${region}`, refused: true };
      const reason = `rds:${name} was answered with ${error.code}: ${error.message} (${nextAfter(error).replace(/\.$/, '')})`;
      return { kind: 'unknown', reason, ...(isRefused(error) ? { refused: true } : {}) };
    }
  };
  const cluster = async (signal?: AbortSignal): Promise<Reading<DBCluster>> => {
    const found = await asking('DescribeDBClusters', signal, async ({ sdk, client, options }) => {
      const command = new sdk.DescribeDBClustersCommand({ DBClusterIdentifier: place.id });
      return (await client.send(command, options)).DBClusters?.[0];
    });
    if (found.kind === 'unknown') return found;
    return found.value === undefined
      ? unknown(`there is no cluster "${place.id}" in ${region}`)
      : { kind: 'known', value: found.value };
  };
  const instances = async (signal?: AbortSignal): Promise<Reading<readonly DBInstance[]>> =>
    await asking('DescribeDBInstances', signal, async ({ sdk, client, options }) => {
      const Filters = [{ Name: 'db-cluster-id', Values: [place.id] }];
      return await allPages(async (Marker) => {
        const page = await client.send(new sdk.DescribeDBInstancesCommand({ Filters, Marker }), options);
        return { items: page.DBInstances ?? [], next: page.Marker };
      });
    });
  /** What is due, by the ARN that it concerns. */
  const due = async (signal?: AbortSignal): Promise<Reading<ReadonlyMap<string, readonly string[]>>> =>
    await asking('DescribePendingMaintenanceActions', signal, async ({ sdk, client, options }) => {
      const found = await allPages(async (Marker) => {
        const page = await client.send(new sdk.DescribePendingMaintenanceActionsCommand({ Marker }), options);
        return { items: page.PendingMaintenanceActions ?? [], next: page.Marker };
      });
      return new Map(
        found.map(({ ResourceIdentifier, PendingMaintenanceActionDetails: all }) => [
          ResourceIdentifier ?? '',
          (all ?? []).map(({ Action, Description }) => Description ?? Action ?? 'maintenance'),
        ]),
      );
    });
  return {
    look: async (signal) => {
      const since = lastLook === undefined ? minPauseMilliseconds : clock.now().getTime() - lastLook;
      if (since < minPauseMilliseconds)
        await clock.sleep(minPauseMilliseconds - since, signal ?? context.effects.signal);
      const [found, members, maintenance, declared, lags] = await Promise.all([
        cluster(signal),
        instances(signal),
        due(signal),
        readDeclared(settings, context),
        settings.database === undefined
          ? undefined
          : readLags(settings.database, context, signal ?? context.effects.signal),
      ]);
      lastLook = clock.now().getTime();
      if (found.kind === 'unknown') return found;
      if (members.kind === 'unknown') return members;
      if (maintenance.kind === 'unknown') return maintenance;
      const seen = seenOf(found.value, members.value, maintenance.value, declared);
      const { 'one-zone': oneZone } = settings;
      return { kind: 'known', value: { ...withLags(seen, lags), ...(oneZone === undefined ? {} : { oneZone }) } };
    },
    offer: async (signal) => {
      const found = await cluster(signal);
      if (found.kind === 'unknown')
        return { engine: `the engine of the cluster "${place.id}"`, classes: found, quota: found };
      const { Engine: engine = '', EngineVersion: version = '' } = found.value;
      const classes = await asking('DescribeOrderableDBInstanceOptions', signal, async ({ sdk, client, options }) => {
        const all = await allPages(async (Marker) => {
          const asked = { Engine: engine, EngineVersion: version, Marker };
          const page = await client.send(new sdk.DescribeOrderableDBInstanceOptionsCommand(asked), options);
          return { items: page.OrderableDBInstanceOptions ?? [], next: page.Marker };
        });
        return [...new Set(all.flatMap(({ DBInstanceClass: each }) => (each === undefined ? [] : [each])))];
      });
      return { engine: `${engine} ${version} in ${region}`, classes, quota: await quota(signal) };
    },
  };

  async function quota(signal?: AbortSignal): Promise<Offer['quota']> {
    const found = await asking('DescribeAccountAttributes', signal, async ({ sdk, client, options }) => {
      const { AccountQuotas: all } = await client.send(new sdk.DescribeAccountAttributesCommand({}), options);
      return all?.find(({ AccountQuotaName }) => AccountQuotaName === 'DBInstances');
    });
    if (found.kind === 'unknown') return found;
    const { Used: used, Max: most } = found.value ?? {};
    return used === undefined || most === undefined
      ? unknown('AWS names no quota of "DBInstances"')
      : { kind: 'known', value: { used, most } };
  }
}

/** The writer is never behind; a reader that it does not know may be. */
function withLags(seen: TopologySeen, lags: Reading<Lags> | undefined): TopologySeen {
  if (lags === undefined) return seen;
  if (lags.kind === 'unknown') return { ...seen, lagUnknown: lags.reason };
  const lost = seen.members.find(({ id, role }) => role === 'reader' && !lags.value.has(id));
  const members = seen.members.map((member) => {
    const lag = member.role === 'reader' ? lags.value.get(member.id) : undefined;
    return lag === undefined ? member : { ...member, lag };
  });
  const unlisted = lost === undefined ? {} : { lagUnknown: `the writer knows nothing of the reader "${lost.id}"` };
  return { ...seen, members, ...unlisted };
}

function seenOf(
  cluster: DBCluster,
  instances: readonly DBInstance[],
  due: ReadonlyMap<string, readonly string[]>,
  declared: TopologySeen['declared'],
): TopologySeen {
  const { DBClusterIdentifier: id = '', DBClusterArn: arn = '' } = cluster;
  const windows = [
    { of: `the cluster "${id}"`, arn, window: cluster.PreferredMaintenanceWindow },
    ...instances.map((each) => ({
      of: `"${each.DBInstanceIdentifier ?? ''}"`,
      arn: each.DBInstanceArn ?? '',
      window: each.PreferredMaintenanceWindow,
    })),
  ];
  return {
    cluster: {
      id,
      status: cluster.Status ?? 'unknown',
      engine: cluster.Engine ?? '',
      engineVersion: cluster.EngineVersion ?? '',
      pending: pendingOf(cluster.PendingModifiedValues),
    },
    members: membersOf(cluster, instances),
    maintenance: windows.flatMap(({ of, arn: resource, window }) =>
      window === undefined ? [] : [{ of, window, due: due.get(resource) ?? [] }],
    ),
    declared,
  };
}
