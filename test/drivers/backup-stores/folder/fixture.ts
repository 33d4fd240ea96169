import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseEffects } from '../../../support/database-effects.ts';
import type { MakeStoreFixture } from '../fixture.ts';

export const makeFixture: MakeStoreFixture = async (test) => {
  const above = await mkdtemp(join(tmpdir(), 'staged-upgrade-store-'));
  test.after(() => rm(above, { recursive: true, force: true }));
  const root = join(above, 'backups');
  return {
    settings: { folder: { path: '${BACKUPS}' } },
    effects: databaseEffects({ BACKUPS: root }),
    holds: async (text) => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
      const contents = await Promise.all(files.map((file) => readFile(file)));
      return contents.some((content) => content.includes(text));
    },
    cutShort: (id, path) => truncate(join(root, id, 'data', 'records', path), 3),
    remove: (id, path) => rm(join(root, id, 'data', 'records', path)),
    cutManifest: async (id) => {
      const file = join(root, id, 'manifest.json');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.slice(0, text.length / 2));
    },
    // A file in place of the folder: root may write into a folder without rights.
    makeUnreachable: async () => {
      await rm(root, { recursive: true, force: true });
      await writeFile(root, '');
    },
  };
};
