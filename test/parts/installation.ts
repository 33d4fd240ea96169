import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { stringify } from 'yaml';
import { z } from 'zod';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { builtCli } from '../support/program.ts';

const cli = await builtCli();
const script = join(import.meta.dirname, 'server.mjs');

const entry = z.object({ event: z.looseObject({ type: z.string() }) });
const running = z.object({ version: z.string(), chart: z.string() });

export interface Ended {
  readonly exitCode: number | undefined;
  /** All that it printed, with its lines joined: a terminal breaks them where it ends. */
  readonly text: string;
}

function run(act: string, ...words: string[]): { readonly command: { readonly run: readonly string[] } } {
  return { command: { run: [process.execPath, script, act, '{access.folder}', ...words] } };
}

/** A server and its chart, where release 4 needs a chart that release 3.7 may have as well. */
const product = {
  name: 'server',
  title: 'The server',
  versions: {},
  releases: { list: ['3.7.11', '4.0.4'] },
  path: [
    { 'no-line-skipped': { line: 'minor', reason: 'One after the other.' } },
    {
      'needs-part': {
        part: 'chart',
        entering: '4',
        versions: '>=5.9 <6',
        alone: { to: '5.9.4', id: 'chart-first', text: 'Bring the chart to 5.9.4.' },
        reason: 'Chart 5.9 prepares what 4.0 expects.',
      },
    },
    {
      'moves-together': {
        part: 'chart',
        table: [{ releases: '4.0', versions: '6.0.1' }],
        reason: 'Each chart carries one release.',
      },
    },
  ],
  access: { folder: { description: 'Where it runs.' } },
  probes: { health: run('health'), version: run('version'), parts: { chart: run('chart') } },
  smoke: [{ name: 'it is what was deployed', ...run('test', '{version}', '{parts.chart}') }],
};

const sides = ['production', 'staging'] as const;
type Side = (typeof sides)[number];

/** Production runs 3.7.11 with chart 5.8.1; everything is changed and inspected by real commands, as a person runs them. */
export async function installServer(test: TestContext) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-parts-')));
  test.after(() => rm(folder, { recursive: true, force: true }));
  const put = (side: Side, version: string, chart: string) =>
    writeFile(join(folder, side, 'running.json'), JSON.stringify({ version, chart }));
  for (const side of sides) {
    await mkdir(join(folder, side, 'data'), { recursive: true });
    await writeFile(join(folder, side, 'data', 'record'), side);
    await put(side, '3.7.11', '5.8.1');
  }
  await mkdir(join(folder, '.github'));
  const environment = (side: Side) => ({
    access: { folder: `\${${side.toUpperCase()}_FOLDER}` },
    url: `https://${side}.example.com`,
    data: { folder: { path: `${side}/data` } },
    deploy: {
      command: {
        run: [process.execPath, script, 'deploy', side, '{version}', '{parts.chart}', '{from}', '{to}'],
        stop: [process.execPath, script, 'stop', side],
      },
    },
  });
  const document = {
    system: 'server',
    product,
    environments: {
      production: environment('production'),
      staging: { disposable: true, ...environment('staging'), hooks: { scrub: { waive: 'It sends nothing.' } } },
    },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
    gates: { production: 'environment' },
    'start-timeout': '5s',
  };
  await writeFile(join(folder, '.github', 'staged-upgrade.yml'), stringify(document));
  return {
    folder,
    put,
    runs: async (side: Side) => running.parse(JSON.parse(await readFile(join(folder, side, 'running.json'), 'utf8'))),
    deploys: async (side: Side) => (await readFile(join(folder, side, 'deploys'), 'utf8')).trim().split('\n'),
    /** The next deploy there ends half way. */
    breakNext: (side: Side) => writeFile(join(folder, side, 'break'), ''),
    hideChart: (side: Side) => writeFile(join(folder, side, 'chart-unknown'), ''),
    showChart: (side: Side) => rm(join(folder, side, 'chart-unknown')),
    run: async (...words: string[]): Promise<Ended> => {
      const { exitCode, stdout, stderr } = await systemProcesses.run({
        argv: [process.execPath, cli, ...words],
        directory: folder,
        environment: {
          PATH: process.env.PATH ?? '',
          HOME: folder,
          PRODUCTION_FOLDER: join(folder, 'production'),
          STAGING_FOLDER: join(folder, 'staging'),
        },
      });
      return { exitCode, text: `${stdout}\n${stderr}`.replaceAll(/\s+/g, ' ') };
    },
    events: async (): Promise<readonly z.output<typeof entry>['event'][]> => {
      const files = globSync('**/*.json', { cwd: join(folder, 'journal') }).toSorted();
      const texts = await Promise.all(files.map((file) => readFile(join(folder, 'journal', file), 'utf8')));
      return texts.map((text) => entry.parse(JSON.parse(text)).event);
    },
  };
}
