import { moto, newMotoBucket } from '../../../support/moto.ts';
import { bucketFixture } from '../bucket-fixture.ts';
import type { MakeStoreFixture } from '../fixture.ts';

export const skip = moto.skip;

export const makeFixture: MakeStoreFixture = async (test) => {
  const { settings, variables, objects } = await newMotoBucket();
  return await bucketFixture(test, { settings: { s3: { ...settings, scratch: '${SCRATCH}' } }, variables, objects });
};
