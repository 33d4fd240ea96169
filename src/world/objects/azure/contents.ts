import { BucketError, pieceBytes } from '../bucket.ts';
import type { BucketContents, SoftDelete, StoredHeaders } from '../contents.ts';
import { type AskedAccount, askingAzure, bytesOf } from './asking.ts';
import { missing } from './bucket.ts';
import { elements, first, type ListedBlob, listingPage } from './listing.ts';

/** By the header of an answer, the header of the request that stores the same. */
const storedAs: Readonly<Record<string, string>> = {
  'content-type': 'x-ms-blob-content-type',
  'cache-control': 'x-ms-blob-cache-control',
  'content-disposition': 'x-ms-blob-content-disposition',
  'content-encoding': 'x-ms-blob-content-encoding',
  'content-language': 'x-ms-blob-content-language',
};

/**
 * Blobs with their versions. Whether an account keeps versions is a setting of its management, which the credentials of a
 * container cannot read. So it is inferred from the blobs: each blob that was written since has a version.
 * https://learn.microsoft.com/azure/storage/blobs/versioning-overview
 */
export function azureContents(account: AskedAccount): BucketContents {
  const ask = askingAzure(account);
  const listed = async (prefix: string, signal: AbortSignal | undefined): Promise<ListedBlob[]> => {
    const all: ListedBlob[] = [];
    let marker = '';
    do {
      const query = { restype: 'container', comp: 'list', include: 'versions', prefix, marker };
      const page = listingPage(await (await ask({ query, signal })).text());
      all.push(...page.objects);
      marker = page.next;
    } while (marker !== '');
    return all;
  };
  return {
    versioning: async (prefix, signal) => {
      const all = await listed(prefix, signal);
      const current = all.filter(({ isCurrent }) => isCurrent);
      if (current.length > 0 && current.every(({ versionId }) => versionId !== undefined)) return 'enabled';
      return all.some(({ versionId }) => versionId !== undefined) ? 'suspended' : 'never';
    },
    // Its rules belong to the account, and only its management shows them.
    expiry: async () => ({ removesCurrent: false }),
    softDelete: async (signal): Promise<SoftDelete> => {
      const query = { restype: 'service', comp: 'properties' };
      const response = await ask({ isOfAccount: true, query, signal }, 403);
      if (response.status === 403) return { kind: 'unknown' };
      const [policy = ''] = elements(await response.text(), 'DeleteRetentionPolicy');
      return first(policy, 'Enabled') === 'true'
        ? { kind: 'days', days: Number(first(policy, 'Days') ?? 0) }
        : { kind: 'off' };
    },
    current: async (prefix, signal) =>
      (await listed(prefix, signal))
        .filter(({ isCurrent }) => isCurrent)
        .map(({ key, versionId, bytes }) => ({ key, version: versionId, bytes })),
    read: async ({ key, version = '' }, from, signal) => {
      const query = { versionid: version };
      const range = { 'x-ms-range': `bytes=${from}-${from + pieceBytes - 1}` };
      const response = await ask({ key, query, headers: range, signal }, 404, 416);
      if (response.status === 404) return await missing(response, account);
      if (response.status === 416) {
        // It ends there; for a blob without bytes no range is valid.
        const head = await ask({ key, query, method: 'HEAD', signal }, 404);
        return head.status === 404 ? undefined : { bytes: new Uint8Array(), headers: headersOf(head) };
      }
      requireBytesAsStored(key, response);
      return { bytes: await bytesOf(response, account.server), headers: headersOf(response) };
    },
  };
}

/** The headers of the request that stores them again. */
export function requestHeaders(stored: StoredHeaders): Record<string, string> {
  const plain = Object.entries(stored).flatMap(([name, value]) =>
    typeof value === 'string' ? [[storedAs[name] ?? name, value] as const] : [],
  );
  const { metadata = {} } = stored;
  const own = typeof metadata === 'string' ? [] : Object.entries(metadata);
  return Object.fromEntries([...plain, ...own.map(([name, value]) => [`x-ms-meta-${name}`, value] as const)]);
}

function headersOf({ headers }: Response): StoredHeaders {
  const plain = Object.keys(storedAs).flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const own = [...headers].flatMap(([name, value]) => {
    const meta = /^x-ms-meta-(?<name>.+)$/.exec(name)?.groups?.name;
    return meta === undefined ? [] : [[meta, value] as const];
  });
  return {
    ...Object.fromEntries(plain),
    ...(own.length > 0 && { metadata: Object.fromEntries(own.toSorted(([one], [other]) => (one < other ? -1 : 1))) }),
  };
}

/** A blob marked as compressed is decompressed in transit: its bytes would differ. */
function requireBytesAsStored(key: string, { headers }: Response): void {
  const coding = headers.get('content-encoding');
  if (coding === null || coding === '' || coding === 'identity') return;
  throw new BucketError(
    `the blob "${key}" is stored with the Content-Encoding "${coding}", under which its bytes cannot be read as they are stored`,
    {
      passes: false,
      next: 'Remove the Content-Encoding from the properties of this blob, or leave it out by a "prefix".',
    },
  );
}
