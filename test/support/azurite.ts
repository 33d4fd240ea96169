import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { azureBucket } from '../../src/world/objects/azure/bucket.ts';
import { authorization } from '../../src/world/objects/azure/sign.ts';
import { readWhole } from '../../src/world/objects/read-object.ts';
import { freePort } from './ports.ts';
import type { StoredObjects } from './stored-objects.ts';
import { need } from './tools.ts';
import { until } from './until.ts';

/** The emulator of Azure Blob Storage by its maker, one for all tests of a file. */
export const azurite = need('azurite-blob');

const account = 'acme';
const key = Buffer.from('a key of the account that is of use here alone').toString('base64');

let started: Promise<string> | undefined;
let running: ChildProcess | undefined;
let folder: string | undefined;

after(() => {
  running?.kill('SIGKILL');
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** A container of a test, and the settings by which it is reached. */
export interface AzureContainer {
  /** As `azure-blob` has them. */
  readonly settings: object;
  readonly variables: Readonly<Record<string, string>>;
  readonly objects: StoredObjects;
  /** Writes an object with these headers. */
  put(name: string, content: string, headers: Readonly<Record<string, string>>): Promise<void>;
  removeContainer(): Promise<void>;
}

export async function newAzureContainer(): Promise<AzureContainer> {
  started ??= start();
  const server = await started;
  const container = `backups-${randomUUID()}`;
  const ask = async (
    method: string,
    path: string,
    body?: Uint8Array,
    more: Readonly<Record<string, string>> = {},
  ): Promise<void> => {
    const url = new URL(`${server}/${path}`);
    const headers = new Headers({ ...more, 'x-ms-version': '2021-12-02', 'x-ms-date': new Date().toUTCString() });
    if (body !== undefined) headers.set('x-ms-blob-type', 'BlockBlob');
    headers.set(
      'authorization',
      authorization({ account, key }, { method, url, headers, bytes: body?.byteLength ?? 0 }),
    );
    const response = await fetch(url, { method, headers, ...(body && { body: Uint8Array.from(body) }) });
    if (!response.ok)
      throw new Error(`${method} ${path} was answered with ${response.status}: ${await response.text()}`);
  };
  await ask('PUT', `${container}?restype=container`);
  const bucket = azureBucket({
    ...{ description: 'the test itself', account, container, server, where: 'test' },
    ...{ fetch, clock: { now: () => new Date(), sleep: async () => undefined }, credential: { kind: 'key', key } },
  });
  return {
    settings: { account, container, endpoint: server, 'account-key': '${AZURE_KEY}' },
    variables: { AZURE_KEY: key },
    objects: {
      keys: async () => (await bucket.list('')).map((object) => object.key),
      read: async (name) => (await readWhole(bucket, name)) ?? Buffer.alloc(0),
      write: (name, content) => ask('PUT', `${container}/${name}`, content),
      remove: (name) => bucket.remove(name),
    },
    put: (name, content, headers) => ask('PUT', `${container}/${name}`, Buffer.from(content), headers),
    removeContainer: () => ask('DELETE', `${container}?restype=container`),
  };
}

async function start(): Promise<string> {
  const port = await freePort();
  folder = mkdtempSync(join(tmpdir(), 'staged-upgrade-azurite-'));
  running = spawn(
    azurite.path,
    ['--blobHost', '127.0.0.1', '--blobPort', String(port), '--location', folder, '--silent', '--disableTelemetry'],
    { stdio: 'ignore', env: { ...process.env, AZURITE_ACCOUNTS: `${account}:${key}` } },
  );
  const address = `http://127.0.0.1:${port}/${account}`;
  await until('azurite-blob answers', () =>
    fetch(address).then(
      () => true,
      () => false,
    ),
  );
  return address;
}
