import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Project } from '../../src/config/project.ts';
import type { CommandResult } from '../../src/core/interface/result.ts';
import type { RunIdentity } from '../../src/core/model/event.ts';
import { openProject } from '../../src/steps/hop/open-project.ts';
import { systemClock } from '../../src/world/clock.ts';
import type { Effects } from '../../src/world/effects/effects.ts';
import { silentLog } from '../../src/world/log.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { variablesFrom } from '../../src/world/variables.ts';
import { type Ending, install } from '../sample/installation.ts';
import { type Invocation, invoke } from '../support/invocation.ts';
import { penWithoutSecrets, written } from '../support/pen.ts';

/** What one call changes: keys of the configuration by their place, variables, time, who runs it. */
export interface Changes {
  /** `environments.staging.hooks`: its new value; undefined removes it. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  readonly variables?: Readonly<Record<string, string | undefined>>;
  readonly now?: string;
  readonly run?: RunIdentity;
  readonly token?: string;
}

type Asked = Partial<Invocation> & { readonly command: string };

export const terminal: RunIdentity = { kind: 'terminal', id: 'test', attempt: 1, actor: 'engineer' };

/** Production and staging of the sample on 1.0.2, real servers under a real configuration. */
export async function sampleSystem(test: Ending) {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-system-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  const [production, staging] = [await install(test), await install(test)];
  for (const server of [production, staging]) await server.climbTo('1.0.2');
  await production.seed(5);
  await mkdir(join(folder, '.github'));

  const variables: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    PRODUCTION_URL: production.url,
    PRODUCTION_TOKEN: 'test-token',
    PRODUCTION_STATE: production.folder,
    PRODUCTION_DEPLOY_KEY: 'a-key',
    STAGING_URL: staging.url,
    STAGING_TOKEN: 'test-token',
    STAGING_STATE: staging.folder,
  };
  const environmentOf = (name: string) => ({
    url: `\${${name}_URL}`,
    access: { 'admin-token': `\${${name}_TOKEN}` },
    data: { sqlite: { file: `\${${name}_STATE}/records.sqlite` } },
    deploy: { command: { run: ['node', 'deploy.mjs', '{version}'], stop: ['node', 'stop.mjs'], env: {} } },
  });
  const usual = {
    system: 'records',
    product: 'sample',
    environments: {
      production: environmentOf('PRODUCTION'),
      staging: {
        ...environmentOf('STAGING'),
        disposable: true,
        hooks: { scrub: { waive: 'The records are invented.' } },
      },
    },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
  };

  const configure = async (changes: Changes): Promise<void> => {
    const document: unknown = structuredClone(usual);
    for (const [place, value] of Object.entries(changes.configuration ?? {})) put(document, place.split('.'), value);
    await writeFile(join(folder, '.github', 'staged-upgrade.yml'), stringify(document));
  };

  const ask = async (asked: Asked, changes: Changes = {}): Promise<CommandResult> => {
    await configure(changes);
    const invocation: Invocation = { acknowledge: [], facts: [], ...asked };
    const effects = effectsOf({ ...variables, ...changes.variables }, changes);
    return written(await invoke(invocation, effects, changes.run ?? terminal));
  };

  const warnings: string[] = [];
  const effectsOf = (set: Readonly<Record<string, string | undefined>>, { now, token }: Changes): Effects => ({
    clock: now === undefined ? systemClock : { ...systemClock, now: () => new Date(now) },
    processes: systemProcesses,
    fetch,
    log: { ...silentLog, warn: (line) => warnings.push(line) },
    variables: variablesFrom(set, () => undefined),
    ...penWithoutSecrets(),
    environment: Object.fromEntries(
      Object.entries(set).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    directory: folder,
    signal: new AbortController().signal,
    ...(token === undefined ? {} : { journalCredential: { token, server: 'https://github.invalid' } }),
  });

  /** For what is done outside of a single command. */
  const open = async (changes: Changes = {}): Promise<Project> => {
    await configure(changes);
    const effects = effectsOf({ ...variables, ...changes.variables }, changes);
    return await openProject(undefined, effects, changes.run ?? terminal);
  };

  /** What a person does once, before the first backup. */
  const markStaging = async (): Promise<void> => {
    const confirm = join(await realpath(staging.folder), 'records.sqlite');
    const { outcome, headline } = await ask({ command: 'mark-disposable', confirm });
    assert.equal(outcome, 'passed', headline);
  };

  return { folder, production, staging, ask, open, markStaging, warnings };
}

export type SampleSystem = Awaited<ReturnType<typeof sampleSystem>>;

/** The deploy command of the example, instead of one that is only named. */
export function realDeploys({ production, staging }: SampleSystem): Changes {
  const script = resolve(import.meta.dirname, '../../examples/sample/deploy.mjs');
  const deploy = (side: string, url: string) => ({
    command: {
      run: [process.execPath, script, 'start', '{version}'],
      stop: [process.execPath, script, 'stop'],
      env: {
        SAMPLE_STATE: `\${${side}_STATE}`,
        SAMPLE_TOKEN: `\${${side}_TOKEN}`,
        SAMPLE_PORT: new URL(url).port,
        SAMPLE_MIGRATION_PAUSE: '1',
      },
    },
  });
  return {
    configuration: {
      'environments.production.deploy': deploy('PRODUCTION', production.url),
      'environments.staging.deploy': deploy('STAGING', staging.url),
    },
  };
}

function put(document: unknown, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (typeof document !== 'object' || document === null) throw new Error(`there is nothing to put "${key}" into`);
  if (rest.length > 0) put(Reflect.get(document, key) ?? fresh(document, key), rest, value);
  else if (value === undefined) Reflect.deleteProperty(document, key);
  else Reflect.set(document, key, value);
}

function fresh(document: object, key: string): object {
  const made = {};
  Reflect.set(document, key, made);
  return made;
}
