import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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
import { missingKubernetes, startCluster, type TestCluster } from '../support/kubernetes/cluster.ts';
import { freePort } from '../support/ports.ts';
import { missingPostgres } from '../support/postgres.ts';
import { builtCli } from '../support/program.ts';
import { need } from '../support/tools.ts';
import { allWell, exampleWorkflows, inWindow } from './example-workflows.ts';
import { helmVariables, inHelm } from './medplum-in-helm.ts';
import { createMedplumWorld } from './medplum-world.ts';
import { climbSampleLadder, sampleLadder } from './sample-ladder.ts';
import { annotationsOf, jobsOf } from './sample-run.ts';
import { sampleServer } from './sample-server.ts';
import { isWholeLadder } from './whole-ladder.ts';

const root = resolve(import.meta.dirname, '../..');
const program = join(root, 'examples/sample');
const minutes = 60_000;
const missing = await missingKubernetes();
const withoutPostgres = await missingPostgres();
const skip = missing ?? need('act').skip;
const sides = ['production', 'staging'] as const;
let cluster: TestCluster;

/** 1.2.1 was pushed with the content of another tag: its name alone does not show it. */
const pushed = [
  ['1.0.2', '1.0.2'],
  ['1.1.4', '1.1.4'],
  ['1.2.1', '1.1.4'],
] as const;

before(
  async () => {
    if (missing !== undefined) return;
    cluster = await startCluster();
    for (const [tag, version] of isWholeLadder ? sampleLadder.map((each) => [each, each] as const) : pushed) {
      cluster.images.set(`sample-records:${tag}`, {
        command: [process.execPath, join(program, 'server/main.mjs')],
        variables: { SAMPLE_VERSION: version, SAMPLE_MIGRATION_PAUSE: '1' },
      });
    }
  },
  { timeout: 15 * minutes },
);
after(async () => await cluster?.stop());

if (isWholeLadder)
  test(
    'the sample climbs its whole ladder in Kubernetes by its workflows',
    { skip, timeout: 60 * minutes },
    async (t) => await climbSampleLadder(await createWorld(t)),
  );

test('the sample climbs in Kubernetes through its workflows: what was rehearsed is promoted, and another server behind a tag is noticed', {
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
  assert.deepEqual(
    artifacts[0]?.map(({ name }) => name),
    ['chart sample-records 1.0.0', 'sample-records:1.1.4'],
  );
  assert.ok(artifacts.length > 1);
  for (const each of artifacts) assert.deepEqual(each, artifacts[0], 'staging and production have the same image');
  assert.doesNotMatch(climbed.shown + climbed.stderr, new RegExp(world.secrets.join('|')));

  const lying = await world.staged('climb', '--yes', '--target', '1.2.1');
  assert.equal(lying.exitCode, 1, lying.stdout);
  assert.match(lying.stderr, /1\.1\.4 answers on staging: healthy, and unchanged for .* 1\.2\.1 does not/);
  assert.match(await world.version(), /^1\.1\.4-/, 'production was not touched');

  const back = await world.staged('rollback', '--hop', '1.0.2--1.1.4');
  assert.notEqual(back.exitCode, 0, 'its data was migrated');
  assert.match(back.stderr, /1\.0\.2 must not simply be deployed again: the migrations of 1\.1\.4 were started/);
  assert.match(await world.version(), /^1\.1\.4-/);
});

test('Medplum in Kubernetes: the variable that defers migrations reaches the pods, and the window is used', {
  skip: missing ?? withoutPostgres ?? false,
  timeout: 45 * minutes,
}, async (t) => {
  const variables = missing === undefined ? await helmVariables(cluster) : {};
  const world = await createMedplumWorld(t, { release: '4.2.6', scale: 0.002, environment: variables });
  await inHelm(world, cluster, { from: '4.2.6', charts: ['4.2.6', '4.3.15'] });
  for (const [name, confirm] of [
    ['records', 'medplum'],
    ['binary', join(world.folder, 'staging/binary')],
  ] as const) {
    const marked = await world.staged('mark-disposable', '--data', name, '--confirm', confirm);
    assert.equal(marked.exitCode, 0, marked.stderr);
  }
  await world.configure(['gates'], { production: 'none', finalize: 'environment' });
  const config = ['--config', '.github/staged-upgrade.yml'] as const;
  const opened = await world.staged('climb', '--target', '4.3.15', ...config);
  assert.equal(opened.exitCode, 3, `${opened.stdout}\n${opened.stderr}`);
  assert.deepEqual(await world.production.seen(), { version: '4.3.15', data: 12 }, 'nothing has started by itself');
  const climbed = await world.staged('climb', '--yes', '--target', '4.3.15', ...config);
  assert.equal(climbed.exitCode, 0, `${climbed.stdout}\n${climbed.stderr}`);
  assert.deepEqual(await world.production.seen(), { version: '4.3.15', data: 28 });
  const placed = (await world.journal()).filter((entry) => isOf(entry, 'put-in-place')).at(-1);
  assert.deepEqual(
    placed?.event.type === 'put-in-place' ? placed.event.artifacts?.map(({ name }) => name) : undefined,
    ['chart medplum 4.3.15', 'medplum/medplum-server:4.3.15'],
  );
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

/** The example as a user has it, with production at 1.0.2 in the cluster. */
async function createWorld(t: TestContext): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-helm-'));
  const repository = join(folder, 'repository');
  await cp(join(root, 'examples/helm'), repository, { recursive: true });
  const system = `records-${process.pid}`;
  const file = join(repository, '.github/staged-upgrade.yml');
  const configuration = parseDocument(await readFile(file, 'utf8'));
  configuration.set('system', system);
  configuration.set('start-timeout', '10m');
  configuration.setIn(['journal', 'store'], { folder: { path: '${JOURNAL}' } });
  const variables: Record<string, string> = {
    SAMPLE_BACKUPS: join(folder, 'backups'),
    JOURNAL: join(folder, 'journal'),
  };
  const tokens = { production: plainCanary('the token of production'), staging: plainCanary('the token of staging') };
  for (const side of sides) {
    const prefix = `SAMPLE_${side.toUpperCase()}`;
    variables[`${prefix}_STATE`] = join(folder, side);
    variables[`${prefix}_PORT`] = String(await freePort());
    variables[`${prefix}_ADMIN_TOKEN`] = tokens[side].value;
    variables[`${prefix}_KUBECONFIG`] = await readFile(cluster.kubeconfig, 'utf8');
    // A pod of the test is a process, whose folders are those of the machine.
    const helm = ['environments', side, 'deploy', 'helm'];
    configuration.setIn([...helm, 'set', 'data.mountPath'], `\${${prefix}_STATE}`);
    configuration.setIn([...helm, 'ready'], { stable: '500ms' });
    await mkdir(join(folder, side));
    // Its records are made before anybody thinks of a cluster.
    const server = sampleServer({
      program,
      folder: join(folder, side),
      port: Number(variables[`${prefix}_PORT`]),
      token: tokens[side].value,
    });
    await server.climb('1.0.2');
    if (side === 'production') await server.seed(60);
    await server.stop();
    await cluster.kubectl('create', 'namespace', `${system}-${side}`);
  }
  await writeFile(file, configuration.toString());
  const values = {
    image: { tag: '1.0.2' },
    token: tokens.production.value,
    data: { hostPath: join(folder, 'production'), mountPath: join(folder, 'production') },
    service: { nodePort: Number(variables.SAMPLE_PRODUCTION_PORT) },
  };
  await writeFile(join(folder, 'by-hand.json'), JSON.stringify(values));
  await cluster.helm(
    ...['install', system, join(repository, 'chart'), `--namespace=${system}-production`, '--wait', '--timeout=600s'],
    ...[`--values=${join(folder, 'by-hand.json')}`],
  );
  t.after(async () => {
    for (const side of sides) await cluster.kubectl('delete', 'namespace', `${system}-${side}`, '--wait=false');
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  const { PATH } = cluster.environment;
  const environment = { ...cluster.environment, ...variables, KUBECONFIG: '/nowhere' };
  const journal = folderJournal(variables.JOURNAL ?? '', { system, run: terminalRun() }, systemClock);
  const cli: World['staged'] = async (...args) =>
    await systemProcesses.run({
      argv: [process.execPath, await builtCli(), ...args],
      directory: repository,
      environment: { ...environment, PATH: `${dirname(process.execPath)}:${PATH ?? ''}` },
    });
  return {
    stagingData: join(folder, 'staging', 'records.sqlite'),
    secrets: Object.values(tokens).map(({ value }) => value),
    run: async (inputs) => {
      const reached = { KUBECONFIG: '/nowhere', HELM_CACHE_HOME: join(folder, 'helm'), PATH: PATH ?? '' };
      const workflows = await exampleWorkflows(t, { repository, staged: cli, variables, environment: reached });
      return await workflows.run(inputs);
    },
    staged: async (...args) => await cli(...args, '--config', '.github/staged-upgrade.yml'),
    journal: async () => await journal.read(),
    version: async () => {
      const answer: unknown = await (
        await fetch(`http://127.0.0.1:${variables.SAMPLE_PRODUCTION_PORT ?? ''}/version`)
      ).json();
      return typeof answer === 'object' && answer !== null && 'version' in answer ? String(answer.version) : '';
    },
  };
}
