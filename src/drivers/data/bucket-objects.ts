import { createHash } from 'node:crypto';
import { SystemFailure } from '../../core/messages/errors.ts';
import type { Fingerprint, FolderFingerprint } from '../../core/model/fingerprint.ts';
import { pieceBytes } from '../../world/objects/bucket.ts';
import type { BucketContents, Named, ObjectVersion, StoredHeaders } from '../../world/objects/contents.ts';

/** An object as it was read: its key without the prefix of the bucket. */
export interface ReadObject {
  readonly key: string;
  readonly bytes: number;
  /** Absent if the bytes were not read. */
  readonly sha256?: string | undefined;
  readonly headers?: StoredHeaders | undefined;
}

export interface Prefixed {
  readonly contents: BucketContents;
  /** The start of all keys; empty, or with a trailing slash. */
  readonly prefix: string;
}

/** Nothing below it is backed up, compared or removed. */
export const markPrefix = '.staged-upgrade-disposable';

export async function listObjects({ contents, prefix }: Prefixed, signal?: AbortSignal): Promise<ObjectVersion[]> {
  const all = await contents.current(prefix, signal);
  return all.filter(({ key }) => !key.startsWith(markPrefix));
}

/** The bytes of one version, piece by piece. @param onHeaders called with the headers that are stored with them */
export async function* bytesOf(
  contents: BucketContents,
  object: Named,
  onHeaders: (headers: StoredHeaders) => void,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; ; ) {
    const piece = await contents.read(object, from, signal);
    if (piece === undefined) throw gone(object);
    if (from === 0) onHeaders(piece.headers);
    if (piece.bytes.byteLength > 0) yield piece.bytes;
    from += piece.bytes.byteLength;
    if (piece.bytes.byteLength < pieceBytes) return;
  }
}

/** Reads a version for its checksum. */
export async function readObject(
  { contents, prefix }: Prefixed,
  object: Named,
  signal?: AbortSignal,
): Promise<ReadObject> {
  const hash = createHash('sha256');
  let bytes = 0;
  let headers: StoredHeaders = {};
  const onHeaders = (found: StoredHeaders): void => {
    headers = found;
  };
  for await (const piece of bytesOf(contents, object, onHeaders, signal)) {
    hash.update(piece);
    bytes += piece.byteLength;
  }
  return { key: object.key.slice(prefix.length), bytes, sha256: hash.digest('hex'), headers };
}

export function gone({ key, version }: Named): SystemFailure {
  return new SystemFailure({
    happened: `The object "${key}"${version === undefined ? '' : ` in its version "${version}"`} is not there any more.`,
    means: 'It was removed, by somebody or by a rule of the bucket (lifecycle), so the backup cannot bring it back.',
    next: 'Look at the lifecycle rules of the bucket: old versions must be kept for as long as backups are. Then take another backup.',
  });
}

/** Grouped by the first part of their keys, so that a difference has a place and a manifest stays small. */
export function fingerprintOf(objects: readonly ReadObject[], at: Date): Fingerprint {
  const groups = [...Map.groupBy(objects, ({ key }) => groupOf(key))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    at: at.toISOString(),
    tables: [],
    sequences: [],
    folders: groups.map(([name, members]) => folderOf(name, members)),
  };
}

function groupOf(key: string): string {
  const [first = '', ...rest] = key.split('/');
  return rest.length > 0 ? first : '.';
}

/** If only sizes were compared, the checksum says so: it equals no checksum of the other kind. */
const ofSizes = 'sizes:';

function folderOf(name: string, objects: readonly ReadObject[]): FolderFingerprint {
  const hash = createHash('sha256');
  for (const { key, bytes, sha256, headers } of objects.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    hash.update(`${JSON.stringify([key, bytes, sha256 ?? null, sha256 === undefined ? null : headers])}\n`);
  }
  const withContent = objects.every(({ sha256 }) => sha256 !== undefined);
  return {
    name,
    files: objects.length,
    bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0),
    checksum: `${withContent ? '' : ofSizes}${hash.digest('hex')}`,
  };
}

export function hasContent({ folders = [] }: Fingerprint): boolean {
  return folders.every(({ checksum }) => !checksum.startsWith(ofSizes));
}
