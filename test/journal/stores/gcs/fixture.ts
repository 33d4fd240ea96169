import { fakeGcs, newGcsBucket } from '../../../support/fake-gcs.ts';
import { temporaryFolder } from '../../fixtures.ts';
import type { MakeJournalFixture } from '../fixture.ts';

export const skip = fakeGcs.skip;

export const makeFixture: MakeJournalFixture = async (test) => {
  const { settings, variables, objects, removeBucket } = await newGcsBucket();
  const entries = async (): Promise<readonly string[]> =>
    (await objects.keys()).filter((key) => key.startsWith('staged-upgrade-journal/records/'));
  return {
    place: {
      settings: { gcs: settings },
      environment: { PATH: process.env.PATH ?? '', ...variables },
      directory: await temporaryFolder(test),
      network: true,
    },
    removeNewest: async () => objects.remove((await entries()).at(-1) ?? ''),
    makeUnreachable: removeBucket,
  };
};
