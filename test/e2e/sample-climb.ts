import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, type TestContext } from 'node:test';
import { type ProcessResult, systemProcesses } from '../../src/world/processes/process.ts';
import { type ActRun, type ActRunRequest, createActRepository } from '../support/act.ts';
import { editsOfInit } from '../support/act-render.ts';
import { assertNoCanary, canary, plainCanary } from '../support/canary.ts';
import { startGitHub } from '../support/github-api/server.ts';
import type { World } from '../support/github-api/world.ts';
import { freePort } from '../support/ports.ts';
import { builtCli } from '../support/program.ts';
import { need } from '../support/tools.ts';
import { action, actionsIn, exportSources, protectedBy } from './action-for-act.ts';
import { jobsOf } from './sample-run.ts';
import { type SampleServer, sampleServer } from './sample-server.ts';

const root = resolve(import.meta.dirname, '../..');

export interface SampleClimb {
  readonly production: SampleServer;
  readonly staging: SampleServer;
  /** Runs `upgrade.yml`, or another file of `.github/workflows`, as a person starts it. */
  run(inputs?: Readonly<Record<string, string>>, workflow?: string): Promise<ActRun>;
  /** The same, started by its schedule. */
  runBySchedule(): Promise<ActRun>;
  /** The journal as people read it: one line an entry, oldest first. */
  journal(): Promise<readonly string[]>;
  /** A file of `.github`. */
  read(file: string): Promise<string>;
  /** Changes a file of `.github`, or adds one. */
  edit(file: string, change: (text: string) => string): Promise<void>;
  /** Adds a line to the configuration. */
  configure(line: string): Promise<void>;
  /** GitHub as the workflows see it. */
  readonly github: { readonly world: World; readonly requests: readonly unknown[] };
  /** The names of the files that the runs left as artifacts. */
  artifacts(): Promise<readonly string[]>;
  /** The ids of the backups in the store. */
  backups(): Promise<readonly string[]>;
}

export interface SampleStart {
  /** The releases that production ran one after the other; the last one is what it runs now. */
  readonly ran: readonly [string, ...string[]];
  readonly records: number;
  /** Further flags of `init`. */
  readonly flags?: readonly string[];
  /** False where staging is not marked as disposable yet. */
  readonly isMarked?: false;
  /** What a person changes in the configuration before the workflows are written again. */
  readonly configuration?: (text: string) => string;
  /** Besides those of the sample. */
  readonly values?: {
    readonly variables: Readonly<Record<string, string>>;
    readonly secrets: Readonly<Record<string, string>>;
    readonly environment: Readonly<Record<string, string>>;
  };
  /** How the gates are set; by default both ask the reviewers of an environment. */
  readonly gates?: 'dispatch';
}

const usualStart: SampleStart = { ran: ['1.0.2'], records: 60 };

/** Makes the body of a test that has a repository as `init` writes it for the sample, two real servers and the workflows. */
export type WithSample = (
  body: (sample: SampleClimb, test: TestContext) => Promise<void>,
  start?: SampleStart | (() => Promise<SampleStart>),
) => (test: TestContext) => Promise<void>;

/** To be called in the suite whose tests use it: the action is made there once, from the sources as they are now. */
export function sampleClimbs(): WithSample {
  let exported = '';
  before(async () => {
    exported = await mkdtemp(join(tmpdir(), 'staged-upgrade-action-'));
    await exportSources(exported);
  });
  after(() => rm(exported, { recursive: true, force: true }));
  return (body, start = usualStart) =>
    async (test) => {
      const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-sample-'));
      const ends: (() => PromiseLike<unknown>)[] = [() => rm(folder, { recursive: true, force: true, maxRetries: 3 })];
      test.after(async () => {
        const failures: unknown[] = [];
        for (const end of ends.toReversed()) await end().then(undefined, (error: unknown) => failures.push(error));
        if (failures.length > 0) throw new AggregateError(failures, 'What the test started did not end.');
      });
      const chosen = typeof start === 'function' ? await start() : start;
      await body(await createSample(folder, exported, chosen, (end) => ends.push(end)), test);
    };
}

async function createSample(
  folder: string,
  exported: string,
  start: SampleStart,
  atEnd: (end: () => PromiseLike<unknown>) => void,
): Promise<SampleClimb> {
  const secrets = {
    production: canary('SAMPLE_PRODUCTION_ADMIN_TOKEN'),
    staging: canary('SAMPLE_STAGING_ADMIN_TOKEN'),
    github: plainCanary('GITHUB_TOKEN'),
  };
  const contents = join(folder, 'contents');
  await cp(join(root, 'examples', 'sample'), contents, {
    recursive: true,
    filter: (path) => !path.endsWith('.github'),
  });
  await init(contents, start.flags ?? []);
  if (start.gates !== undefined) await setGates(contents, start.gates);
  if (start.configuration !== undefined) await changeConfiguration(contents, start.configuration);
  const github = await startGitHub(protectedBy('release-engineer', secrets.github.value));
  atEnd(() => github[Symbol.asyncDispose]());
  const repository = await createActRepository({
    act: need('act').path,
    contents,
    edits: editsOfInit,
    actions: actionsIn(exported),
  });
  atEnd(() => repository.remove());

  const server = async (side: 'production' | 'staging'): Promise<SampleServer> => {
    const state = join(folder, side);
    await mkdir(state);
    const settings = { program: contents, folder: state, port: await freePort(), token: secrets[side].value };
    const made = sampleServer(settings);
    atEnd(() => made.stop());
    return made;
  };
  const production = await server('production');
  const staging = await server('staging');
  const [first, ...later] = start.ran;
  await production.climb(first);
  await production.seed(start.records);
  await production.climb(...later);

  const backups = join(folder, 'backups');
  const artifacts = join(folder, 'artifacts');
  const variables = {
    SAMPLE_BACKUPS: backups,
    SAMPLE_PRODUCTION_STATE: production.folder,
    SAMPLE_PRODUCTION_PORT: String(production.port),
    SAMPLE_STAGING_STATE: staging.folder,
    SAMPLE_STAGING_PORT: String(staging.port),
    ...start.values?.variables,
  };
  const home = join(dirname(repository.folder), 'home');
  const git = (...args: readonly string[]): Promise<ProcessResult> =>
    succeed({ argv: ['git', ...args], directory: repository.remote, environment: { PATH: process.env.PATH ?? '' } });
  const shown: Record<string, string> = {};
  const noSecretAnywhere = async (): Promise<void> => {
    const history = (await git('log', '--patch', '--all')).stdout;
    const folders = [production.folder, staging.folder, repository.folder, home, join(dirname(home), 'tmp')];
    for (const made of [backups, artifacts]) if (await exists(made)) folders.push(made);
    await assertNoCanary(Object.values(secrets), { folders, texts: { ...shown, 'the journal': history } });
  };
  const own = (file: string): string => join(repository.folder, '.github', file);
  const read = (file: string): Promise<string> => readFile(own(file), 'utf8');
  const edit = async (file: string, change: (text: string) => string): Promise<void> => {
    const text = await read(file).catch(() => '');
    assert.notEqual(change(text), text, `${file} does not have what was to be changed.`);
    await writeFile(own(file), change(text));
  };
  const runAs = async (what: Pick<ActRunRequest, 'workflow' | 'event' | 'job' | 'inputs'>): Promise<ActRun> => {
    const run = await repository.run({
      ...what,
      variables,
      secrets: {
        SAMPLE_PRODUCTION_ADMIN_TOKEN: secrets.production.value,
        SAMPLE_STAGING_ADMIN_TOKEN: secrets.staging.value,
        GITHUB_TOKEN: secrets.github.value,
        ...start.values?.secrets,
      },
      environment: {
        SAMPLE_MIGRATION_PAUSE: '1',
        GITHUB_API_URL: github.url,
        ARTIFACTS: artifacts,
        ...start.values?.environment,
      },
      unmasked: true,
    });
    const name = `run ${Object.keys(shown).length + 1} (${what.workflow})`;
    shown[name] = run.shown + run.stderr;
    await noSecretAnywhere();
    return run;
  };
  if (start.isMarked !== false) {
    const confirm = join(await realpath(staging.folder), 'records.sqlite');
    // Where the plan is skipped, act gives the matrix that needs it an output that is not a JSON; GitHub evaluates no matrix there.
    const inputs = { operation: 'mark-disposable', confirm };
    const marked = await runAs({ workflow: 'upgrade.yml', job: 'mark', inputs });
    assert.equal(marked.exitCode, 0, `${marked.shown}\n${marked.stderr}`);
    assert.deepEqual(jobsOf(marked), ['Mark staging as disposable: success']);
  }
  return {
    github,
    production,
    staging,
    run: (inputs = {}, workflow = 'upgrade.yml') => runAs({ workflow, inputs }),
    runBySchedule: () => runAs({ workflow: 'upgrade.yml', event: 'schedule' }),
    journal: async () =>
      (await git('log', '--reverse', '--format=%s', 'staged-upgrade-journal')).stdout.trim().split('\n'),
    read,
    edit,
    configure: (line) => edit('staged-upgrade.yml', (text) => `${text}${line}\n`),
    artifacts: async () => ((await exists(artifacts)) ? await readdir(artifacts) : []),
    backups: async () => ((await exists(backups)) ? await readdir(backups) : []),
  };
}

/** What a user does, with the real command. */
async function init(folder: string, more: readonly string[]): Promise<void> {
  await runCli(folder, ['init', '--product', 'sample', '--action', action, ...more]);
}

async function setGates(folder: string, setting: string): Promise<void> {
  await changeConfiguration(folder, (text) => text.replaceAll(': environment', `: ${setting}`));
}

async function changeConfiguration(folder: string, change: (text: string) => string): Promise<void> {
  const file = join(folder, '.github', 'staged-upgrade.yml');
  await writeFile(file, change(await readFile(file, 'utf8')));
  await runCli(folder, ['init', '--update']);
}

async function runCli(directory: string, parameters: readonly string[]): Promise<void> {
  const argv = [process.execPath, await builtCli(), ...parameters] as const;
  await succeed({ argv, directory, environment: { PATH: process.env.PATH ?? '' } });
}

async function succeed(request: Parameters<typeof systemProcesses.run>[0]): Promise<ProcessResult> {
  const ended = await systemProcesses.run(request);
  assert.equal(ended.exitCode, 0, `${request.argv.join(' ')}: ${ended.stderr}`);
  return ended;
}

async function exists(folder: string): Promise<boolean> {
  return await readdir(folder).then(
    () => true,
    () => false,
  );
}
