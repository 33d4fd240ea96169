import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { systemClock } from '../../../src/world/clock.ts';
import { databaseEffects } from '../../support/database-effects.ts';
import type { StoredObjects } from '../../support/stored-objects.ts';
import type { StoreFixture } from './fixture.ts';

export interface BucketPlace {
  readonly settings: object;
  /** The variables that the settings use; `SCRATCH` is added to them. */
  readonly variables: Readonly<Record<string, string>>;
  readonly objects: StoredObjects;
}

/** What every kind of bucket provides for the contract test, given the server's own view of its objects. */
export async function bucketFixture(
  test: TestContext,
  { settings, variables, objects }: BucketPlace,
): Promise<StoreFixture> {
  const scratch = await mkdtemp(join(tmpdir(), 'staged-upgrade-scratch-'));
  test.after(() => rm(scratch, { recursive: true, force: true }));
  let reachable = true;
  const effects = {
    ...databaseEffects({ ...variables, SCRATCH: scratch }),
    // Pauses between two attempts are shortened.
    clock: { now: () => new Date(), sleep: (milliseconds: number) => systemClock.sleep(milliseconds / 100) },
    fetch: async (...request: Parameters<typeof fetch>) => {
      if (!reachable)
        throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
      return await fetch(...request);
    },
  };
  const keyOf = async (id: string, end: string): Promise<string> => {
    const key = (await objects.keys()).find((each) => each.includes(`/${id}/`) && each.endsWith(end));
    if (key === undefined) throw new Error(`there is no object of backup ${id} that ends with ${end}`);
    return key;
  };
  const cut = async (key: string, length: (whole: number) => number): Promise<void> => {
    const content = await objects.read(key);
    await objects.write(key, content.subarray(0, length(content.byteLength)));
  };
  return {
    settings,
    effects,
    holds: async (text) => {
      const contents = await Promise.all((await objects.keys()).map((key) => objects.read(key)));
      return contents.some((content) => content.includes(text));
    },
    cutShort: async (id, path) => cut(await keyOf(id, `/records/${path}`), () => 3),
    remove: async (id, path) => objects.remove(await keyOf(id, `/records/${path}`)),
    cutManifest: async (id) => cut(await keyOf(id, `/${id}/manifest.json`), (whole) => whole / 2),
    makeUnreachable: async () => {
      reachable = false;
    },
  };
}
