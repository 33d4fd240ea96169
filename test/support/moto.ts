import { randomUUID } from 'node:crypto';
import { after } from 'node:test';
import { askMoto as ask, type MotoServer, motoSettings, motoVariables, startMoto } from './moto-server.ts';
import type { StoredObjects } from './stored-objects.ts';

export { addressIn, moto } from './moto-server.ts';

/** One for all tests of a file. */
let started: Promise<MotoServer> | undefined;

after(async () => (await started)?.stop());

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
  started ??= startMoto();
  const { address } = await started;
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
    settings: motoSettings(address, bucket),
    variables: motoVariables,
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
