import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseEffects } from '../../../support/database-effects.ts';
import { playedEngine } from '../../../support/infrahub/engine.ts';
import type { MakeDataFixture } from '../fixture.ts';

export const makeFixture: MakeDataFixture = async (test) => {
  const engine = await playedEngine(test);
  // A process of its own takes a backup in one of the tests: it finds the programs by this alone.
  const { PATH } = process.env;
  process.env.PATH = `${engine.bin}:${PATH}`;
  test.after(() => {
    process.env.PATH = PATH;
  });
  return {
    effects: databaseEffects(),
    settings: (name) => ({ 'infrahub-backup': { project: name } }),
    fill: (name, value) =>
      engine.project(
        name,
        Array.from({ length: 400 }, (_, index) => `${value} ${index}`),
      ),
    empty: (name) => engine.project(name, ['left over']),
    change: (name) =>
      engine.change(name, ({ nodes }) => {
        const [first] = nodes;
        if (first !== undefined) first.value = 'changed';
      }),
    makeUnreachable: () => rm(join(engine.folder, 'projects'), { recursive: true }),
  };
};
