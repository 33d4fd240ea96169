import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { rehearsePath } from '../../src/climbing/rehearse-path.ts';
import type { Project } from '../../src/config/project.ts';
import type { CommandResult } from '../../src/core/interface/result.ts';
import type { Entry, EventType, RunIdentity } from '../../src/core/model/event.ts';
import { openProject } from '../../src/steps/hop/open-project.ts';
import { endOfRun } from '../../src/steps/hop/under-lease.ts';
import { logStage } from '../../src/steps/stage/log-stage.ts';
import { type Clock, systemClock } from '../../src/world/clock.ts';
import type { Effects } from '../../src/world/effects/effects.ts';
import { silentLog } from '../../src/world/log.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { variablesFrom } from '../../src/world/variables.ts';
import { install } from '../sample/installation.ts';
import { type Invocation, invoke } from '../support/invocation.ts';
import { penWithoutSecrets, written } from '../support/pen.ts';
import { terminal } from './sample-system.ts';

const deployScript = resolve(import.meta.dirname, '../../examples/sample/deploy.mjs');

/** Production of the sample on 1.0.2 and an empty staging, with the deploys that really change them. */
export async function rehearseSystem(test: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-rehearse-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  const [production, staging] = [await install(test), await install(test)];
  await production.climbTo('1.0.2');
  await production.seed(60);
  const sideOf = ({ folder: state, url }: typeof production) => ({
    url,
    access: { 'admin-token': '${SAMPLE_TOKEN}' },
    data: { sqlite: { file: join(state, 'records.sqlite') } },
    deploy: {
      command: {
        run: [process.execPath, deployScript, 'start', '{version}'],
        stop: [process.execPath, deployScript, 'stop'],
        env: {
          SAMPLE_STATE: state,
          SAMPLE_PORT: new URL(url).port,
          SAMPLE_TOKEN: '${SAMPLE_TOKEN}',
          SAMPLE_MIGRATION_PAUSE: '1',
        },
      },
    },
  });
  const configuration = {
    system: 'records',
    product: 'sample',
    environments: {
      production: sideOf(production),
      staging: { ...sideOf(staging), disposable: true, hooks: { scrub: { waive: 'The records are invented.' } } },
    },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
  };
  await mkdir(join(folder, '.github'));
  await writeFile(join(folder, '.github', 'staged-upgrade.yml'), JSON.stringify(configuration));

  let aheadMilliseconds = 0;
  let perLook = 0;
  const clock: Clock = {
    ...systemClock,
    now: () => {
      aheadMilliseconds += perLook;
      return new Date(systemClock.now().getTime() + aheadMilliseconds);
    },
  };
  const variables = { PATH: process.env.PATH ?? '', SAMPLE_TOKEN: 'test-token' };
  const effects: Effects = {
    clock,
    processes: systemProcesses,
    fetch,
    log: silentLog,
    variables: variablesFrom(variables, () => undefined),
    ...penWithoutSecrets(),
    environment: variables,
    directory: folder,
    signal: new AbortController().signal,
  };
  const confirm = join(await realpath(staging.folder), 'records.sqlite');
  const asMarked: Invocation = { command: 'mark-disposable', confirm };
  const marked = await invoke(asMarked, effects, { ...terminal, id: 'setup' });
  assert.equal(marked.outcome, 'passed', marked.headline);
  const project = (id: string): Promise<Project> => openProject(undefined, effects, { ...terminal, id });
  const workflow = (id: string): RunIdentity => ({ kind: 'github', id, attempt: 1, actor: 'engineer' });
  const invocation: Invocation = { command: 'rehearse', target: '1.2.1' };
  const entries = async (): Promise<readonly Entry[]> => (await project('reader')).journal.read();
  return {
    production,
    staging,
    /** As `staged-upgrade rehearse` at a terminal. */
    atTerminal: async (run: string): Promise<CommandResult> => {
      const stage = { ...logStage(silentLog), showPlan: () => undefined };
      const opened = await project(run);
      return written(await endOfRun(opened, () => rehearsePath(opened, invocation, stage)));
    },
    /** Like the job of the workflow that has access to production: it plans, checks and backs up. */
    readProduction: async (id: string): Promise<void> => {
      const run = workflow(id);
      const plan = await invoke({ ...invocation, command: 'plan', operation: 'rehearse' }, effects, run);
      const hop = JSON.stringify(plan.outputs.hops?.[0]);
      const checked = await invoke({ ...invocation, command: 'check', hop }, effects, run);
      const backedUp = await invoke({ ...invocation, command: 'backup', purpose: 'rehearsal', hop }, effects, run);
      assert.deepEqual([checked.outcome, backedUp.outcome], ['passed', 'passed']);
    },
    /** Like the step of the workflow, which has a budget and only has access to staging. */
    asStep: async (run: string, budget: number): Promise<CommandResult> =>
      written(await invoke({ ...invocation, budget }, effects, workflow(run))),
    /** Lets this much time pass at each look at the clock. */
    hurry: (milliseconds: number): void => {
      perLook = milliseconds;
    },
    entries,
    /** The hops of the events of a type, in order: on staging, or on production if requested. */
    hopsOf: async (type: EventType): Promise<string[]> =>
      (await entries()).flatMap(({ event }) => (event.type === type && 'hop' in event ? [event.hop.id] : [])),
  };
}

export type RehearseSystem = Awaited<ReturnType<typeof rehearseSystem>>;
