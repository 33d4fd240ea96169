import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BucketError, type ObjectBucket, type PartLimits, type PartUpload, pieceBytes } from '../bucket.ts';
import { networkFailure } from '../network-failure.ts';
import { type GcsNamed, gcsFailure } from './failure.ts';

const kibibyte = 1024;

/** https://cloud.google.com/storage/docs/resumable-uploads: one part after the other, however many. */
export const gcsParts: PartLimits = {
  minBytes: 256 * kibibyte,
  maxBytes: 1024 ** 3,
  maxParts: Number.MAX_SAFE_INTEGER,
  maxObjectBytes: 5 * 1024 ** 4,
  multipleOf: 256 * kibibyte,
  inAnyOrder: false,
};

export interface GcsOptions extends GcsNamed {
  readonly description: string;
  /** The address of the service, without a trailing slash. */
  readonly server: string;
  readonly kmsKey?: string | undefined;
  readonly fetch: typeof globalThis.fetch;
  /** The token of the job, renewed when it expires. */
  readonly token: () => Promise<string>;
}

const storedObject = z.lazy(() =>
  z.object({
    name: z.string(),
    size: z.string().default('0'),
    generation: z.string().default(''),
    md5Hash: z.string().optional(),
    updated: z.string().optional(),
    retentionExpirationTime: z.string().optional(),
    temporaryHold: z.boolean().optional(),
    eventBasedHold: z.boolean().optional(),
  }),
);
const page = z.lazy(() =>
  z.object({
    items: z.array(storedObject).default([]),
    prefixes: z.array(z.string()).default([]),
    nextPageToken: z.string().optional(),
  }),
);

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly signal?: AbortSignal | undefined;
}

/** A bucket of Google Cloud Storage, by its JSON interface. */
export function gcsBucket(options: GcsOptions): ObjectBucket {
  const { server, bucket, fetch, kmsKey } = options;
  const objects = `${server}/storage/v1/b/${encodeURIComponent(bucket)}/o`;
  const uploads = `${server}/upload/storage/v1/b/${encodeURIComponent(bucket)}/o`;

  /** @param expected statuses that are valid answers, besides those of success */
  const ask = async (url: string, { method = 'GET', headers, body, signal }: Asked, ...expected: readonly number[]) => {
    const authorization = `Bearer ${await options.token()}`;
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        headers: { authorization, 'accept-encoding': 'identity', ...headers },
        redirect: 'manual',
        ...(body && { body: Uint8Array.from(body) }),
        ...(signal && { signal }),
      });
    } catch (cause) {
      throw networkFailure(cause, server) ?? cause;
    }
    if (response.ok || expected.includes(response.status)) return response;
    throw await gcsFailure(response, options);
  };

  const pages = async (prefix: string, delimiter: string, signal: AbortSignal | undefined) => {
    const items: z.output<typeof storedObject>[] = [];
    const prefixes: string[] = [];
    let pageToken = '';
    do {
      const query = new URLSearchParams({ prefix, delimiter, pageToken });
      const read = page.parse(await (await ask(`${objects}?${query}`, { signal })).json());
      items.push(...read.items);
      prefixes.push(...read.prefixes);
      pageToken = read.nextPageToken ?? '';
    } while (pageToken !== '');
    return { items, prefixes };
  };

  const started = (key: string, type: string, once: boolean): string =>
    `${uploads}?${new URLSearchParams({
      uploadType: type,
      name: key,
      ...(once && { ifGenerationMatch: '0' }),
      ...(kmsKey !== undefined && { kmsKeyName: kmsKey }),
    })}`;

  return {
    description: options.description,
    parts: gcsParts,
    list: async (prefix, signal) =>
      (await pages(prefix, '', signal)).items.map(({ name, size, generation, updated }) => ({
        key: name,
        bytes: Number(size),
        version: generation,
        modified: new Date(updated ?? 0),
      })),
    folders: async (prefix, signal) =>
      (await pages(prefix, '/', signal)).prefixes.map((each) => each.slice(prefix.length, -1)),
    read: async (key, from, signal) => {
      const headers = { range: `bytes=${from}-${from + pieceBytes - 1}` };
      const response = await ask(`${objects}/${encodeURIComponent(key)}?alt=media`, { headers, signal }, 404, 416);
      if (response.status === 404) return await missing(response, options);
      // The object ends there.
      if (response.status === 416) return new Uint8Array();
      try {
        return new Uint8Array(await response.arrayBuffer());
      } catch (cause) {
        throw networkFailure(cause, server) ?? cause;
      }
    },
    create: async (key, bytes, signal) => {
      const headers = { 'content-type': 'application/octet-stream' };
      const response = await ask(started(key, 'media', true), { method: 'POST', headers, body: bytes, signal }, 412);
      if (response.status === 412) return 'taken';
      requireSame(storedObject.parse(await response.json()).md5Hash, createHash('md5').update(bytes).digest('base64'));
      return 'created';
    },
    startUpload: async (key, signal) => {
      const headers = { 'content-type': 'application/json', 'x-upload-content-type': 'application/octet-stream' };
      const response = await ask(started(key, 'resumable', false), { method: 'POST', headers, signal });
      const session = response.headers.get('location');
      if (session === null) throw new Error('the server named no address for the upload');
      return resumable(session, ask);
    },
    heldUntil: async (key, signal) => {
      const response = await ask(`${objects}/${encodeURIComponent(key)}`, { signal }, 404);
      if (response.status === 404) return await missing(response, options);
      const { temporaryHold, eventBasedHold, retentionExpirationTime } = storedObject.parse(await response.json());
      return temporaryHold === true || eventBasedHold === true ? 'its hold is removed' : retentionExpirationTime;
    },
    remove: async (key, signal) => {
      await ask(`${objects}/${encodeURIComponent(key)}`, { method: 'DELETE', signal }, 404);
    },
    // The service deletes an upload that was started and not finished after a week.
    dropUnfinished: async () => undefined,
  };
}

type Ask = (url: string, asked: Asked, ...expected: readonly number[]) => Promise<Response>;

function resumable(session: string, ask: Ask): PartUpload {
  const hash = createHash('md5');
  let hashed = 0;
  return {
    send: async ({ offset, isLast }, bytes, signal) => {
      const end = offset + bytes.byteLength;
      const range = bytes.byteLength === 0 ? '*' : `${offset}-${end - 1}`;
      const headers = { 'content-range': `bytes ${range}/${isLast ? end : '*'}` };
      const response = await ask(session, { method: 'PUT', headers, body: bytes, signal }, 308);
      // A part that is sent again is the same, and is counted once.
      if (hashed === offset && bytes.byteLength > 0) hash.update(bytes);
      hashed = end;
      if (isLast) {
        const { md5Hash } = storedObject.parse(await response.json());
        return requireSame(md5Hash, hash.copy().digest('base64'));
      }
      const kept = /^bytes=0-(?<last>\d+)$/.exec(response.headers.get('range') ?? '')?.groups?.last;
      if (kept === undefined || Number(kept) + 1 < end) throw incomplete();
    },
    finish: async () => undefined,
    drop: async () => {
      await ask(session, { method: 'DELETE' }, 404, 410, 499);
    },
  };
}

/** The service gives a checksum of what it has; a composed or encrypted object has none, and is not checked. */
function requireSame(found: string | undefined, right: string): void {
  if (found === undefined || found === right) return;
  throw new BucketError('what the server has stored is not what was sent (MD5)', {
    passes: true,
    next: 'Run the step again. If it happens again, look for something that changes requests between this machine and the server.',
  });
}

function incomplete(): BucketError {
  return new BucketError('the server stored only part of what was sent', {
    passes: true,
    next: 'Run the step again later.',
  });
}

/** An object that does not exist, or a bucket that does not. */
async function missing(response: Response, options: GcsOptions): Promise<undefined> {
  const text = await response.text();
  if (/bucket/i.test(text)) throw await gcsFailure(new Response(text, { status: 404 }), options);
  return undefined;
}
