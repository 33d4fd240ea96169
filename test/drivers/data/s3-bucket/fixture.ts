import { databaseEffects } from '../../../support/database-effects.ts';
import { moto, newMotoBucket } from '../../../support/moto.ts';
import type { MakeDataFixture } from '../fixture.ts';

/** Buckets that keep versions; for others see bucket.test.ts. */
export const makeFixture: MakeDataFixture = async (test) => {
  if (moto.skip !== false) {
    test.skip(moto.skip);
    return undefined;
  }
  const first = await newMotoBucket();
  const buckets = new Map<string, Awaited<ReturnType<typeof newMotoBucket>>>();
  let isReachable = true;
  const make = async (name: string, objects: Readonly<Record<string, string>>): Promise<void> => {
    const made = await newMotoBucket();
    await made.keepVersions('Enabled');
    for (const [key, text] of Object.entries(objects)) await made.objects.write(key, Buffer.from(text));
    buckets.set(name, made);
  };
  return {
    effects: {
      ...databaseEffects(first.variables),
      clock: { now: () => new Date(), sleep: async () => undefined },
      fetch: async (...request: Parameters<typeof fetch>) => {
        if (isReachable) return await fetch(...request);
        throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
      },
    },
    settings: (name) => ({ 's3-bucket': buckets.get(name)?.settings ?? first.settings }),
    fill: (name, value) =>
      make(name, {
        ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`scans/${at}/image`, `${value} ${at}`])),
        'letter with spaces & more.txt': value,
        empty: '',
      }),
    empty: (name) => make(name, { 'left/over': 'x' }),
    change: async (name) => {
      await buckets.get(name)?.objects.write('scans/7/image', Buffer.from('changed'));
    },
    makeUnreachable: async () => {
      isReachable = false;
    },
  };
};
