import { azurite, newAzureContainer } from '../../../support/azurite.ts';
import { temporaryFolder } from '../../fixtures.ts';
import type { MakeJournalFixture } from '../fixture.ts';

export const skip = azurite.skip;

export const makeFixture: MakeJournalFixture = async (test) => {
  const { settings, variables, objects, removeContainer } = await newAzureContainer();
  const entries = async (): Promise<readonly string[]> =>
    (await objects.keys()).filter((key) => key.startsWith('staged-upgrade-journal/records/'));
  return {
    place: {
      settings: { 'azure-blob': settings },
      environment: { PATH: process.env.PATH ?? '', ...variables },
      directory: await temporaryFolder(test),
      network: true,
    },
    removeNewest: async () => objects.remove((await entries()).at(-1) ?? ''),
    makeUnreachable: removeContainer,
  };
};
