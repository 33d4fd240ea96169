import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActRun, createActRepository } from '../support/act.ts';
import { editsOfInit } from '../support/act-render.ts';
import { type Canary, plainCanary } from '../support/canary.ts';
import { type KeptCommit, keptFiles } from '../support/github-api/kept-files.ts';
import { startGitHub } from '../support/github-api/server.ts';
import { need } from '../support/tools.ts';
import { action, actionsIn, exportSources, protectedBy } from './action-for-act.ts';

export interface ExampleWorkflows {
  /** What the branch holds: each job checks it out as it is then. */
  readonly folder: string;
  /** The bare repository that `origin` leads to. */
  readonly remote: string;
  /** Of GitHub, in every job. */
  readonly token: Canary;
  /** Runs a workflow as a person starts it; all gates are approved. Secrets are shown, so that a test can search for them. */
  run(inputs: Readonly<Record<string, string>>, how?: HowRun): Promise<ActRun>;
  /** Confirms, in the job for that purpose, that what a store of staging holds may be emptied. */
  mark(data: string, confirm: string): Promise<void>;
}

export interface HowRun {
  /** Default: `upgrade.yml`. */
  readonly workflow?: string;
  readonly job?: string;
  /** Of this run alone. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface ExampleOptions {
  readonly repository: string;
  /** `staged-upgrade` in that repository, which writes the workflows. */
  readonly staged: (...words: readonly string[]) => Promise<{ readonly exitCode: number | undefined }>;
  /** What is set in the repository on GitHub: secrets are those that its workflows read as such. */
  readonly variables: Readonly<Record<string, string>>;
  /** The environment of the runner's machine; its PATH too, if that is not this process's. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Called with each file that a job has committed; without it, none can. */
  readonly onCommit?: (commit: KeptCommit) => void;
}

/** The workflows of an example in a real workflow runner, with the action as the sources are now. */
export async function exampleWorkflows(
  t: { after(end: () => Promise<void>): void },
  { repository: contents, staged, variables, environment = {}, onCommit }: ExampleOptions,
): Promise<ExampleWorkflows> {
  const written = await staged('init', '--update', '--action', action);
  assert.equal(written.exitCode, 0, JSON.stringify(written));
  const exported = await mkdtemp(join(tmpdir(), 'staged-upgrade-action-'));
  t.after(() => rm(exported, { recursive: true, force: true }));
  await exportSources(exported);
  const { PATH: path, ...reached } = environment;
  const request = { act: need('act').path, contents, edits: editsOfInit, actions: actionsIn(exported), path };
  const { folder, remote, ...repository } = await createActRepository(request);
  t.after(() => repository.remove());
  const token = plainCanary('GITHUB_TOKEN');
  const interrupt = onCommit === undefined ? {} : { interrupt: keptFiles(folder, onCommit) };
  const github = await startGitHub(protectedBy('release-engineer', token.value), interrupt);
  t.after(async () => await github[Symbol.asyncDispose]());

  const secret = await secretsIn(join(folder, '.github/workflows'));
  const chosen = (areSecret: boolean): Record<string, string> =>
    Object.fromEntries(Object.entries(variables).filter(([name]) => secret.has(name) === areSecret));
  const run: ExampleWorkflows['run'] = async (inputs, how = {}) =>
    await repository.run({
      workflow: how.workflow ?? 'upgrade.yml',
      inputs,
      ...(how.job !== undefined && { job: how.job }),
      variables: chosen(false),
      secrets: { ...chosen(true), GITHUB_TOKEN: token.value },
      environment: {
        ...reached,
        GITHUB_API_URL: github.url,
        ARTIFACTS: join(exported, 'artifacts'),
        ...how.environment,
      },
      unmasked: true,
    });
  return {
    ...{ folder, remote, token, run },
    mark: async (data, confirm) => {
      const marked = await run({ operation: 'mark-disposable', data, confirm }, { job: 'mark' });
      assert.equal(marked.exitCode, 0, `${marked.shown}\n${marked.stderr}`);
    },
  };
}

/** The names of all secrets that workflows read. */
async function secretsIn(folder: string): Promise<ReadonlySet<string>> {
  const texts = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')));
  return new Set([...texts.join('\n').matchAll(/\bsecrets\.(\w+)/g)].map(([, name = '']) => name));
}

/** The jobs of a hop: with a rollback window and its second gate, without one, and with staging waived. */
export const inWindow = ['Read production', 'Rehearse on staging', 'Promote to production', 'Migrate production'];
export const withoutWindow = inWindow.slice(0, 3);
export const withoutStaging = ['Read production', 'Promote to production'];

/** How each job ends, if all goes well. @param hops the jobs of each */
export function allWell(...hops: readonly (readonly string[])[]): string[] {
  const legs = hops.flatMap((jobs, index) => jobs.map((job) => `${index + 1} of ${hops.length}: ${job}`));
  return ['Plan', ...legs, 'Report'].map((job) => `${job}: success`);
}
