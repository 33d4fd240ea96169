import type { RdsService } from '../../../world/aws/rds.ts';
import { asking, askingFor, makingOnce } from './asking.ts';
import type { Snapshot, Snapshots } from './subject.ts';
import { tagList } from './tags.ts';

const means = 'There is no backup.';
const unchanged = 'Nothing was changed.';
const leftOver = 'It is kept, and costs money.';

export function clusterSnapshots(service: RdsService): Snapshots {
  return {
    start: async (id, name, tags) => {
      await makingOnce(service, notStarted('cluster', id), async ({ sdk, client, options }) => {
        const DBClusterSnapshotIdentifier = name;
        const input = { DBClusterIdentifier: id, DBClusterSnapshotIdentifier, Tags: tagList(tags) };
        await client.send(new sdk.CreateDBClusterSnapshotCommand(input), options);
      });
    },
    find: async (name, signal) => {
      const found = await askingFor(
        service,
        { what: `The snapshot ${name} could not be described`, means: unchanged },
        async ({ sdk, client, options }) => {
          const input = { DBClusterSnapshotIdentifier: name, IncludeShared: true };
          const { DBClusterSnapshots } = await client.send(new sdk.DescribeDBClusterSnapshotsCommand(input), options);
          return DBClusterSnapshots?.[0];
        },
        signal,
      );
      return found === undefined ? undefined : snapshotOf(found.DBClusterSnapshotArn, found);
    },
    copy: async (from, name, { key, tags }) => {
      await makingOnce(service, notCopied(from, key), async ({ sdk, client, options }) => {
        const input = {
          SourceDBClusterSnapshotIdentifier: from,
          TargetDBClusterSnapshotIdentifier: name,
          KmsKeyId: key,
          Tags: tagList(tags),
        };
        await client.send(new sdk.CopyDBClusterSnapshotCommand(input), options);
      });
    },
    share: async (name, accounts) => {
      await asking(service, notShared(name, accounts), async ({ sdk, client, options }) => {
        const input = { DBClusterSnapshotIdentifier: name, AttributeName: 'restore', ValuesToAdd: [...accounts] };
        await client.send(new sdk.ModifyDBClusterSnapshotAttributeCommand(input), options);
      });
    },
    remove: async (name) => {
      await askingFor(service, notRemoved(name), async ({ sdk, client, options }) => {
        await client.send(new sdk.DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: name }), options);
      });
    },
  };
}

export function instanceSnapshots(service: RdsService): Snapshots {
  return {
    start: async (id, name, tags) => {
      await makingOnce(service, notStarted('instance', id), async ({ sdk, client, options }) => {
        const input = { DBInstanceIdentifier: id, DBSnapshotIdentifier: name, Tags: tagList(tags) };
        await client.send(new sdk.CreateDBSnapshotCommand(input), options);
      });
    },
    find: async (name, signal) => {
      const found = await askingFor(
        service,
        { what: `The snapshot ${name} could not be described`, means: unchanged },
        async ({ sdk, client, options }) => {
          const input = { DBSnapshotIdentifier: name, IncludeShared: true };
          return (await client.send(new sdk.DescribeDBSnapshotsCommand(input), options)).DBSnapshots?.[0];
        },
        signal,
      );
      return found === undefined ? undefined : snapshotOf(found.DBSnapshotArn, found);
    },
    copy: async (from, name, { key, tags }) => {
      await makingOnce(service, notCopied(from, key), async ({ sdk, client, options }) => {
        const input = {
          SourceDBSnapshotIdentifier: from,
          TargetDBSnapshotIdentifier: name,
          KmsKeyId: key,
          Tags: tagList(tags),
        };
        await client.send(new sdk.CopyDBSnapshotCommand(input), options);
      });
    },
    share: async (name, accounts) => {
      await asking(service, notShared(name, accounts), async ({ sdk, client, options }) => {
        const input = { DBSnapshotIdentifier: name, AttributeName: 'restore', ValuesToAdd: [...accounts] };
        await client.send(new sdk.ModifyDBSnapshotAttributeCommand(input), options);
      });
    },
    remove: async (name) => {
      await askingFor(service, notRemoved(name), async ({ sdk, client, options }) => {
        await client.send(new sdk.DeleteDBSnapshotCommand({ DBSnapshotIdentifier: name }), options);
      });
    },
  };
}

/** Both kinds say this of themselves in the same words. */
interface Described {
  readonly Status?: string | undefined;
  readonly PercentProgress?: number | undefined;
  readonly Engine?: string | undefined;
}

function snapshotOf(arn: string | undefined, { Status, PercentProgress, Engine }: Described): Snapshot {
  return { arn: arn ?? '', status: Status ?? 'unknown', progress: PercentProgress ?? 0, engine: Engine ?? '' };
}

function notStarted(noun: string, id: string) {
  return { what: `A snapshot of the ${noun} "${id}" could not be started`, means };
}

function notCopied(from: string, key: string) {
  return { what: `The snapshot ${from} could not be copied with the key ${key}`, means };
}

function notShared(name: string, accounts: readonly string[]) {
  return { what: `The snapshot ${name} could not be shared with ${accounts.join(', ')}`, means };
}

function notRemoved(name: string) {
  return { what: `The snapshot ${name} could not be deleted`, means: leftOver };
}
