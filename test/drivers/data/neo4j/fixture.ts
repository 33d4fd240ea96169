import { rm } from 'node:fs/promises';
import { databaseEffects } from '../../../support/database-effects.ts';
import { neo4jSettings, playedNeo4j } from '../../../support/neo4j/servers.ts';
import type { MakeDataFixture } from '../fixture.ts';

export const makeFixture: MakeDataFixture = async (test) => {
  const neo4j = await playedNeo4j(test);
  // Nothing listens there: each name has one. The process makes it another server than that of a test beside it.
  const ports = new Map<string, number>();
  const portOf = (name: string): number => {
    const port = ports.get(name) ?? 20_000 + (process.pid % 1000) * 40 + ports.size;
    ports.set(name, port);
    return port;
  };
  return {
    effects: databaseEffects(),
    settings: (name) => ({ neo4j: neo4jSettings(portOf(name), neo4j.bin) }),
    fill: (name, value) =>
      neo4j.server(
        portOf(name),
        Array.from({ length: 400 }, (_, index) => `${value} ${index}`),
      ),
    empty: (name) => neo4j.server(portOf(name), ['left over']),
    change: (name) =>
      neo4j.change(portOf(name), ({ nodes }) => {
        const [first] = nodes;
        if (first !== undefined) first.value = 'changed';
      }),
    makeUnreachable: () => rm(neo4j.folder, { recursive: true }),
  };
};
