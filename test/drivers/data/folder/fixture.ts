import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseEffects } from '../../../support/database-effects.ts';
import type { MakeDataFixture } from '../fixture.ts';

export const makeFixture: MakeDataFixture = async (test) => {
  const above = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-folder-')));
  test.after(() => rm(above, { recursive: true, force: true }));
  const root = join(above, 'folders');
  const make = async (name: string, files: Readonly<Record<string, string>>) => {
    await mkdir(join(root, name, 'scans'), { recursive: true });
    for (const [path, text] of Object.entries(files)) await writeFile(join(root, name, path), text);
  };
  return {
    effects: databaseEffects(),
    settings: (name) => ({ folder: { path: join(root, name) } }),
    fill: (name, value) => make(name, { 'letter.txt': value, 'scans/large.txt': `${value}\n`.repeat(20_000) }),
    empty: (name) => make(name, { 'left-over': '' }),
    change: (name) => writeFile(join(root, name, 'letter.txt'), 'changed'),
    makeUnreachable: async () => {
      await rm(root, { recursive: true });
      await writeFile(root, '');
    },
  };
};
