import type { DBInstance } from '@aws-sdk/client-rds';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { RdsService } from '../../../world/aws/rds.ts';
import { asking, askingFor } from './asking.ts';
import { addTags, asBefore, removeInstance, renameInstance } from './calls.ts';
import { instanceSnapshots } from './snapshots.ts';
import type { Subject } from './subject.ts';
import { tagList, tagsFrom } from './tags.ts';

/** An instance of RDS that is in no cluster. */
export function instanceSubject(service: RdsService): Subject {
  return {
    noun: 'instance',
    reference: 'rds-instance-snapshot',
    describe: 'aws rds describe-db-instances',
    snapshots: instanceSnapshots(service),
    find: async (id, signal) => {
      const found = await describe(service, id, signal);
      if (found === undefined) return undefined;
      if (found.DBClusterIdentifier !== undefined) throw inCluster(id, found.DBClusterIdentifier);
      return {
        id: found.DBInstanceIdentifier ?? '',
        arn: found.DBInstanceArn ?? '',
        resource: found.DbiResourceId ?? '',
        status: found.DBInstanceStatus ?? 'unknown',
        engine: found.Engine ?? '',
        engineVersion: found.EngineVersion ?? '',
        isProtected: found.DeletionProtection === true,
        tags: tagsFrom(found.TagList),
        members: [],
      };
    },
    restore: async (snapshot, id, { like, tags }) => {
      const model = await describe(service, like);
      const purpose = { what: `"${id}" could not be restored from ${snapshot}`, means: asBefore };
      const groups = (model?.VpcSecurityGroups ?? []).flatMap(({ VpcSecurityGroupId }) => VpcSecurityGroupId ?? []);
      await asking(service, purpose, async ({ sdk, client, options }) => {
        const input = {
          DBInstanceIdentifier: id,
          DBSnapshotIdentifier: snapshot,
          DBInstanceClass: model?.DBInstanceClass,
          DBSubnetGroupName: model?.DBSubnetGroup?.DBSubnetGroupName,
          DBParameterGroupName: model?.DBParameterGroups?.[0]?.DBParameterGroupName,
          Port: model?.Endpoint?.Port,
          MultiAZ: model?.MultiAZ,
          PubliclyAccessible: model?.PubliclyAccessible,
          EnableIAMDatabaseAuthentication: model?.IAMDatabaseAuthenticationEnabled,
          EnableCloudwatchLogsExports: model?.EnabledCloudwatchLogsExports,
          CopyTagsToSnapshot: model?.CopyTagsToSnapshot,
          // Left out, RDS would upgrade the copy by itself, whatever the original has.
          AutoMinorVersionUpgrade: model?.AutoMinorVersionUpgrade,
          VpcSecurityGroupIds: groups.length === 0 ? undefined : groups,
          Tags: tagList(tags),
        };
        await client.send(new sdk.RestoreDBInstanceFromDBSnapshotCommand(input), options);
      });
    },
    addMembers: async () => undefined,
    rename: async (from, to) => await renameInstance(service, from, to),
    renameMember: async () => undefined,
    setPassword: async (id, password) => {
      const purpose = { what: `The instance "${id}" did not get its own password`, means: asBefore };
      await asking(service, purpose, async ({ sdk, client, options }) => {
        const input = { DBInstanceIdentifier: id, MasterUserPassword: password, ApplyImmediately: true };
        await client.send(new sdk.ModifyDBInstanceCommand(input), options);
      });
    },
    addTags: async (arn, tags) => await addTags(service, arn, tags),
    remove: async ({ id, status }) => {
      if (status !== 'deleting') await removeInstance(service, id, { skipFinal: true });
    },
  };
}

async function describe(service: RdsService, id: string, signal?: AbortSignal): Promise<DBInstance | undefined> {
  const purpose = { what: `The instance "${id}" could not be described`, means: 'Nothing was changed.' };
  return await askingFor(
    service,
    purpose,
    async ({ sdk, client, options }) =>
      (await client.send(new sdk.DescribeDBInstancesCommand({ DBInstanceIdentifier: id }), options)).DBInstances?.[0],
    signal,
  );
}

function inCluster(id: string, cluster: string): SystemFailure {
  return new SystemFailure({
    happened: `The instance "${id}" belongs to the cluster "${cluster}".`,
    means: 'An instance of a cluster has no separate snapshot. Nothing was done.',
    next: `Name the cluster instead: "cluster: ${cluster}".`,
  });
}
