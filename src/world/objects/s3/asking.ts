import type { GetObjectCommandOutput, S3Client } from '@aws-sdk/client-s3';
import { BucketError } from '../bucket.ts';
import { networkFailure } from '../network-failure.ts';
import { type S3Answer, type S3Named, s3Failure } from './failure.ts';

type Sdk = typeof import('../../clients/s3.ts');

/** Opened with the first request: a run that never uses it loads no client. */
export interface OpenedClient {
  readonly sdk: Sdk;
  readonly client: S3Client;
}

/** Sends one request to the server; a failure is a `BucketError` that says what to do. */
export type AskS3 = <T>(ask: (opened: OpenedClient) => Promise<T>) => Promise<T>;

export interface AskedServer extends S3Named {
  /** For messages. */
  readonly server: string;
}

export function askingS3(open: () => Promise<OpenedClient>, asked: AskedServer): AskS3 {
  return async (ask) => {
    const opened = await open();
    try {
      return await ask(opened);
    } catch (cause) {
      throw translated(cause, opened.sdk, asked);
    }
  };
}

export function ending(signal: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } {
  return signal ? { abortSignal: signal } : {};
}

export async function bytesOf({ Body: body }: GetObjectCommandOutput): Promise<Uint8Array> {
  if (body === undefined || !(Symbol.asyncIterator in body)) throw new Error('the answer of the server has no body');
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export function isMissing(cause: unknown): boolean {
  const name = nameOf(cause);
  return name === 'NoSuchKey' || name === 'NotFound';
}

export function nameOf(cause: unknown): string | undefined {
  return cause instanceof Error ? cause.name : undefined;
}

export function statusOf(cause: unknown): number | undefined {
  if (!(cause instanceof Error) || !('$metadata' in cause)) return undefined;
  const { $metadata: metadata } = cause;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

function translated(cause: unknown, sdk: Sdk, options: AskedServer): unknown {
  const unanswered = networkFailure(cause, options.server);
  if (unanswered !== undefined) return unanswered;
  if (cause instanceof sdk.S3ServiceException) return s3Failure(answerOf(cause), options, cause);
  if (nameOf(cause) === 'CredentialsProviderError')
    return new BucketError('this job has no credentials for it', {
      passes: false,
      withoutLogin: true,
      next: `Let a step of the job log in (OIDC, between the marks of its workflow), or name an access key in ${options.where}.credentials.`,
      cause,
    });
  return cause;
}

function answerOf(error: Error): S3Answer {
  const region =
    'Region' in error && typeof error.Region === 'string' ? error.Region : headerOf(error, 'x-amz-bucket-region');
  return { name: error.name, message: error.message, status: statusOf(error), region };
}

/** The client keeps the server's answer with its error. */
function headerOf(error: Error, name: string): string | undefined {
  if (!('$response' in error)) return undefined;
  const response = error.$response;
  if (typeof response !== 'object' || response === null || !('headers' in response)) return undefined;
  const { headers } = response;
  if (typeof headers !== 'object' || headers === null) return undefined;
  const value = new Map<string, unknown>(Object.entries(headers)).get(name);
  return typeof value === 'string' ? value : undefined;
}
