import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseEffects } from '../../../support/database-effects.ts';
import type { MakeDataFixture } from '../fixture.ts';

export const makeFixture: MakeDataFixture = async (test) => {
  const above = await mkdtemp(join(tmpdir(), 'staged-upgrade-sqlite-'));
  test.after(() => rm(above, { recursive: true, force: true }));
  const folder = await mkdtemp(join(above, 'databases-'));
  const fileOf = (name: string) => join(folder, `${name}.db`);
  const run = (name: string, statements: string) => {
    const database = new DatabaseSync(fileOf(name));
    database.exec(statements);
    database.close();
  };
  return {
    effects: databaseEffects(),
    settings: (name) => ({ sqlite: { file: fileOf(name), fingerprint: { content: true } } }),
    fill: async (name, value) =>
      run(
        name,
        `CREATE TABLE visits (id INTEGER PRIMARY KEY AUTOINCREMENT, note TEXT);
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
         INSERT INTO visits (note) SELECT '${value} ' || i FROM n;`,
      ),
    empty: async (name) => run(name, 'CREATE TABLE left_over (id INTEGER); INSERT INTO left_over VALUES (1)'),
    change: async (name) => run(name, "UPDATE visits SET note = 'changed' WHERE id = 7"),
    makeUnreachable: async () => {
      await rm(folder, { recursive: true });
      await writeFile(folder, '');
    },
  };
};
