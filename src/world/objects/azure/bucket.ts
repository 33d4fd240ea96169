import { createHash } from 'node:crypto';
import { type ObjectBucket, type PartLimits, pieceBytes } from '../bucket.ts';
import { type AskedAccount, askingAzure, bytesOf } from './asking.ts';
import { type AzureNamed, azureFailure, codeOf } from './failure.ts';
import { type ListingPage, listingPage } from './listing.ts';

const mebibyte = 1024 ** 2;

/** https://learn.microsoft.com/azure/storage/blobs/scalability-targets: blocks of one blob. */
export const azureParts: PartLimits = {
  minBytes: 1,
  maxBytes: 4000 * mebibyte,
  maxParts: 50_000,
  maxObjectBytes: 50_000 * 4000 * mebibyte,
  multipleOf: 1,
  inAnyOrder: true,
};

export interface AzureOptions extends AskedAccount {
  readonly description: string;
  readonly scope?: string;
  /** Headers that are stored together with the uploaded bytes. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A container of Azure Blob Storage, by its HTTP interface: nine requests. The official client would add half a megabyte, for
 * a listing and a signature.
 */
export function azureBucket(options: AzureOptions): ObjectBucket {
  const { server, scope, clock } = options;

  const ask = askingAzure(options);

  const pages = async (prefix: string, delimiter: string, signal: AbortSignal | undefined) => {
    const all: ListingPage[] = [];
    let marker = '';
    do {
      const query = { restype: 'container', comp: 'list', prefix, delimiter, marker };
      const page = listingPage(await (await ask({ query, signal })).text());
      all.push(page);
      marker = page.next;
    } while (marker !== '');
    return all;
  };

  const written = { ...(scope !== undefined && { 'x-ms-encryption-scope': scope }) };
  const stored = (bytes: Uint8Array) => ({
    ...written,
    'content-type': 'application/octet-stream',
    'content-md5': createHash('md5').update(bytes).digest('base64'),
  });

  return {
    description: options.description,
    parts: azureParts,
    list: async (prefix, signal) => (await pages(prefix, '', signal)).flatMap(({ objects }) => objects),
    folders: async (prefix, signal) =>
      (await pages(prefix, '/', signal)).flatMap(({ folders }) => folders.map((each) => each.slice(prefix.length, -1))),
    read: async (key, from, signal) => {
      const headers = { 'x-ms-range': `bytes=${from}-${from + pieceBytes - 1}` };
      const response = await ask({ key, headers, signal }, 404, 416);
      if (response.status === 404) return await missing(response, options);
      // The object ends there.
      if (response.status === 416) return new Uint8Array();
      return await bytesOf(response, server);
    },
    create: async (key, bytes, signal) => {
      const headers = { ...stored(bytes), 'x-ms-blob-type': 'BlockBlob', 'if-none-match': '*' };
      const response = await ask({ key, method: 'PUT', headers, body: bytes, signal }, 409, 412);
      if (response.ok) return 'created';
      const code = codeOf(response, await response.clone().text());
      if (response.status === 412 || code === 'BlobAlreadyExists') return 'taken';
      throw await azureFailure(response, options);
    },
    startUpload: async (key) => {
      const blocks = new Map<number, string>();
      return {
        send: async ({ number }, bytes, signal) => {
          // An empty object has no block.
          if (bytes.byteLength === 0) return;
          // All of one length, as the service requires.
          const id = Buffer.from(String(number).padStart(6, '0')).toString('base64');
          const query = { comp: 'block', blockid: id };
          await ask({ key, method: 'PUT', query, headers: stored(bytes), body: bytes, signal });
          blocks.set(number, id);
        },
        finish: async (signal) => {
          const ids = [...blocks].toSorted(([one], [other]) => one - other).map(([, id]) => `<Latest>${id}</Latest>`);
          const body = Buffer.from(`<?xml version="1.0" encoding="utf-8"?><BlockList>${ids.join('')}</BlockList>`);
          const headers = { ...written, ...options.headers, 'content-type': 'application/xml' };
          await ask({ key, method: 'PUT', query: { comp: 'blocklist' }, headers, body, signal });
        },
        // The service deletes blocks that belong to nothing after a week.
        drop: async () => undefined,
      };
    },
    heldUntil: async (key, signal) => {
      const response = await ask({ key, method: 'HEAD', signal }, 404);
      if (response.headers.get('x-ms-legal-hold') === 'true') return 'its legal hold is removed';
      const until = response.headers.get('x-ms-immutability-policy-until-date');
      return until === null || new Date(until) <= clock.now() ? undefined : new Date(until).toISOString();
    },
    remove: async (key, signal) => {
      const response = await ask(
        { key, method: 'DELETE', headers: { 'x-ms-delete-snapshots': 'include' }, signal },
        404,
      );
      if (response.status === 404) await missing(response, options);
    },
    dropUnfinished: async () => undefined,
  };
}

/** An object that does not exist, or a container that does not. */
export async function missing(response: Response, options: AzureNamed): Promise<undefined> {
  const code = codeOf(response, await response.clone().text());
  if (code !== 'BlobNotFound') throw await azureFailure(response, options);
  return undefined;
}
