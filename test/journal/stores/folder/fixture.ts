import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../fixtures.ts';
import type { MakeJournalFixture } from '../fixture.ts';

export const makeFixture: MakeJournalFixture = async (test) => {
  const directory = await temporaryFolder(test);
  const folder = join(directory, 'journal');
  return {
    place: { settings: { folder: { path: 'journal' } }, environment: { PATH: process.env.PATH ?? '' }, directory },
    removeNewest: async () => {
      const newest = (await readdir(join(folder, 'records'))).toSorted().at(-1) ?? '';
      await rm(join(folder, 'records', newest));
    },
    makeUnreachable: async () => {
      await rm(folder, { recursive: true, force: true });
      await writeFile(folder, '');
    },
  };
};
