import { UserError } from '../../../core/messages/errors.ts';
import { environmentCredentials, environmentRegion } from '../../aws/environment.ts';
import { requestHandler } from '../../aws/request-handler.ts';
import type { PartContext } from '../../effects/kind.ts';
import type { BucketConnection, OpenedPlace } from '../opened-place.ts';
import { askingS3, type OpenedClient } from './asking.ts';
import { encryptionOf, type S3Options, s3Bucket } from './bucket.ts';
import { bucketContents } from './contents.ts';
import type { S3Settings } from './settings.ts';

/** The bucket that settings name, with their variables filled in. Sends nothing before it is used. */
export function openS3(settings: S3Settings, context: PartContext): OpenedPlace {
  return connectS3(settings, context);
}

/** The same with access to more of it: versions, and the headers of an object. */
export function connectS3(settings: S3Settings, { effects, where, placeholders }: PartContext): BucketConnection {
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const { environment } = effects;
  const bucket = fill(settings.bucket, 'bucket');
  const endpoint = settings.endpoint === undefined ? undefined : serverOf(fill(settings.endpoint, 'endpoint'), where);
  const region = regionOf(settings, endpoint, environment, where, fill);
  const credentials = credentialsOf(settings, environment, fill);
  for (const secret of [credentials?.secretAccessKey, credentials?.sessionToken]) if (secret) effects.mask(secret);
  const sse = settings['server-side-encryption'];
  let opened: Promise<OpenedClient> | undefined;
  const connect = async (): Promise<OpenedClient> => {
    const sdk = await import('../../clients/s3.ts');
    const client = new sdk.S3Client({
      region,
      forcePathStyle: settings['path-style'],
      // The caller retries temporary failures, with a clock that can be stopped.
      maxAttempts: 1,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: requestHandler(effects.fetch),
      ...(endpoint !== undefined && { endpoint }),
      ...(credentials && { credentials }),
    });
    return { sdk, client };
  };
  const open = async (): Promise<OpenedClient> => {
    opened ??= connect();
    return await opened;
  };
  const options: S3Options = {
    ...{ description: `s3 ${bucket}`, bucket, region, where },
    server: endpoint ?? `s3.${region}.amazonaws.com`,
    checksum: settings.checksum,
    encryption: typeof sse === 'object' ? { kmsKey: fill(sse['kms-key'], 'server-side-encryption.kms-key') } : sse,
  };
  const asking = askingS3(open, options);
  return {
    name: bucket,
    server: options.server,
    prefix: fill(settings.prefix, 'prefix').replace(/\/+$/, ''),
    bucket: s3Bucket(asking, options),
    contents: bucketContents(asking, bucket, encryptionOf(options)),
    storing: (headers) => s3Bucket(asking, { ...options, headers }),
  };
}

type Fill = (text: string, key: string) => string;
type Environment = Readonly<Record<string, string>>;

function regionOf(
  { region }: S3Settings,
  endpoint: string | undefined,
  environment: Environment,
  where: string,
  fill: Fill,
): string {
  if (region !== undefined) return fill(region, 'region');
  const found = environmentRegion(environment);
  if (found) return found;
  // Self-hosted servers have no regions, and sign with this one.
  if (endpoint !== undefined) return 'us-east-1';
  throw new UserError({
    happened: `${where} names no region, and the variable AWS_REGION is not set.`,
    means: 'The bucket could not be found. Nothing was done.',
    next: `Write "region:" into ${where}, or let the login step of the job set AWS_REGION.`,
  });
}

/** Those of the configuration; those that a login step has set; undefined: the client searches the other usual places. */
function credentialsOf({ credentials: named }: S3Settings, environment: Environment, fill: Fill) {
  if (named !== undefined) {
    const token = named['session-token'];
    return {
      accessKeyId: fill(named['access-key-id'], 'credentials.access-key-id'),
      secretAccessKey: fill(named['secret-access-key'], 'credentials.secret-access-key'),
      ...(token !== undefined && { sessionToken: fill(token, 'credentials.session-token') }),
    };
  }
  return environmentCredentials(environment);
}

function serverOf(endpoint: string, where: string): string {
  const url = URL.parse(endpoint);
  if (url && /^https?:$/.test(url.protocol)) return endpoint.replace(/\/+$/, '');
  throw new UserError({
    happened: `${where}.endpoint is ${JSON.stringify(endpoint)}, which is not an address.`,
    means: 'Nothing was done.',
    next: 'Write the full address, such as https://minio.example.com:9000.',
  });
}
