import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { after } from 'node:test';
import { z } from 'zod';
import { freePort } from './ports.ts';
import type { StoredObjects } from './stored-objects.ts';
import { need } from './tools.ts';
import { until } from './until.ts';

/** A server that answers as Google Cloud Storage does, one for all tests of a file. */
export const fakeGcs = need('fake-gcs-server');

let started: Promise<string> | undefined;
let running: ChildProcess | undefined;

after(() => running?.kill('SIGKILL'));

/** A bucket of a test, and the settings by which it is reached. */
export interface GcsBucket {
  /** As `gcs` has them. */
  readonly settings: object;
  readonly variables: Readonly<Record<string, string>>;
  readonly objects: StoredObjects;
  removeBucket(): Promise<void>;
}

const listing = z.object({ items: z.array(z.object({ name: z.string() })).default([]) });

export async function newGcsBucket(): Promise<GcsBucket> {
  started ??= start();
  const address = await started;
  const bucket = `backups-${randomUUID()}`;
  await ask(`${address}/storage/v1/b`, 'POST', Buffer.from(JSON.stringify({ name: bucket })));
  const objects = `${address}/storage/v1/b/${bucket}/o`;
  const at = (key: string): string => `${objects}/${encodeURIComponent(key)}`;
  const keys = async () => listing.parse(await (await ask(objects, 'GET')).json()).items.map(({ name }) => name);
  return {
    removeBucket: async () => {
      for (const key of await keys()) await ask(at(key), 'DELETE');
      await ask(`${address}/storage/v1/b/${bucket}`, 'DELETE');
    },
    settings: { bucket, endpoint: address, 'access-token': '${GCS_TOKEN}' },
    variables: { GCS_TOKEN: 'a-token' },
    objects: {
      keys,
      read: async (key) => Buffer.from(await (await ask(`${at(key)}?alt=media`, 'GET')).arrayBuffer()),
      write: async (key, content) => {
        const query = new URLSearchParams({ uploadType: 'media', name: key });
        await ask(`${address}/upload/storage/v1/b/${bucket}/o?${query}`, 'POST', Buffer.from(content));
      },
      remove: async (key) => {
        await ask(at(key), 'DELETE');
      },
    },
  };
}

async function ask(url: string, method: string, body?: Buffer<ArrayBuffer>): Promise<Response> {
  const response = await fetch(url, { method, ...(body && { body }) });
  if (!response.ok) throw new Error(`${method} ${url} was answered with ${response.status}: ${await response.text()}`);
  return response;
}

async function start(): Promise<string> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const options = ['-backend', 'memory', '-scheme', 'http', '-host', '127.0.0.1', '-port', String(port)];
  running = spawn(fakeGcs.path, [...options, '-external-url', address, '-public-host', `127.0.0.1:${port}`], {
    stdio: 'ignore',
  });
  await until('fake-gcs-server answers', () =>
    fetch(`${address}/storage/v1/b`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return address;
}
