import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { parseDocument } from 'yaml';
import { isOf } from '../../src/core/history/entries.ts';
import type { Entry } from '../../src/core/model/event.ts';
import { terminalRun } from '../../src/entries/terminal/run-identity.ts';
import { folderJournal } from '../../src/journal/stores/folder/folder.ts';
import { systemClock } from '../../src/world/clock.ts';
import { type ProcessResult, systemProcesses } from '../../src/world/processes/process.ts';
import type { ActRun } from '../support/act.ts';
import { plainCanary } from '../support/canary.ts';
import { missingDocker, startEngine, type TestEngine } from '../support/docker.ts';
import { freePort } from '../support/ports.ts';
import { builtCli } from '../support/program.ts';
import { need } from '../support/tools.ts';
import { allWell, exampleWorkflows, inWindow } from './example-workflows.ts';
import { climbSampleLadder, sampleLadder } from './sample-ladder.ts';
import { annotationsOf, jobsOf } from './sample-run.ts';
import { sampleServer } from './sample-server.ts';
import { isWholeLadder } from './whole-ladder.ts';

const root = resolve(import.meta.dirname, '../..');
const minutes = 60_000;
const missing = await missingDocker();
const skip = missing ?? need('act').skip;
let engine: TestEngine;

/** 1.2.1 was pushed with the content of another tag: its name alone does not show it. */
const pushed = [
  ['1.0.2', '1.0.2'],
  ['1.1.4', '1.1.4'],
  ['1.2.1', '1.1.4'],
] as const;

before(
  async () => {
    if (missing !== undefined) return;
    engine = await startEngine();
    for (const [tag, version] of isWholeLadder ? sampleLadder.map((each) => [each, each] as const) : pushed) {
      await engine.image(`sample-records:${tag}`, await imageOf(version));
    }
  },
  { timeout: 15 * minutes },
);
after(async () => await engine?.stop());

/** The server of the sample; Node.js itself is the machine's. */
async function imageOf(version: string) {
  const folder = join(root, 'examples/sample/server');
  const names = await readdir(folder);
  const files = Object.fromEntries(
    await Promise.all(names.map(async (name) => [`app/server/${name}`, await readFile(join(folder, name), 'utf8')])),
  );
  return { files, command: ['node', '/app/server/main.mjs'], variables: { SAMPLE_VERSION: version } };
}

const machine = `services:
  records:
    user: "${userInfo().uid}:${userInfo().gid}"
    environment: { PATH: ${JSON.stringify(dirname(process.execPath))}, SAMPLE_MIGRATION_PAUSE: "1" }
    # The machine of a test may have much else to do, and each look is a program that the engine starts in the container.
    healthcheck: { interval: 3s, timeout: 60s, retries: 60 }
    volumes:
${[dirname(process.execPath), '/lib', '/lib64', '/usr/lib'].map((path) => `      - "${path}:${path}:ro"\n`).join('')}`;

if (isWholeLadder)
  test(
    'the sample climbs its whole ladder in Compose by its workflows',
    { skip, timeout: 60 * minutes },
    async (t) => await climbSampleLadder(await createWorld(t)),
  );

test('the sample climbs in Compose through its workflows: what was rehearsed is promoted, and another server behind a tag is noticed', {
  skip,
  timeout: 45 * minutes,
}, async (t) => {
  const world = await createWorld(t);
  const marked = await world.staged('mark-disposable', '--confirm', world.stagingData);
  assert.equal(marked.exitCode, 0, marked.stderr);
  const climbed = await world.run({ target: '1.1.4' });
  assert.equal(climbed.exitCode, 0, JSON.stringify(annotationsOf(climbed), undefined, 2));
  assert.deepEqual(jobsOf(climbed), allWell(inWindow));
  assert.match(await world.version(), /^1\.1\.4-/);
  const placed = (await world.journal()).filter((entry) => isOf(entry, 'put-in-place'));
  const artifacts = placed.map(({ event }) => (event.type === 'put-in-place' ? event.artifacts : undefined));
  assert.ok(artifacts.length > 1 && artifacts[0]?.[0]?.name === 'sample-records:1.1.4');
  for (const each of artifacts) assert.deepEqual(each, artifacts[0], 'staging and production have the same image');
  assert.doesNotMatch(climbed.shown + climbed.stderr, new RegExp(world.secrets.join('|')));

  const lying = await world.staged('climb', '--yes', '--target', '1.2.1');
  assert.equal(lying.exitCode, 1, lying.stdout);
  assert.match(lying.stderr, /1\.1\.4 answers on staging: healthy, and unchanged for .* 1\.2\.1 does not/);
  assert.match(await world.version(), /^1\.1\.4-/, 'production was not touched');
});

test('a tag that is moved between rehearsal and promotion: production keeps what it runs', {
  skip,
  timeout: 45 * minutes,
}, async (t) => {
  const world = await createWorld(t);
  assert.equal((await world.staged('mark-disposable', '--confirm', world.stagingData)).exitCode, 0);
  const rehearsed = await world.staged('rehearse', '--target', '1.1.4');
  assert.equal(rehearsed.exitCode, 0, `${rehearsed.stdout}\n${rehearsed.stderr}`);
  const moved = await imageOf('1.1.4');
  await engine.image('sample-records:1.1.4', { ...moved, files: { ...moved.files, 'app/other': 'built again' } });
  t.after(async () => await engine.image('sample-records:1.1.4', await imageOf('1.1.4')));
  const climbed = await world.staged('climb', '--yes', '--target', '1.1.4');
  assert.equal(climbed.exitCode, 1, climbed.stdout);
  assert.match(
    climbed.stderr,
    /The image "sample-records:1\.1\.4" is sha256:\S+ now, and was sha256:\S+ when it was rehearsed/,
  );
  assert.match(climbed.stderr, /Nothing was stopped\. Now records runs sample-records:1\.0\.2 \(healthy\)\./);
  assert.match(await world.version(), /^1\.0\.2-/);
});

interface World {
  readonly stagingData: string;
  readonly secrets: readonly string[];
  /** Runs the workflows that `init` writes for it. */
  run(inputs: Readonly<Record<string, string>>): Promise<ActRun>;
  staged(...args: readonly string[]): Promise<ProcessResult>;
  journal(): Promise<readonly Entry[]>;
  /** What production says that it is. */
  version(): Promise<string>;
}

/** The example as a user has it, with production at 1.0.2 in Compose. */
async function createWorld(t: TestContext): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-compose-'));
  const repository = join(folder, 'repository');
  await cp(join(root, 'examples/compose'), repository, { recursive: true });
  await writeFile(join(repository, 'machine.yml'), machine);
  const system = `records-${process.pid}-${Date.now() % 100_000}`;
  const file = join(repository, '.github/staged-upgrade.yml');
  const configuration = parseDocument(await readFile(file, 'utf8'));
  configuration.set('system', system);
  configuration.set('start-timeout', '10m');
  configuration.setIn(['journal', 'store'], { folder: { path: '${JOURNAL}' } });
  for (const side of ['production', 'staging']) {
    configuration.setIn(['environments', side, 'deploy', 'compose', 'file'], ['compose.yml', 'machine.yml']);
    configuration.setIn(['environments', side, 'deploy', 'compose', 'ready'], { stable: '500ms' });
  }
  await writeFile(file, configuration.toString());
  const tokens = { production: plainCanary('the token of production'), staging: plainCanary('the token of staging') };
  const variables: Record<string, string> = {
    SAMPLE_BACKUPS: join(folder, 'backups'),
    JOURNAL: join(folder, 'journal'),
  };
  for (const side of ['production', 'staging'] as const) {
    const prefix = `SAMPLE_${side.toUpperCase()}`;
    variables[`${prefix}_STATE`] = join(folder, side);
    variables[`${prefix}_PORT`] = String(await freePort());
    variables[`${prefix}_ADMIN_TOKEN`] = tokens[side].value;
    await mkdir(join(folder, side));
  }
  const port = Number(variables.SAMPLE_PRODUCTION_PORT);
  // Its records are made before anybody thinks of containers.
  const program = join(root, 'examples/sample');
  for (const side of ['production', 'staging'] as const) {
    const own = Number(variables[`SAMPLE_${side.toUpperCase()}_PORT`]);
    const server = sampleServer({ program, folder: join(folder, side), port: own, token: tokens[side].value });
    await server.climb('1.0.2');
    if (side === 'production') await server.seed(60);
    await server.stop();
  }
  const environment = { ...engine.environment, ...variables };
  const compose = async (side: 'production' | 'staging', ...args: readonly string[]): Promise<void> => {
    const prefix = `SAMPLE_${side.toUpperCase()}`;
    const own = {
      SAMPLE_TAG: '1.0.2',
      SAMPLE_STATE: variables[`${prefix}_STATE`] ?? '',
      SAMPLE_PORT: variables[`${prefix}_PORT`] ?? '',
      SAMPLE_TOKEN: variables[`${prefix}_ADMIN_TOKEN`] ?? '',
    };
    const files = ['--file', 'compose.yml', '--file', 'machine.yml'];
    const ended = await systemProcesses.run({
      argv: ['docker', 'compose', ...files, '--project-name', `${system}-${side}`, ...args],
      directory: repository,
      environment: { ...environment, ...own },
    });
    assert.equal(ended.exitCode, 0, ended.stderr);
  };
  t.after(async () => {
    for (const side of ['production', 'staging'] as const) await compose(side, 'down', '--timeout', '1');
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  await compose('production', 'up', '--detach', '--wait', '--pull', 'never');
  const journal = folderJournal(variables.JOURNAL ?? '', { system, run: terminalRun() }, systemClock);
  const cli: World['staged'] = async (...args) =>
    await systemProcesses.run({
      argv: [process.execPath, await builtCli(), ...args],
      directory: repository,
      environment: { ...environment, PATH: `${dirname(process.execPath)}:${engine.environment.PATH}` },
    });
  return {
    stagingData: join(folder, 'staging', 'records.sqlite'),
    secrets: Object.values(tokens).map(({ value }) => value),
    run: async (inputs) => {
      const { HOME: _home, ...reached } = engine.environment;
      const workflows = await exampleWorkflows(t, { repository, staged: cli, variables, environment: reached });
      return await workflows.run(inputs);
    },
    staged: async (...args) => await cli(...args, '--config', '.github/staged-upgrade.yml'),
    journal: async () => await journal.read(),
    version: async () => {
      const answer: unknown = await (await fetch(`http://127.0.0.1:${port}/version`)).json();
      return typeof answer === 'object' && answer !== null && 'version' in answer ? String(answer.version) : '';
    },
  };
}
