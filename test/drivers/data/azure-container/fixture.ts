import { azurite, newAzureContainer } from '../../../support/azurite.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import type { MakeDataFixture } from '../fixture.ts';

/** Containers of the emulator by the vendor, which keeps no versions; for those that do see container.test.ts. */
export const makeFixture: MakeDataFixture = async (test) => {
  if (azurite.skip !== false) {
    test.skip(azurite.skip);
    return undefined;
  }
  const first = await newAzureContainer();
  const containers = new Map<string, Awaited<ReturnType<typeof newAzureContainer>>>();
  let isReachable = true;
  const make = async (name: string, objects: Readonly<Record<string, string>>): Promise<void> => {
    const made = await newAzureContainer();
    for (const [key, text] of Object.entries(objects)) await made.objects.write(key, Buffer.from(text));
    containers.set(name, made);
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
    settings: (name) => ({ 'azure-container': containers.get(name)?.settings ?? first.settings }),
    fill: (name, value) =>
      make(name, {
        ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`scans/${at}/image`, `${value} ${at}`])),
        'letter with spaces & more.txt': value,
      }),
    empty: (name) => make(name, { 'left/over': 'x' }),
    change: async (name) => {
      await containers.get(name)?.objects.write('scans/7/image', Buffer.from('changed'));
    },
    makeUnreachable: async () => {
      isReachable = false;
    },
  };
};
