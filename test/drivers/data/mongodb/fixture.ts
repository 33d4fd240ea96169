import { databaseEffects } from '../../../support/database-effects.ts';
import { missingMongodb, startMongodb } from '../../../support/mongodb.ts';
import type { MakeDataFixture } from '../fixture.ts';

export const makeFixture: MakeDataFixture = async (test) => {
  const missing = missingMongodb();
  if (missing !== undefined) {
    test.skip(missing);
    return undefined;
  }
  const server = await startMongodb();
  let runs = true;
  const stop = async () => {
    if (runs) await server.stop();
    runs = false;
  };
  test.after(stop);
  /** On one server, a store is distinguished from others by the prefix of the names of its databases. */
  const database = (name: string) => server.client.db(`${name}_records`);
  return {
    effects: databaseEffects(),
    settings: (name) => ({
      mongodb: {
        url: `${server.url}&serverSelectionTimeoutMS=500`,
        databases: ['records', 'records-*'],
        prefix: `${name}_`,
        tools: server.tools,
      },
    }),
    fill: async (name, value) => {
      const visits = Array.from({ length: 1_500 }, (_, index) => ({ note: `${value} ${index}`, number: index }));
      await database(name).collection('visits').insertMany(visits);
      await database(name).collection('visits').createIndex({ number: 1 }, { unique: true });
      await database(name).createCollection('empty');
    },
    empty: async (name) => {
      await server.client.db(`${name}_records-old`).collection('left_over').insertOne({ is: 'here' });
    },
    change: async (name) => {
      await database(name)
        .collection('visits')
        .updateOne({ number: 7 }, { $set: { note: 'changed' } });
    },
    makeUnreachable: stop,
  };
};
