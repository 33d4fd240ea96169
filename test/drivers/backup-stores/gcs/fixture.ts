import { fakeGcs, newGcsBucket } from '../../../support/fake-gcs.ts';
import { bucketFixture } from '../bucket-fixture.ts';
import type { MakeStoreFixture } from '../fixture.ts';

export const skip = fakeGcs.skip;

export const makeFixture: MakeStoreFixture = async (test) => {
  const { settings, variables, objects } = await newGcsBucket();
  return await bucketFixture(test, { settings: { gcs: { ...settings, scratch: '${SCRATCH}' } }, variables, objects });
};
