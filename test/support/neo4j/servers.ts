import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { newGraph, type StandInGraph } from '../infrahub/graph.ts';
import { writeWhole } from '../write-whole.ts';

/** Played servers of Neo4j: folders, with programs that answer as the real ones would on the machine of each. */
export interface PlayedNeo4j {
  readonly folder: string;
  /** In front of the PATH: `cypher-shell`, `neo4j-admin`, and `switch`, which stops and starts one. */
  readonly bin: string;
  /** Creates one whose graph has these devices, or gives an existing one such a graph. */
  server(port: number, devices: readonly string[], more?: { readonly edition?: string }): Promise<void>;
  graph(port: number): Promise<StandInGraph>;
  graphFile(port: number): string;
  change(port: number, change: (graph: StandInGraph) => void): Promise<void>;
  isUp(port: number): Promise<boolean>;
}

export const password = 'a password';

export async function playedNeo4j(test: Pick<TestContext, 'after'>): Promise<PlayedNeo4j> {
  const above = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-neo4j-played-')));
  test.after(() => rm(above, { recursive: true, force: true }));
  const [folder, bin] = [join(above, 'servers'), join(above, 'bin')];
  await mkdir(folder);
  await mkdir(bin);
  const { dirname: files } = import.meta;
  const cypher = join(files, '../infrahub/cypher-shell.ts');
  const write = async (name: string, command: string): Promise<void> => {
    const set = `STAND_IN_NEO4J='${folder}' STAND_IN_CYPHER='${cypher}' STAND_IN_NODE='${process.execPath}'`;
    const exported = 'export STAND_IN_NEO4J STAND_IN_CYPHER STAND_IN_NODE';
    await writeFile(join(bin, name), `#!/bin/sh\n${set}\n${exported}\n${command}\n`);
    await chmod(join(bin, name), 0o755);
  };
  await write('cypher-shell', `exec sh '${join(files, 'cypher-shell.sh')}' "$@"`);
  await write('neo4j-admin', `exec sh '${join(files, 'neo4j-admin.sh')}' "$@"`);
  await write('switch', `echo "$1" > "$STAND_IN_NEO4J/$2/state"`);

  const graphFile = (port: number): string => join(folder, String(port), 'data/databases/neo4j/graph.json');
  const graph = async (port: number): Promise<StandInGraph> => JSON.parse(await readFile(graphFile(port), 'utf8'));
  return {
    ...{ folder, bin, graph, graphFile },
    server: async (port, devices, { edition = 'community' } = {}) => {
      const server = join(folder, String(port));
      const isNew = await mkdir(join(server, 'data/databases/neo4j'), { recursive: true });
      await writeFile(graphFile(port), JSON.stringify(newGraph('1.9.10', devices)));
      if (isNew === undefined) return;
      const id = randomUUID();
      await writeFile(join(server, 'data/server_id'), Buffer.from(`01${id.replaceAll('-', '')}`, 'hex'));
      const files = { 'server-id': id, id: randomUUID(), password, edition, state: 'up', status: 'online' };
      for (const [name, text] of Object.entries(files)) await writeFile(join(server, name), `${text}\n`);
    },
    change: async (port, change) => {
      const changed = await graph(port);
      change(changed);
      writeWhole(graphFile(port), JSON.stringify(changed));
    },
    isUp: async (port) => (await readFile(join(folder, String(port), 'state'), 'utf8')).trim() === 'up',
  };
}

/** The settings of one as an operator writes them. */
export function neo4jSettings(port: number, bin: string): object {
  return {
    url: `bolt://127.0.0.1:${port}`,
    password,
    stop: [join(bin, 'switch'), 'down', String(port)],
    start: [join(bin, 'switch'), 'up', String(port)],
    admin: join(bin, 'neo4j-admin'),
    shell: join(bin, 'cypher-shell'),
    'ready-within': '5m',
  };
}
