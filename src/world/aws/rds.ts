import type { RDSClient } from '@aws-sdk/client-rds';
import { template } from '../../core/settings/scalars.ts';
import type { PartContext } from '../effects/kind.ts';
import { type AwsAccess, awsAccess } from './access.ts';
import { askAws, type CallOptions } from './ask.ts';
import { type AwsSettings, awsKeys } from './settings.ts';

/** Where a cluster is, and how its provider is reached: the same whatever is done with it. */
export const rdsKeys = {
  cluster: template.meta({
    description: 'The identifier of the cluster, as `aws rds describe-db-clusters` shows it.',
    examples: ['${PRODUCTION_DB_CLUSTER}', 'medplum-production-databasecluster-1a2b3c'],
  }),
  ...awsKeys,
};

export interface RdsPlace extends AwsSettings {
  readonly cluster: string;
}

export type RdsSdk = typeof import('../clients/rds.ts');

export type RdsCall<Answer> = (opened: {
  readonly sdk: RdsSdk;
  readonly client: RDSClient;
  readonly options: CallOptions;
}) => Promise<Answer>;

/** Amazon RDS in one account and region. Sends nothing before it is used. */
export interface RdsService {
  readonly access: AwsAccess;
  /** Calls the provider, and repeats the call if it asks to wait; rejects with an AwsError. */
  ask<Answer>(call: RdsCall<Answer>, signal?: AbortSignal): Promise<Answer>;
}

/** A cluster that settings name, with their variables filled in. */
export interface RdsCluster extends RdsService {
  readonly id: string;
}

/** @throws UserError if no region is known */
export function rdsService(settings: AwsSettings, context: PartContext): RdsService {
  const access = awsAccess(settings, context);
  let opened: Promise<{ readonly sdk: RdsSdk; readonly client: RDSClient }> | undefined;
  const open = async () => {
    const sdk = await import('../clients/rds.ts');
    return { sdk, client: new sdk.RDSClient(access.clientSettings) };
  };
  return {
    access,
    ask: async (call, signal) => {
      opened ??= open();
      const { sdk, client } = await opened;
      const either = signal === undefined ? access.signal : AbortSignal.any([access.signal, signal]);
      return await askAws({ ...access, signal: either }, (options) => call({ sdk, client, options }));
    },
  };
}

/** @throws UserError if no region is known */
export function rdsCluster(place: RdsPlace, context: PartContext): RdsCluster {
  const { effects, where, placeholders } = context;
  const id = effects.variables.fill(place.cluster, `${where}.cluster`, placeholders);
  return { id, ...rdsService(place, context) };
}
