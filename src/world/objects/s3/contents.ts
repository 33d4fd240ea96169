import type { ListObjectVersionsCommandOutput } from '@aws-sdk/client-s3';
import { pieceBytes } from '../bucket.ts';
import type { BucketContents, ObjectVersion, StoredHeaders } from '../contents.ts';
import { type AskS3, bytesOf, ending, isMissing, nameOf } from './asking.ts';

const headerNames = [
  'ContentType',
  'CacheControl',
  'ContentDisposition',
  'ContentEncoding',
  'ContentLanguage',
  'WebsiteRedirectLocation',
] as const;

/** @param encryption how the server should encrypt what it writes */
export function bucketContents(ask: AskS3, Bucket: string, encryption: object): BucketContents {
  return {
    versioning: (_, signal) =>
      ask(async ({ sdk, client }) => {
        const { Status } = await client.send(new sdk.GetBucketVersioningCommand({ Bucket }), ending(signal));
        if (Status === 'Enabled') return 'enabled';
        return Status === 'Suspended' ? 'suspended' : 'never';
      }),
    expiry: (prefix, signal) =>
      ask(async ({ sdk, client }) => {
        try {
          const command = new sdk.GetBucketLifecycleConfigurationCommand({ Bucket });
          const { Rules = [] } = await client.send(command, ending(signal));
          const active = Rules.filter(({ Status, Filter, Prefix }) => {
            const own = Filter?.Prefix ?? Filter?.And?.Prefix ?? Prefix ?? '';
            return Status === 'Enabled' && (own.startsWith(prefix) || prefix.startsWith(own));
          });
          const days = active.flatMap(({ NoncurrentVersionExpiration: rule }) => rule?.NoncurrentDays ?? []);
          return {
            ...(days.length > 0 && { replacedDays: Math.min(...days) }),
            removesCurrent: active.some(({ Expiration: rule }) => rule?.Days !== undefined || rule?.Date !== undefined),
          };
        } catch (cause) {
          // There are none.
          if (nameOf(cause) === 'NoSuchLifecycleConfiguration') return { removesCurrent: false };
          throw cause;
        }
      }),
    current: (prefix, signal) =>
      ask(async ({ sdk, client }) => {
        const found: ObjectVersion[] = [];
        let next: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
        while (next !== undefined) {
          const command = new sdk.ListObjectVersionsCommand({ Bucket, Prefix: prefix, ...next });
          const page: ListObjectVersionsCommandOutput = await client.send(command, ending(signal));
          for (const { Key: key, VersionId: version, Size: bytes, IsLatest } of page.Versions ?? []) {
            if (key !== undefined && IsLatest === true) found.push({ key, version, bytes: bytes ?? 0 });
          }
          next =
            page.IsTruncated === true
              ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
              : undefined;
        }
        return found;
      }),
    read: ({ key: Key, version: VersionId }, from, signal) =>
      ask(async ({ sdk, client }) => {
        try {
          const Range = `bytes=${from}-${from + pieceBytes - 1}`;
          const answer = await client.send(new sdk.GetObjectCommand({ Bucket, Key, VersionId, Range }), ending(signal));
          return { bytes: await bytesOf(answer), headers: headersOf(answer) };
        } catch (cause) {
          if (isMissing(cause) || nameOf(cause) === 'NoSuchVersion') return undefined;
          if (nameOf(cause) !== 'InvalidRange') throw cause;
          // It ends there; for an object without bytes no range is valid.
          const head = await client.send(new sdk.HeadObjectCommand({ Bucket, Key, VersionId }), ending(signal));
          return { bytes: new Uint8Array(), headers: headersOf(head) };
        }
      }),
    copy: (from, Key, signal) =>
      ask(async ({ sdk, client }) => {
        const version = from.version === undefined ? '' : `?versionId=${encodeURIComponent(from.version)}`;
        const path = from.key.split('/').map(encodeURIComponent).join('/');
        const command = new sdk.CopyObjectCommand({
          Bucket,
          Key,
          CopySource: `${from.bucket}/${path}${version}`,
          ...encryption,
        });
        await client.send(command, ending(signal));
      }),
  };
}

function headersOf(
  answer: { readonly [Name in (typeof headerNames)[number]]?: string | undefined } & {
    readonly Metadata?: Readonly<Record<string, string>> | undefined;
    readonly ExpiresString?: string | undefined;
  },
): StoredHeaders {
  const plain = headerNames.flatMap((name) => {
    const value = answer[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const own = Object.entries(answer.Metadata ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const expires = dateIn(answer.ExpiresString);
  return {
    ...Object.fromEntries(plain),
    ...(expires && { Expires: expires.toISOString() }),
    ...(own.length > 0 && { Metadata: Object.fromEntries(own) }),
  };
}

/** In the form in which a request stores them again. */
export function headersToStore({ Expires: text, ...headers }: StoredHeaders): object {
  const expires = typeof text === 'string' ? dateIn(text) : undefined;
  return { ...headers, ...(expires && { Expires: expires }) };
}

/** Undefined for what is not a time, such as "0": no request can store it again. */
function dateIn(text: string | undefined): Date | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) || /^-?\d*$/.test(text ?? '') ? undefined : date;
}
