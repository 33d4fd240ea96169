import type { DBCluster, DBInstance } from '@aws-sdk/client-rds';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { allPages } from '../../../world/aws/all-pages.ts';
import type { RdsService } from '../../../world/aws/rds.ts';
import { asking, askingFor } from './asking.ts';
import { addTags, asBefore, leftOver, removeInstance, renameCluster, renameInstance } from './calls.ts';
import { clusterSnapshots } from './snapshots.ts';
import type { Found, Subject } from './subject.ts';
import { tagList, tagsFrom } from './tags.ts';

/** Aurora, and the clusters of RDS in several zones. */
export function clusterSubject(service: RdsService): Subject {
  return {
    noun: 'cluster',
    reference: 'rds-cluster-snapshot',
    describe: 'aws rds describe-db-clusters',
    snapshots: clusterSnapshots(service),
    find: async (id, signal) => {
      const found = await describe(service, id, signal);
      return found === undefined ? undefined : foundOf(found, await membersOf(service, id, signal));
    },
    restore: async (snapshot, id, { like, tags }) => {
      const model = await required(service, like);
      const purpose = { what: `"${id}" could not be restored from ${snapshot}`, means: asBefore };
      await asking(service, purpose, async ({ sdk, client, options }) => {
        const scaling = model.ServerlessV2ScalingConfiguration;
        const input = {
          DBClusterIdentifier: id,
          SnapshotIdentifier: snapshot,
          Engine: model.Engine,
          DBSubnetGroupName: model.DBSubnetGroup,
          DBClusterParameterGroupName: model.DBClusterParameterGroup,
          Port: model.Port,
          VpcSecurityGroupIds: groupsOf(model),
          EnableIAMDatabaseAuthentication: model.IAMDatabaseAuthenticationEnabled,
          EnableCloudwatchLogsExports: model.EnabledCloudwatchLogsExports,
          CopyTagsToSnapshot: model.CopyTagsToSnapshot,
          ServerlessV2ScalingConfiguration: scaling && {
            MinCapacity: scaling.MinCapacity,
            MaxCapacity: scaling.MaxCapacity,
          },
          Tags: tagList(tags),
        };
        await client.send(new sdk.RestoreDBClusterFromSnapshotCommand(input), options);
      });
    },
    addMembers: async (id, like) => {
      for (const [index, model] of (await membersOf(service, like)).entries()) {
        const name = `${id}-${index + 1}`;
        const purpose = { what: `The instance "${name}" could not be made`, means: asBefore };
        await asking(service, purpose, async ({ sdk, client, options }) => {
          const input = {
            DBInstanceIdentifier: name,
            DBClusterIdentifier: id,
            DBInstanceClass: model.DBInstanceClass,
            Engine: model.Engine,
            PromotionTier: model.PromotionTier,
            AvailabilityZone: model.AvailabilityZone,
            PubliclyAccessible: model.PubliclyAccessible,
            DBParameterGroupName: model.DBParameterGroups?.[0]?.DBParameterGroupName,
            AutoMinorVersionUpgrade: model.AutoMinorVersionUpgrade,
          };
          await client.send(new sdk.CreateDBInstanceCommand(input), options);
        });
      }
    },
    rename: async (from, to) => await renameCluster(service, from, to),
    renameMember: async (from, to) => await renameInstance(service, from, to),
    setPassword: async (id, password) => {
      const purpose = { what: `The cluster "${id}" did not get its own password`, means: asBefore };
      await asking(service, purpose, async ({ sdk, client, options }) => {
        const input = { DBClusterIdentifier: id, MasterUserPassword: password, ApplyImmediately: true };
        await client.send(new sdk.ModifyDBClusterCommand(input), options);
      });
    },
    addTags: async (arn, tags) => await addTags(service, arn, tags),
    remove: async ({ id, members, status }) => {
      for (const member of members)
        if (member.status !== 'deleting') await removeInstance(service, member.id, { skipFinal: false });
      if (status === 'deleting') return;
      const purpose = { what: `The cluster "${id}" could not be deleted`, means: leftOver(id) };
      await askingFor(service, purpose, async ({ sdk, client, options }) => {
        const input = { DBClusterIdentifier: id, SkipFinalSnapshot: true };
        await client.send(new sdk.DeleteDBClusterCommand(input), options);
      });
    },
  };
}

async function describe(service: RdsService, id: string, signal?: AbortSignal): Promise<DBCluster | undefined> {
  const purpose = { what: `The cluster "${id}" could not be described`, means: 'Nothing was changed.' };
  return await askingFor(
    service,
    purpose,
    async ({ sdk, client, options }) =>
      (await client.send(new sdk.DescribeDBClustersCommand({ DBClusterIdentifier: id }), options)).DBClusters?.[0],
    signal,
  );
}

async function required(service: RdsService, id: string): Promise<DBCluster> {
  const found = await describe(service, id);
  if (found !== undefined) return found;
  throw new SystemFailure({
    happened: `The cluster "${id}", which is to be replaced, is gone.`,
    means: 'Nothing was restored.',
    next: 'Make it again as it was, mark it as disposable, and start a new run.',
  });
}

async function membersOf(service: RdsService, id: string, signal?: AbortSignal): Promise<readonly DBInstance[]> {
  const purpose = {
    what: `The instances of the cluster "${id}" could not be described`,
    means: 'Nothing was changed.',
  };
  return await asking(
    service,
    purpose,
    async ({ sdk, client, options }) => {
      const Filters = [{ Name: 'db-cluster-id', Values: [id] }];
      const all = await allPages(async (Marker) => {
        const page = await client.send(new sdk.DescribeDBInstancesCommand({ Filters, Marker }), options);
        return { items: page.DBInstances ?? [], next: page.Marker };
      });
      return all.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)));
    },
    signal,
  );
}

function nameOf({ DBInstanceIdentifier = '' }: DBInstance): string {
  return DBInstanceIdentifier;
}

function groupsOf({ VpcSecurityGroups }: DBCluster): string[] | undefined {
  const groups = (VpcSecurityGroups ?? []).flatMap(({ VpcSecurityGroupId }) => VpcSecurityGroupId ?? []);
  return groups.length === 0 ? undefined : groups;
}

function foundOf(cluster: DBCluster, members: readonly DBInstance[]): Found {
  return {
    id: cluster.DBClusterIdentifier ?? '',
    arn: cluster.DBClusterArn ?? '',
    resource: cluster.DbClusterResourceId ?? '',
    status: cluster.Status ?? 'unknown',
    engine: cluster.Engine ?? '',
    engineVersion: cluster.EngineVersion ?? '',
    isProtected: cluster.DeletionProtection === true,
    tags: tagsFrom(cluster.TagList),
    members: members.map((each) => ({ id: nameOf(each), status: each.DBInstanceStatus ?? 'unknown' })),
  };
}
