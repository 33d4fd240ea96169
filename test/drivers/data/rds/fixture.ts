import type { MakeDataFixture } from '../fixture.ts';
import { rdsDataWorld } from './world.ts';

/** Clusters of the stand-in, each with a real database. */
export const makeFixture: MakeDataFixture = async (test) => {
  const world = await rdsDataWorld(test);
  if (world === undefined) return undefined;
  // A process of its own that takes a backup finds the credentials there, as a job does.
  Object.assign(process.env, world.cloud.variables);
  const idOf = (name: string): string => name.replaceAll('_', '-');
  return {
    effects: { ...world.effects, clock: { ...world.effects.clock, now: () => new Date() } },
    settings: (name) => world.settings(idOf(name)),
    fill: (name, value) => world.cluster(idOf(name), ['db.t4g.medium'], value),
    empty: async (name) => {
      await world.cluster(idOf(name));
      await world.server.sql(idOf(name), 'CREATE TABLE left_over (id int); DELETE FROM visits');
    },
    change: async (name) => {
      await world.server.sql(idOf(name), "UPDATE visits SET note = 'changed' WHERE id = 7");
    },
    makeUnreachable: world.makeUnreachable,
  };
};
