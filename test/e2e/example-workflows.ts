import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type ActRun, createActRepository } from '../support/act.ts';
import { plainCanary } from '../support/canary.ts';
import { startGitHub } from '../support/github-api/server.ts';
import { need } from '../support/tools.ts';
import { actionsIn, exportSources, protectedBy } from './action-for-act.ts';

/** act's parser does not know that an environment can be used without a record of a deployment. */
const edits = ['hop.yml', 'upgrade.yml', 'upgrade.yml', 'upgrade.yml', 'upgrade.yml'].map(
  (file) => `${file}: environment: deployment: false removed`,
);

export interface ExampleWorkflows {
  /** Runs `upgrade.yml` as a person starts it; both gates are approved. */
  run(inputs: Readonly<Record<string, string>>): Promise<ActRun>;
}

export interface ExampleOptions {
  /** A repository whose workflows were written for the `action` of action-for-act.ts. */
  readonly repository: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly isSecret: (name: string) => boolean;
  /** What the runner's machine has in its environment; its PATH too, where it is not that of this process. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The workflows of an example in a real workflow runner, with the action as the sources are now. */
export async function exampleWorkflows(t: TestContext, options: ExampleOptions): Promise<ExampleWorkflows> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-action-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await exportSources(folder);
  const token = plainCanary('GITHUB_TOKEN').value;
  const github = await startGitHub(protectedBy('release-engineer', token));
  t.after(() => github[Symbol.asyncDispose]());
  const contents = options.repository;
  const { PATH: path, ...environment } = options.environment;
  const act = need('act').path;
  const repository = await createActRepository({ act, contents, edits, actions: actionsIn(folder), path });
  t.after(() => repository.remove());
  const { variables, isSecret } = options;
  const chosen = (areSecret: boolean): Record<string, string> =>
    Object.fromEntries(Object.entries(variables).filter(([name]) => isSecret(name) === areSecret));
  return {
    run: async (inputs) =>
      await repository.run({
        workflow: 'upgrade.yml',
        inputs,
        variables: chosen(false),
        secrets: { ...chosen(true), GITHUB_TOKEN: token },
        environment: { ...environment, GITHUB_API_URL: github.url, ARTIFACTS: join(folder, 'artifacts') },
      }),
  };
}

/** What each job of a hop ends as, where all is well. */
export const wholeHop = [
  'Plan',
  ...['Read production', 'Rehearse on staging', 'Promote to production', 'Migrate production'].map(
    (job) => `1 of 1: ${job}`,
  ),
  'Report',
].map((job) => `${job}: success`);
