import assert from 'node:assert/strict';
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import type { HopStep } from '../../../src/core/model/sequence.ts';
import { type Runner, runAction } from '../../../src/entries/action/run-action.ts';
import { invokeInWorkflow } from '../../../src/entries/commands.ts';
import { systemClock } from '../../../src/world/clock.ts';
import { type Processes, systemProcesses } from '../../../src/world/processes/process.ts';
import { makeForge } from '../../journal/stores/git/remote-fixture.ts';
import { install } from '../../sample/installation.ts';

/** How one step of the action ended, as the workflow sees it. */
export interface StepEnded {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly string[];
}

export interface SampleWorkflow {
  /** One step of a job: nothing is kept from one to the next except what a runner keeps. */
  step(inputs: Readonly<Record<string, string>>): Promise<StepEnded>;
  /** A step of the sequence, for the hop that `plan` has output. */
  hopStep(step: HopStep, hop: string): Promise<StepEnded>;
  /** Each call of git that reaches the remote, by its subcommand. */
  readonly remoteCalls: readonly string[];
}

export interface WorkflowParts {
  readonly api: string;
  readonly runId: string;
  readonly token: string;
  readonly gates?: Readonly<Record<string, string>>;
}

const remoteCommands = new Set(['fetch', 'push', 'ls-remote']);
const deployScript = resolve(import.meta.dirname, '../../../examples/sample/deploy.mjs');

/** Both servers of the sample, a journal in a git remote, and the action as `hop.yml` starts it, step by step. */
export async function sampleWorkflow(test: TestContext, parts: WorkflowParts): Promise<SampleWorkflow> {
  const forge = await makeForge(test);
  const [production, staging] = [await install(test), await install(test)];
  for (const server of [production, staging]) await server.climbTo('1.0.2');
  await production.seed(5);
  const sides = { production, staging };
  const environmentOf = (side: keyof typeof sides) => {
    const { folder, url } = sides[side];
    const env = { SAMPLE_STATE: folder, SAMPLE_PORT: new URL(url).port, SAMPLE_TOKEN: '${SAMPLE_TOKEN}' };
    const [run, stop] = [
      [process.execPath, deployScript, 'start', '{version}'],
      [process.execPath, deployScript, 'stop'],
    ];
    return {
      url,
      access: { 'admin-token': '${SAMPLE_TOKEN}' },
      data: { sqlite: { file: join(folder, 'records.sqlite') } },
      deploy: { command: { run, stop, env: { ...env, SAMPLE_MIGRATION_PAUSE: '1' } } },
    };
  };
  const configuration = {
    system: 'records',
    product: 'sample',
    environments: {
      production: environmentOf('production'),
      staging: {
        ...environmentOf('staging'),
        disposable: true,
        hooks: { scrub: { waive: 'The records are invented.' } },
      },
    },
    backup: { store: { folder: { path: join(production.folder, 'backups') } } },
    gates: { production: 'environment', finalize: 'environment', ...parts.gates },
  };
  await mkdir(join(forge.clone, '.github'), { recursive: true });
  await writeFile(join(forge.clone, '.github', 'staged-upgrade.yml'), JSON.stringify(configuration));

  const remoteCalls: string[] = [];
  const processes: Processes = {
    run: (request) => {
      const [program, ...args] = request.argv;
      const called = program === 'git' ? args.find((each) => remoteCommands.has(each)) : undefined;
      if (called !== undefined) remoteCalls.push(called);
      return systemProcesses.run(request);
    },
  };
  const environment = {
    ...forge.environment,
    SAMPLE_TOKEN: 'test-token',
    GITHUB_API_URL: parts.api,
    GITHUB_REPOSITORY: 'acme/records',
    GITHUB_RUN_ID: parts.runId,
    GITHUB_TRIGGERING_ACTOR: 'engineer',
    INPUT_TOKEN: parts.token,
  };
  const step: SampleWorkflow['step'] = async (inputs) => {
    const { runner, ended } = recordingRunner();
    const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    const exitCode = await runAction({
      environment: { ...environment, ...Object.fromEntries(given) },
      directory: forge.clone,
      runner,
      clock: systemClock,
      processes,
      fetch,
      stop: { signal: new AbortController().signal, by: () => undefined, release: () => undefined },
      invoke: invokeInWorkflow,
    });
    return { exitCode, ...ended };
  };
  const confirm = join(await realpath(staging.folder), 'records.sqlite');
  const marked = await step({ command: 'mark-disposable', confirm });
  assert.equal(marked.outputs.result, 'passed', marked.annotations.join('\n'));
  remoteCalls.length = 0;
  const hopStep: SampleWorkflow['hopStep'] = (asked, hop) => {
    const { command, environment: on } = asked;
    const release = 'release' in asked ? { release: asked.release } : {};
    const purpose = 'purpose' in asked && asked.purpose !== undefined ? { purpose: asked.purpose } : {};
    return step({ command, environment: on, hop, ...release, ...purpose });
  };
  return { step, hopStep, remoteCalls };
}

/** The JSON of the only hop that a plan has output, as the matrix passes it on. */
export function onlyHop(planned: StepEnded): string {
  const hops: unknown = JSON.parse(planned.outputs.hops ?? '[]');
  assert.ok(Array.isArray(hops) && hops.length === 1, `not one hop: ${planned.annotations.join('\n')}`);
  return JSON.stringify(hops[0]);
}

function recordingRunner() {
  const outputs: Record<string, string> = {};
  const annotations: string[] = [];
  const ended = { outputs, annotations, summary: '' };
  const runner: Runner = {
    info: () => undefined,
    warning: () => undefined,
    startGroup: () => undefined,
    endGroup: () => undefined,
    mask: () => undefined,
    setOutput: (name, value) => {
      outputs[name] = value;
    },
    annotate: ({ text }) => annotations.push(text),
    writeSummary: async (markdown) => {
      ended.summary += markdown;
    },
  };
  return { runner, ended };
}
