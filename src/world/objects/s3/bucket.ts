import { createHash } from 'node:crypto';
import { type ObjectBucket, type PartLimits, pieceBytes, type StoredObject } from '../bucket.ts';
import type { StoredHeaders } from '../contents.ts';
import { type AskedServer, type AskS3, bytesOf, ending, isMissing, nameOf, statusOf } from './asking.ts';
import { headersToStore } from './contents.ts';

const mebibyte = 1024 ** 2;

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
export const s3Parts: PartLimits = {
  minBytes: 5 * mebibyte,
  maxBytes: 5 * 1024 * mebibyte,
  maxParts: 10_000,
  maxObjectBytes: 5 * 1024 * 1024 * mebibyte,
  multipleOf: mebibyte,
  inAnyOrder: true,
};

export interface S3Options extends AskedServer {
  readonly description: string;
  readonly checksum: 'sha256' | 'md5';
  readonly encryption?: 'sse-s3' | { readonly kmsKey: string } | undefined;
  /** The headers stored with an object: its type, and an application's metadata. */
  readonly headers?: StoredHeaders | undefined;
}

export function s3Bucket(asking: AskS3, options: S3Options): ObjectBucket {
  const { bucket: Bucket } = options;

  const pages = async (
    prefix: string,
    delimiter: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<{ objects: StoredObject[]; folders: string[] }> =>
    await asking(async ({ sdk, client }) => {
      const objects: StoredObject[] = [];
      const folders: string[] = [];
      let token: string | undefined;
      do {
        const page = await client.send(
          new sdk.ListObjectsV2Command({ Bucket, Prefix: prefix, Delimiter: delimiter, ContinuationToken: token }),
          ending(signal),
        );
        for (const { Key: key, Size: bytes, ETag: version, LastModified: modified } of page.Contents ?? [])
          if (key !== undefined)
            objects.push({ key, bytes: bytes ?? 0, version: version ?? '', modified: modified ?? new Date(0) });
        for (const { Prefix: folder } of page.CommonPrefixes ?? [])
          if (folder !== undefined) folders.push(folder.slice(prefix.length, -1));
        token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
      } while (token !== undefined);
      return { objects, folders };
    });

  return {
    description: options.description,
    parts: s3Parts,
    list: async (prefix, signal) => (await pages(prefix, undefined, signal)).objects,
    folders: async (prefix, signal) => (await pages(prefix, '/', signal)).folders,
    read: (Key, from, signal) =>
      asking(async ({ sdk, client }) => {
        const range = `bytes=${from}-${from + pieceBytes - 1}`;
        try {
          return await bytesOf(
            await client.send(new sdk.GetObjectCommand({ Bucket, Key, Range: range }), ending(signal)),
          );
        } catch (cause) {
          if (isMissing(cause)) return undefined;
          if (nameOf(cause) === 'InvalidRange') return nothing;
          throw cause;
        }
      }),
    create: (Key, bytes, signal) =>
      asking(async ({ sdk, client }) => {
        try {
          const command = new sdk.PutObjectCommand({
            Bucket,
            Key,
            Body: bytes,
            IfNoneMatch: '*',
            ...checksumOf(bytes, options.checksum),
            ...encryptionOf(options),
          });
          await client.send(command, ending(signal));
          return 'created';
        } catch (cause) {
          if (nameOf(cause) === 'PreconditionFailed' || statusOf(cause) === 412) return 'taken';
          throw cause;
        }
      }),
    startUpload: async (Key, signal) => {
      const { UploadId } = await asking(({ sdk, client }) =>
        client.send(
          new sdk.CreateMultipartUploadCommand({
            Bucket,
            Key,
            ...(options.checksum === 'sha256' && { ChecksumAlgorithm: 'SHA256' }),
            ...encryptionOf(options),
            ...headersToStore(options.headers ?? {}),
          }),
          ending(signal),
        ),
      );
      const sent = new Map<number, { ETag: string | undefined; ChecksumSHA256?: string }>();
      return {
        send: ({ number }, bytes, own) =>
          asking(async ({ sdk, client }) => {
            const checksum = checksumOf(bytes, options.checksum);
            const command = new sdk.UploadPartCommand({
              Bucket,
              Key,
              UploadId,
              PartNumber: number,
              Body: bytes,
              ...checksum,
            });
            const { ETag } = await client.send(command, ending(own));
            const { ChecksumSHA256 } = checksum;
            sent.set(number, { ETag, ...(ChecksumSHA256 !== undefined && { ChecksumSHA256 }) });
          }),
        finish: (own) =>
          asking(async ({ sdk, client }) => {
            const Parts = [...sent]
              .toSorted(([one], [other]) => one - other)
              .map(([PartNumber, part]) => ({ PartNumber, ...part }));
            const command = new sdk.CompleteMultipartUploadCommand({
              Bucket,
              Key,
              UploadId,
              MultipartUpload: { Parts },
            });
            try {
              await client.send(command, ending(own));
            } catch (cause) {
              // The answer to an earlier request may have been lost: then the object exists.
              if (nameOf(cause) !== 'NoSuchUpload') throw cause;
              await client.send(new sdk.HeadObjectCommand({ Bucket, Key }), ending(own));
            }
          }),
        drop: () =>
          asking(async ({ sdk, client }) => {
            await client.send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
          }),
      };
    },
    heldUntil: (Key, signal) =>
      asking(async ({ sdk, client }) => {
        try {
          const head = await client.send(new sdk.HeadObjectCommand({ Bucket, Key }), ending(signal));
          if (head.ObjectLockLegalHoldStatus === 'ON') return 'its legal hold is removed';
          return head.ObjectLockRetainUntilDate?.toISOString();
        } catch (cause) {
          if (isMissing(cause)) return undefined;
          throw cause;
        }
      }),
    remove: (Key, signal) =>
      asking(async ({ sdk, client }) => {
        await client.send(new sdk.DeleteObjectCommand({ Bucket, Key }), ending(signal));
      }),
    dropUnfinished: (Prefix, signal) =>
      asking(async ({ sdk, client }) => {
        const { Uploads } = await client.send(new sdk.ListMultipartUploadsCommand({ Bucket, Prefix }), ending(signal));
        for (const { Key, UploadId } of Uploads ?? [])
          await client.send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId }), ending(signal));
      }),
  };
}

/** A checksum by which the server verifies that it got what was sent. */
function checksumOf(bytes: Uint8Array, kind: S3Options['checksum']): { ChecksumSHA256?: string; ContentMD5?: string } {
  const value = createHash(kind).update(bytes).digest('base64');
  return kind === 'sha256' ? { ChecksumSHA256: value } : { ContentMD5: value };
}

export function encryptionOf({ encryption }: Pick<S3Options, 'encryption'>) {
  if (encryption === undefined) return {};
  if (encryption === 'sse-s3') return { ServerSideEncryption: 'AES256' } as const;
  return { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: encryption.kmsKey } as const;
}

/** The object ends there: S3's answer for a range after its end, and for any range in an empty object. */
const nothing = new Uint8Array();
