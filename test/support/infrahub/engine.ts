import { chmod, mkdir, mkdtemp, readFile, readlink, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { writeWhole } from '../write-whole.ts';
import { newGraph, type StandInGraph } from './graph.ts';

/** A played engine, with projects of Infrahub on it. */
export interface PlayedEngine {
  readonly folder: string;
  /** In front of the PATH: `docker` and `infrahub-backup`. */
  readonly bin: string;
  /** Creates a project whose graph has these devices, or gives an existing one such a graph. */
  project(name: string, devices: readonly string[]): Promise<void>;
  change(name: string, change: (graph: StandInGraph) => void): Promise<void>;
  graph(name: string): Promise<StandInGraph>;
  /** By service, whether it runs. */
  running(name: string): Promise<Readonly<Record<string, boolean>>>;
  tasks(name: string, tasks: readonly object[]): Promise<void>;
}

const services = ['database', 'infrahub-server', 'task-worker', 'task-manager', 'cache', 'message-queue'];

export async function playedEngine(test: TestContext): Promise<PlayedEngine> {
  const above = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-infrahub-')));
  test.after(() => rm(above, { recursive: true, force: true }));
  const [folder, bin] = [join(above, 'engine'), join(above, 'bin')];
  await mkdir(join(folder, 'projects'), { recursive: true });
  await mkdir(join(folder, 'volumes'));
  await mkdir(bin);
  const { dirname: files } = import.meta;
  const write = async (name: string, ...words: readonly string[]): Promise<void> => {
    const set = `STAND_IN_ENGINE='${folder}' STAND_IN_FILES='${files}' STAND_IN_NODE='${process.execPath}'`;
    await writeFile(
      join(bin, name),
      `#!/bin/sh\n${set}\nexport STAND_IN_ENGINE STAND_IN_FILES STAND_IN_NODE\nexec ${words.join(' ')} "$@"\n`,
    );
    await chmod(join(bin, name), 0o755);
  };
  await write('docker', `'${join(files, 'docker.sh')}'`);
  await write('infrahub-backup', `'${process.execPath}'`, `'${join(files, 'infrahub-backup.ts')}'`);

  const graphOf = (name: string): string => join(folder, 'projects', name, 'graph.json');
  const graph = async (name: string): Promise<StandInGraph> => JSON.parse(await readFile(graphOf(name), 'utf8'));
  return {
    folder,
    bin,
    project: async (name, devices) => {
      await mkdir(join(folder, 'projects', name), { recursive: true });
      for (const service of services) {
        const container = join(folder, 'containers', `${name}.${service}`);
        await mkdir(container, { recursive: true });
        const described = (Running: boolean): string =>
          JSON.stringify({
            Id: `${name}.${service}`,
            Name: `/${name}-${service}-1`,
            State: { Running },
            Config: { Labels: { 'com.docker.compose.project': name, 'com.docker.compose.service': service } },
            Mounts: service === 'database' ? [{ Destination: '/data', Name: `${name}_database_data` }] : [],
          });
        await writeFile(join(container, 'up'), described(true));
        await writeFile(join(container, 'down'), described(false));
        await rm(join(container, 'state'), { force: true });
        await symlink('up', join(container, 'state'));
      }
      await writeFile(graphOf(name), JSON.stringify(newGraph('1.9.10', devices)));
      const volume = [{ Name: `${name}_database_data`, CreatedAt: `2026-01-01T00:00:00Z of ${name}`, Labels: null }];
      await writeFile(join(folder, 'volumes', `${name}_database_data.json`), JSON.stringify(volume));
    },
    change: async (name, change) => {
      const changed = await graph(name);
      change(changed);
      writeWhole(graphOf(name), JSON.stringify(changed));
    },
    graph,
    running: async (name) => {
      const states = services.map(async (service) => {
        const state = await readlink(join(folder, 'containers', `${name}.${service}`, 'state'));
        return [service, state === 'up'] as const;
      });
      return Object.fromEntries(await Promise.all(states));
    },
    tasks: async (name, tasks) => {
      await writeFile(join(folder, 'projects', name, 'tasks.json'), JSON.stringify(tasks));
    },
  };
}
