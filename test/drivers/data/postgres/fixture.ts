import { databaseEffects } from '../../../support/database-effects.ts';
import { missingPostgres, startPostgres } from '../../../support/postgres.ts';
import type { MakeDataFixture } from '../fixture.ts';

export const makeFixture: MakeDataFixture = async (test) => {
  const missing = await missingPostgres();
  if (missing !== undefined) {
    test.skip(missing);
    return undefined;
  }
  const server = await startPostgres();
  let runs = true;
  const stop = async () => {
    if (runs) await server.stop();
    runs = false;
  };
  test.after(stop);
  return {
    effects: databaseEffects(),
    settings: (name) => ({ postgres: { url: server.url(name), tools: server.tools, fingerprint: { content: true } } }),
    fill: async (name, value) => {
      await server.sql('postgres', `CREATE DATABASE ${name}`);
      await server.sql(
        name,
        `CREATE TABLE visits (id serial PRIMARY KEY, note text);
         INSERT INTO visits (note) SELECT '${value} ' || n FROM generate_series(1, 20000) n;`,
      );
    },
    empty: async (name) => {
      await server.sql('postgres', `CREATE DATABASE ${name}`);
      await server.sql(name, 'CREATE TABLE left_over (id int); INSERT INTO left_over VALUES (1)');
    },
    change: async (name) => {
      await server.sql(name, "UPDATE visits SET note = 'changed' WHERE id = 7");
    },
    makeUnreachable: stop,
  };
};
