import type { RDSClient } from '@aws-sdk/client-rds';
import { UserError } from '../../core/messages/errors.ts';
import type { PartContext } from '../effects/kind.ts';
import { requestHandler } from '../objects/s3/request-handler.ts';
import type { RdsPlace } from './rds-settings.ts';

export interface OpenedRds {
  readonly sdk: typeof import('../clients/rds.ts');
  readonly client: RDSClient;
}

/** A cluster that settings name, with their variables filled in. Nothing is asked before it is used. */
export interface RdsCluster {
  readonly id: string;
  readonly region: string;
  /** For messages: `the cluster "records" in eu-central-1`. */
  readonly text: string;
  open(): Promise<OpenedRds>;
}

export function rdsCluster(place: RdsPlace, { effects, where, placeholders }: PartContext): RdsCluster {
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const { environment } = effects;
  const id = fill(place.cluster, 'cluster');
  const written = place.region === undefined ? undefined : fill(place.region, 'region');
  const region = written ?? (environment.AWS_REGION || environment.AWS_DEFAULT_REGION);
  if (!region) {
    throw new UserError({
      happened: `${where} names no region, and the variable AWS_REGION is not set.`,
      means: 'The cluster could not be found. Nothing was done.',
      next: `Write "region:" into ${where}, or let the login step of the job set AWS_REGION.`,
    });
  }
  const endpoint =
    place.endpoint === undefined
      ? environment.AWS_ENDPOINT_URL_RDS || environment.AWS_ENDPOINT_URL
      : fill(place.endpoint, 'endpoint');
  let opened: Promise<OpenedRds> | undefined;
  const connect = async (): Promise<OpenedRds> => {
    const sdk = await import('../clients/rds.ts');
    const credentials = credentialsIn(environment);
    const client = new sdk.RDSClient({
      region,
      // Throttling passes: the client waits longer each time.
      maxAttempts: 6,
      requestHandler: requestHandler(effects.fetch),
      ...(endpoint ? { endpoint } : {}),
      ...(credentials && { credentials }),
    });
    return { sdk, client };
  };
  return {
    id,
    region,
    text: `the cluster "${id}" in ${region}`,
    open: async () => {
      opened ??= connect();
      return await opened;
    },
  };
}

/** What a login step has set; undefined: the client searches the other usual places, and renews what it finds there. */
function credentialsIn({
  AWS_ACCESS_KEY_ID,
  AWS_SECRET_ACCESS_KEY,
  AWS_SESSION_TOKEN,
}: Readonly<Record<string, string>>) {
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return undefined;
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  };
}
