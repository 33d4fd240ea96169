import { azurite, newAzureContainer } from '../../../support/azurite.ts';
import { bucketFixture } from '../bucket-fixture.ts';
import type { MakeStoreFixture } from '../fixture.ts';

export const skip = azurite.skip;

export const makeFixture: MakeStoreFixture = async (test) => {
  const { settings, variables, objects } = await newAzureContainer();
  return await bucketFixture(test, {
    settings: { 'azure-blob': { ...settings, scratch: '${SCRATCH}' } },
    variables,
    objects,
  });
};
