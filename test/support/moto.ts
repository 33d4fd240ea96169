import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import type { StoredObjects } from './stored-objects.ts';
import { need } from './tools.ts';

/** A server that speaks the protocol of S3, one for all tests of a file. */
export const moto = need('moto_server');

let started: Promise<string> | undefined;
let running: ChildProcess | undefined;

after(() => running?.kill('SIGKILL'));

/** A bucket of a test, and the settings by which it is reached. */
export interface MotoBucket {
  readonly bucket: string;
  readonly address: string;
  /** As `s3` has them. */
  readonly settings: object;
  readonly variables: Readonly<Record<string, string>>;
  readonly objects: StoredObjects;
  removeBucket(): Promise<void>;
  /** Sets the versioning of the bucket, which is never set before. */
  keepVersions(status: 'Enabled' | 'Suspended'): Promise<void>;
  /** Writes an object with these headers. */
  put(key: string, content: string, headers: Readonly<Record<string, string>>): Promise<void>;
  /** Removes all versions of an object for good. */
  removeVersions(key: string): Promise<void>;
  /** Sets the rules by which the bucket removes objects, as XML. */
  expire(rules: string): Promise<void>;
  /** Locks an object of a bucket that can. */
  hold(key: string, until: string): Promise<void>;
}

/** @param lock its objects can be held */
export async function newMotoBucket({ lock = false } = {}): Promise<MotoBucket> {
  started ??= start();
  const address = await started;
  const bucket = `backups-${randomUUID()}`;
  const place = `${address}/${bucket}`;
  await ask(place, 'PUT', undefined, lock ? { 'x-amz-bucket-object-lock-enabled': 'true' } : {});
  const at = (key: string): string => `${place}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const objects: StoredObjects = {
    keys: async () => {
      const text = await (await ask(`${place}?list-type=2`, 'GET')).text();
      return [...text.matchAll(/<Key>(?<key>[^<]*)<\/Key>/g)].map(({ groups }) => groups?.key ?? '');
    },
    read: async (key) => Buffer.from(await (await ask(at(key), 'GET')).arrayBuffer()),
    write: async (key, content) => {
      await ask(at(key), 'PUT', Buffer.from(content));
    },
    remove: async (key) => {
      await ask(at(key), 'DELETE');
    },
  };
  return {
    bucket,
    address,
    settings: {
      bucket,
      endpoint: address,
      'path-style': true,
      credentials: { 'access-key-id': '${MOTO_KEY}', 'secret-access-key': '${MOTO_SECRET}' },
    },
    variables: { MOTO_KEY: 'testing-key', MOTO_SECRET: 'testing-secret' },
    objects,
    hold: async (key, until) => {
      const retention = `<Retention><Mode>COMPLIANCE</Mode><RetainUntilDate>${until}</RetainUntilDate></Retention>`;
      await ask(`${at(key)}?retention`, 'PUT', Buffer.from(retention));
    },
    put: async (key, content, headers) => {
      await ask(at(key), 'PUT', Buffer.from(content), headers);
    },
    removeVersions: async (key) => {
      const text = await (await ask(`${place}?versions`, 'GET')).text();
      for (const { groups } of text.matchAll(/<Key>(?<name>[^<]*)<\/Key>\s*<VersionId>(?<id>[^<]*)<\/VersionId>/g)) {
        if (groups?.name === key) await ask(`${at(key)}?versionId=${groups.id}`, 'DELETE');
      }
    },
    expire: async (rules) => {
      const body = `<LifecycleConfiguration>${rules}</LifecycleConfiguration>`;
      await ask(`${place}?lifecycle`, 'PUT', Buffer.from(body));
    },
    keepVersions: async (status) => {
      const body = `<VersioningConfiguration><Status>${status}</Status></VersioningConfiguration>`;
      await ask(`${place}?versioning`, 'PUT', Buffer.from(body));
    },
    removeBucket: async () => {
      for (const key of await objects.keys()) await objects.remove(key);
      await ask(place, 'DELETE');
    },
  };
}

async function ask(
  url: string,
  method: string,
  body?: Buffer<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  // It reads who asks, and does not check the signature.
  const authorization =
    'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=, Signature=';
  const response = await fetch(url, { method, headers: { authorization, ...headers }, ...(body && { body }) });
  if (!response.ok) throw new Error(`${method} ${url} was answered with ${response.status}: ${await response.text()}`);
  return response;
}

async function start(): Promise<string> {
  const server = spawn(moto.path, ['-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  running = server;
  const address = await addressIn(server);
  server.stderr.resume();
  return address;
}

export async function addressIn(server: ChildProcess): Promise<string> {
  const { stderr } = server;
  if (stderr === null) throw new Error('moto_server has no output');
  const ended = once(server, 'exit').then(() => {
    throw new Error('moto_server ended before it could be asked');
  });
  const said = (async () => {
    for await (const line of createInterface({ input: stderr })) {
      const address = /Running on (?<address>http:\/\/\S+)/.exec(line)?.groups?.address;
      if (address !== undefined) return address;
    }
    return await ended;
  })();
  return await Promise.race([said, ended]);
}
