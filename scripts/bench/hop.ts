import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { backup, DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { climbPath } from '../../src/climbing/climb-path.ts';
import { endOfRun } from '../../src/steps/hop/under-lease.ts';
import type { ClimbStage } from '../../src/steps/stage/climb-stage.ts';
import { logStage } from '../../src/steps/stage/log-stage.ts';
import { silentLog } from '../../src/world/log.ts';
import { realDeploys, type SampleSystem, sampleSystem } from '../../test/commands/sample-system.ts';
import { deferred } from '../../test/sample/installation.ts';
import { processorSecondsOf } from './processor.ts';

/**
 * What a hop costs over the commands that it consists of: compares it with the same deploys, copies, tests and migrations of the
 * sample in a handwritten script, which decides nothing, records nothing and proves nothing.
 */
const [from, to] = ['1.0.2', '1.1.4'] as const;
/** Over the script: this part of its time, or this many seconds, whichever is more. */
const maxShare = 0.03;
const maxSeconds = 1.5;

export async function benchHop({ json, check, runs }: { json: boolean; check: boolean; runs: number }): Promise<void> {
  const found: { readonly script: Time; readonly ours: Time }[] = [];
  for (let run = 0; run < runs; run += 1) found.push({ script: await timed(byScript), ours: await timed(byOurs) });
  const script = middle(found.map((each) => each.script));
  const ours = middle(found.map((each) => each.ours));
  const most = Math.max(maxSeconds, maxShare * script.seconds);
  const over = ours.seconds - script.seconds;
  if (json) process.stdout.write(`${JSON.stringify({ hop: { script, ours, over, most } }, null, 2)}\n`);
  else
    process.stdout.write(
      `one hop of the sample, ${from} to ${to}: ${shown(script)} by a script, ${shown(ours)} with ours: ${over.toFixed(1)} s over it\n`,
    );
  if (over <= most) return;
  process.stderr.write(`Missed: ours takes ${over.toFixed(1)} s over the script, and may take ${most.toFixed(1)} s.\n`);
  if (check) process.exitCode = 1;
}

interface Time {
  readonly seconds: number;
  /** Processor time, of this process and the commands that have ended. */
  readonly processor: number;
}

function shown({ seconds, processor }: Time): string {
  return `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of the processor)`;
}

async function timed(climb: (system: SampleSystem) => Promise<void>): Promise<Time> {
  const ends: (() => unknown)[] = [];
  try {
    const system = await sampleSystem({ after: (end) => ends.push(end) });
    await system.markStaging();
    const [started, before] = [performance.now(), processorSecondsOf('self')];
    await climb(system);
    return { seconds: (performance.now() - started) / 1000, processor: processorSecondsOf('self') - before };
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}

async function byOurs(system: SampleSystem): Promise<void> {
  const stage: ClimbStage = {
    showPlan: () => undefined,
    approve: async () => ({ kind: 'approved', by: 'engineer' }),
    runJob: logStage(silentLog).runJob,
  };
  const project = await system.open(realDeploys(system));
  const { outcome, headline } = await endOfRun(project, () => climbPath(project, { target: to, until: to }, stage));
  if (outcome !== 'passed') throw new Error(headline);
}

type Side = SampleSystem['staging'];

async function byScript({ production, staging, folder }: SampleSystem): Promise<void> {
  const database = (side: Side) => join(side.folder, 'records.sqlite');
  const kept = join(folder, 'kept.sqlite');
  const keep = async () => {
    const source = new DatabaseSync(database(production), { readOnly: true });
    await backup(source, kept);
    source.close();
  };
  await tested(production, from);
  await keep();
  await staging.stop();
  await copyFile(kept, database(staging));
  await deployed(staging, from);
  await deployed(staging, to);
  await deployed(staging, from);
  await deployed(staging, to);
  await migrated(staging);
  await keep();
  await deployed(production, to);
  await migrated(production);
}

/** It is watched for a second that nothing starts by itself, as the product's definition requires ("settle"). */
async function deployed(side: Side, version: string): Promise<void> {
  await side.start(version, version === to ? deferred : {});
  await tested(side, version);
  if (version !== to) return;
  await pause(1000);
  const { state } = await side.migrations();
  if (state !== 'pending') throw new Error(`the migrations of ${version} are ${state}`);
}

async function migrated(side: Side): Promise<void> {
  while ((await side.migrations()).state !== 'done') {
    await side.ask('/migrations/start', { method: 'POST' });
    await pause(100);
  }
  await tested(side, to);
}

async function tested(side: Side, version: string): Promise<void> {
  while (!(await isHealthy(side))) await pause(100);
  const seen = JSON.stringify((await side.ask('/version')).body);
  if (!seen.includes(version)) throw new Error(`${version} was deployed, and ${seen} answers`);
  for (const path of ['/records/verify', '/records?limit=20'])
    if ((await side.ask(path)).status !== 200) throw new Error(`${path} was not answered`);
}

/** A connection to the server that was replaced may still be kept. */
async function isHealthy(side: Side): Promise<boolean> {
  return await side.ask('/health').then(
    ({ status }) => status === 200,
    () => false,
  );
}

function middle(times: readonly Time[]): Time {
  const inOrder = times.toSorted((one, other) => one.seconds - other.seconds);
  return inOrder[Math.floor((times.length - 1) / 2)] ?? { seconds: 0, processor: 0 };
}
