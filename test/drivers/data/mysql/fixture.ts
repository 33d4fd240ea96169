import { databaseEffects } from '../../../support/database-effects.ts';
import { missingMariadb, startMariadb } from '../../../support/mariadb.ts';
import type { MakeDataFixture } from '../fixture.ts';

export const makeFixture: MakeDataFixture = async (test) => {
  const missing = await missingMariadb();
  if (missing !== undefined) {
    test.skip(missing);
    return undefined;
  }
  const server = await startMariadb();
  test.after(() => server.stop());
  return {
    effects: databaseEffects(),
    settings: (name) => ({ mysql: { url: server.url(name) } }),
    fill: async (name, value) => {
      await server.sql('', `CREATE DATABASE \`${name}\``);
      await server.sql(
        name,
        'CREATE TABLE visits (id int AUTO_INCREMENT PRIMARY KEY, note text)',
        `INSERT INTO visits (note) SELECT CONCAT('${value} ', seq) FROM seq_1_to_20000`,
      );
    },
    empty: async (name) => {
      await server.sql('', `CREATE DATABASE \`${name}\``);
      await server.sql(name, 'CREATE TABLE left_over (id int)', 'INSERT INTO left_over VALUES (1)');
    },
    change: async (name) => {
      await server.sql(name, "UPDATE visits SET note = 'changed' WHERE id = 7");
    },
    makeUnreachable: () => server.kill(),
  };
};
