import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ProcessResult, systemProcesses } from '../../src/world/processes/process.ts';
import { renderForAct, runnerLabels } from './act-render.ts';
import { type ActJob, readActResults } from './act-results.ts';

export interface ActRepositoryRequest {
  /** The act program. */
  readonly act: string;
  /** A folder with `.github/workflows` and whatever else the repository holds. It is copied. */
  readonly contents: string;
  /** What may be changed for act's parser, as `renderForAct` names it: any other change fails the test. */
  readonly edits: readonly string[];
  /** What each `uses:` of another repository stands for: exact reference → folder with action.yml. Nothing is fetched. */
  readonly actions: Readonly<Record<string, string>>;
  /** The PATH of the runner's machine; left out, that of this process. */
  readonly path?: string | undefined;
}

export interface ActRepository {
  readonly folder: string;
  /** The bare repository that `origin` leads to, in steps too: what they push arrives here. */
  readonly remote: string;
  run(request: ActRunRequest): Promise<ActRun>;
  remove(): Promise<void>;
}

export interface ActRunRequest {
  /** The file in .github/workflows. */
  readonly workflow: string;
  /** Default: `workflow_dispatch`. */
  readonly event?: string;
  /** What GitHub sends with the event, beside what act fills in itself. */
  readonly payload?: object;
  /** Only this job of the workflow. Default: all whose `if:` is true. */
  readonly job?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** The environment of every step, over the defaults: GITHUB_RUN_ID counts up, GITHUB_API_URL leads nowhere. */
  readonly environment?: Readonly<Record<string, string>>;
  /** True shows what the steps printed unmasked, so that a test can search it for secrets. */
  readonly unmasked?: boolean;
  /** Only against hanging. Default: three quarters of an hour. */
  readonly timeoutMilliseconds?: number;
}

export interface ActRun {
  readonly exitCode: number | undefined;
  /** The jobs that act reports, in the order in which they started. A job whose `if:` was false is not among them. */
  readonly jobs: readonly ActJob[];
  /** All that the steps showed: printed lines, annotations, outputs, summaries. */
  readonly shown: string;
  /** What act itself prints on stderr, such as why it rejects a workflow. */
  readonly stderr: string;
}

/** What an action's repository must contain to be run: act copies the folder for each step, so it should be small. */
export async function exportAction(repository: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(join(repository, 'action.yml'), join(folder, 'action.yml'));
  await cp(join(repository, 'dist'), join(folder, 'dist'), { recursive: true });
}

/** A repository of its own in a temporary folder, whose workflows act runs on this machine, without containers. */
export async function createActRepository(request: ActRepositoryRequest): Promise<ActRepository> {
  const sandbox = await mkdtemp(join(tmpdir(), 'staged-upgrade-act-'));
  const [folder, remote, home] = [join(sandbox, 'repository'), join(sandbox, 'origin.git'), join(sandbox, 'home')];
  const environment = { PATH: stepsPath(request.path), HOME: home, NO_COLOR: '1', TMPDIR: join(sandbox, 'tmp') };
  await Promise.all([home, environment.TMPDIR].map((path) => mkdir(path)));
  await cp(request.contents, folder, { recursive: true });
  await writeFile(join(home, '.gitconfig'), leadOriginTo(remote));
  const labels = await renderWorkflows(folder, request.edits).catch(async (error: unknown) => {
    await rm(sandbox, { recursive: true });
    throw error;
  });

  const git = async (...args: string[]): Promise<void> => {
    const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
    const ended = await systemProcesses.run({ argv: ['git', ...author, ...args], directory: folder, environment });
    assert.equal(ended.exitCode, 0, `git ${args.join(' ')}: ${ended.stderr}`);
  };
  await git('init', '--quiet', '--bare', remote);
  await git('init', '--quiet', '--initial-branch=main');
  await git('remote', 'add', 'origin', `${origin}.git`);
  await git('add', '--all', '--force');
  await git('commit', '--quiet', '--message=Start');
  await git('push', '--quiet', 'origin', 'main');

  let runs = 0;
  return {
    folder,
    remote,
    remove: () => rm(sandbox, { recursive: true, force: true, maxRetries: 3 }),
    run: async (run) => {
      runs += 1;
      const values = {
        'input-file': run.inputs ?? {},
        'secret-file': { GITHUB_TOKEN: 'ghs_0000000000000000000000000000000000000', ...run.secrets },
        'var-file': run.variables ?? {},
        'env-file': { ...unreachable, GITHUB_RUN_ID: String(7000 + runs), GITHUB_RUN_ATTEMPT: '1', ...run.environment },
      };
      const files = await writeValues(join(sandbox, `run-${runs}`), values);
      const lines: string[] = [];
      const ended = await systemProcesses.run({
        argv: [
          request.act,
          run.event ?? 'workflow_dispatch',
          ...['--workflows', `.github/workflows/${run.workflow}`, '--json', '--rm', '--no-cache-server'],
          ...(run.job === undefined ? [] : ['--job', run.job]),
          ...(run.payload === undefined ? [] : ['--eventpath', await payloadFile(sandbox, run.payload)]),
          // More at once would interleave jobs of a matrix that the workflow wants one after the other.
          ...['--concurrent-jobs', '1', '--action-cache-path', join(sandbox, 'actions')],
          ...labels.flatMap((label) => ['--platform', `${label}=-self-hosted`]),
          ...Object.entries(request.actions).flatMap(([uses, from]) => ['--local-repository', `${uses}=${from}`]),
          ...files,
          ...(run.unmasked ? ['--insecure-secrets'] : []),
        ],
        directory: folder,
        // act hands its whole environment to the steps: only what a runner would have may be in it.
        environment,
        onLine: (line, stream) => void (stream === 'stdout' && lines.push(line)),
        signal: AbortSignal.timeout(run.timeoutMilliseconds ?? 2_700_000),
      });
      return toRun(ended, readActResults(lines));
    },
  };
}

const origin = 'https://github.com/acme/records';

/** No test may reach GitHub by mistake: nothing listens at its API's address, until a test gives another. */
const unreachable = { GITHUB_API_URL: 'http://127.0.0.1:1', GITHUB_GRAPHQL_URL: 'http://127.0.0.1:1/graphql' };

/** Actions run on the Node.js that runs the tests, as they run on the runner's own and not on the machine's. */
function stepsPath(path = process.env.PATH ?? ''): string {
  return `${dirname(process.execPath)}:${path}`;
}

/** Steps see the address on github.com, as they would there; git goes to the folder. */
function leadOriginTo(remote: string): string {
  return `[url "${remote}"]\n\tinsteadOf = ${origin}.git\n\tinsteadOf = ${origin}\n`;
}

/** Renders all workflows in place and returns the labels of their runners. */
async function renderWorkflows(folder: string, allowed: readonly string[]): Promise<string[]> {
  const workflows = join(folder, '.github', 'workflows');
  const edits: string[] = [];
  const labels = new Set<string>();
  for (const file of (await readdir(workflows)).sort()) {
    const rendered = renderForAct(await readFile(join(workflows, file), 'utf8'));
    await writeFile(join(workflows, file), rendered.text);
    edits.push(...rendered.edits.filter((edit) => !allowed.includes(edit)).map((edit) => `${file}: ${edit}`));
    for (const label of runnerLabels(rendered.text)) labels.add(label);
  }
  assert.deepEqual(edits, [], 'What had to be changed for act is not what the test expects.');
  return [...labels];
}

/** Values go to act in files: an argument list is visible to every process of the machine. JSON is YAML. */
async function writeValues(folder: string, values: Readonly<Record<string, object>>): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const options = Object.entries(values).map(async ([option, value]) => {
    const file = join(folder, `${option}.yml`);
    await writeFile(file, JSON.stringify(value), { mode: 0o600 });
    return [`--${option}`, file];
  });
  return (await Promise.all(options)).flat();
}

async function payloadFile(folder: string, payload: object): Promise<string> {
  const file = join(folder, 'event.json');
  await writeFile(file, JSON.stringify(payload));
  return file;
}

function toRun(ended: ProcessResult, jobs: readonly ActJob[]): ActRun {
  const steps = jobs.flatMap((job) => job.steps);
  const shown = steps.flatMap((step) => [
    step.output,
    ...step.annotations.flatMap((annotation) => [annotation.message, ...Object.values(annotation.properties)]),
    ...Object.values(step.outputs),
    step.summary,
  ]);
  return { exitCode: ended.exitCode, jobs, shown: shown.join('\n'), stderr: ended.stderr };
}
