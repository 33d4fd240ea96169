import { rm } from 'node:fs/promises';
import type { MakeJournalFixture } from '../fixture.ts';
import { branch, makeForge } from './remote-fixture.ts';

export const makeFixture: MakeJournalFixture = async (test) => {
  const { remote, clone, environment, git } = await makeForge(test);
  return {
    place: { settings: { git: {} }, environment, directory: clone },
    removeNewest: async () => {
      git(remote, 'update-ref', `refs/heads/${branch}`, `${branch}~1`);
    },
    makeUnreachable: () => rm(remote, { recursive: true }),
  };
};
