import type { DBInstance } from '@aws-sdk/client-rds';
import { type Reading, unknown } from '../../../core/model/observation.ts';
import { AwsError, isRefused, nextAfter } from '../../../world/aws/ask.ts';
import { type RdsService, rdsService } from '../../../world/aws/rds.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { RdsEngineProbeSettings } from './kind.ts';

/** What has a version of an engine: the cluster and each of its instances. */
interface Versioned {
  /** As a phrase: `the instance "records-1"`. */
  readonly title: string;
  readonly status: string;
  readonly version: string;
  readonly pending: string | undefined;
}

export async function readEngineVersion(
  settings: RdsEngineProbeSettings,
  context: PartContext,
  signal?: AbortSignal,
): Promise<Reading<string>> {
  const { effects, where, placeholders } = context;
  const service = rdsService(settings, context);
  const { cluster, instance } = settings;
  const [key, written] =
    cluster === undefined ? (['instance', instance ?? ''] as const) : (['cluster', cluster] as const);
  const id = effects.variables.fill(written, `${where}.${key}`, placeholders).toLowerCase();
  try {
    const all =
      key === 'cluster' ? await clusterAndMembers(service, id, signal) : await instanceAlone(service, id, signal);
    return versionOf(all);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const reason = /NotFound/.test(error.code)
      ? `there is no ${key} "${id}" in ${service.access.region}`
      : `AWS answered with ${error.code}: ${error.message} (${nextAfter(error).replace(/\.$/, '')})`;
    const isFinal = isRefused(error) || /NotFound/.test(error.code);
    return { kind: 'unknown', reason, ...(isFinal ? { refused: true } : {}) };
  }
}

function versionOf(all: readonly Versioned[]): Reading<string> {
  const [first] = all;
  if (first === undefined) return unknown('AWS described nothing');
  for (const { title, status, version, pending } of all) {
    if (status !== 'available') return unknown(`${title} is ${status}`);
    if (pending !== undefined) return unknown(`${title} has version ${version}, and waits for ${pending}`);
    if (version !== first.version)
      return unknown(`${title} still has version ${version}, and ${first.title} ${first.version}`);
  }
  return { kind: 'known', value: first.version };
}

async function clusterAndMembers(service: RdsService, id: string, signal?: AbortSignal): Promise<readonly Versioned[]> {
  return await service.ask(async ({ sdk, client, options }) => {
    const { DBClusters } = await client.send(new sdk.DescribeDBClustersCommand({ DBClusterIdentifier: id }), options);
    const found = DBClusters?.[0];
    if (found === undefined) return [];
    const Filters = [{ Name: 'db-cluster-id', Values: [id] }];
    const { DBInstances = [] } = await client.send(new sdk.DescribeDBInstancesCommand({ Filters }), options);
    const own: Versioned = {
      title: `the cluster "${id}"`,
      status: found.Status ?? 'in an unknown state',
      version: found.EngineVersion ?? '',
      pending: found.PendingModifiedValues?.EngineVersion,
    };
    return [own, ...DBInstances.map(versionedInstance)];
  }, signal);
}

async function instanceAlone(service: RdsService, id: string, signal?: AbortSignal): Promise<readonly Versioned[]> {
  return await service.ask(async ({ sdk, client, options }) => {
    const command = new sdk.DescribeDBInstancesCommand({ DBInstanceIdentifier: id });
    return ((await client.send(command, options)).DBInstances ?? []).map(versionedInstance);
  }, signal);
}

function versionedInstance(instance: DBInstance): Versioned {
  const { DBInstanceIdentifier: id = '', DBInstanceStatus: status = 'in an unknown state', EngineVersion } = instance;
  return {
    title: `the instance "${id}"`,
    status,
    version: EngineVersion ?? '',
    pending: instance.PendingModifiedValues?.EngineVersion,
  };
}
