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
const script = join(import.meta.dirname, 'stage.mjs');

const entry = z.object({ event: z.looseObject({ type: z.string() }) });

export interface Ended {
  readonly exitCode: number | undefined;
  /** All that it printed, with its lines joined: a terminal breaks them where it ends. */
  readonly text: string;
}

type Mapping = Readonly<Record<string, unknown>>;

/** `old → second → switched`, each a word in a file of its environment, changed and inspected by real commands. */
export const stages = ['old', 'second', 'switched'] as const;

export function stagesProduct(more: Readonly<Record<string, Mapping>> = {}): Mapping {
  const run = (act: string, ...words: string[]) => ({
    command: { run: [process.execPath, script, act, '{access.folder}', ...words] },
  });
  return {
    name: 'move',
    title: 'The move',
    access: { folder: { description: 'Where the words are.' } },
    stages: stages.map((name, at) => ({
      name,
      title: `Stage ${name}`,
      reason: `The move needs ${name}.`,
      reached: run('reached', name),
      ...(at === 0 ? {} : { deploy: run('reach', '{to}') }),
      ...more[name],
    })),
    smoke: [{ name: 'the file is whole', ...run('whole') }],
  };
}

/** A configuration in a folder of its own, whose commands are run as a person runs them. */
export async function installStages(
  test: TestContext,
  product: Mapping,
  changes: Mapping = {},
  variables: Readonly<Record<string, string>> = {},
) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-stages-')));
  test.after(() => rm(folder, { recursive: true, force: true }));
  const sides = { production: join(folder, 'production'), staging: join(folder, 'staging') };
  for (const side of Object.values(sides)) {
    await mkdir(side);
    await writeFile(join(side, 'stage'), 'old');
  }
  await mkdir(join(folder, '.github'));
  const environment = (name: string) => ({ access: { folder: `\${${name}_FOLDER}` } });
  const document = {
    system: 'move',
    product,
    environments: { production: environment('PRODUCTION'), staging: { disposable: true, ...environment('STAGING') } },
    journal: { store: { folder: { path: 'journal' } } },
    'start-timeout': '5s',
    ...changes,
  };
  await writeFile(join(folder, '.github', 'staged-upgrade.yml'), stringify(document));
  return {
    folder,
    at: (side: keyof typeof sides) => readFile(join(sides[side], 'stage'), 'utf8'),
    put: (side: keyof typeof sides, stage: string) => writeFile(join(sides[side], 'stage'), stage),
    /** The next time that a stage is reached there, the command ends half way. */
    breakNext: (side: keyof typeof sides) => writeFile(join(sides[side], 'break'), ''),
    run: async (...words: string[]): Promise<Ended> => {
      const { exitCode, stdout, stderr } = await systemProcesses.run({
        argv: [process.execPath, cli, ...words],
        directory: folder,
        environment: {
          PATH: process.env.PATH ?? '',
          HOME: folder,
          PRODUCTION_FOLDER: sides.production,
          STAGING_FOLDER: sides.staging,
          ...variables,
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
