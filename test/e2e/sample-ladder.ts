import assert from 'node:assert/strict';
import { isOf } from '../../src/core/history/entries.ts';
import type { Entry } from '../../src/core/model/event.ts';
import type { ProcessResult } from '../../src/world/processes/process.ts';
import type { ActRun } from '../support/act.ts';
import { allWell, inWindow } from './example-workflows.ts';
import { annotationsOf, jobsOf } from './sample-run.ts';

/** What the sample runs one after the other from 1.0.2 on. */
export const sampleLadder = ['1.0.2', '1.1.4', '1.2.1', '1.3.1', '2.0.1', '2.1.3'] as const;

export interface LadderWorld {
  readonly stagingData: string;
  run(inputs: Readonly<Record<string, string>>): Promise<ActRun>;
  staged(...args: readonly string[]): Promise<ProcessResult>;
  journal(): Promise<readonly Entry[]>;
  version(): Promise<string>;
}

/** By its workflows, in one run. */
export async function climbSampleLadder(world: LadderWorld): Promise<void> {
  const marked = await world.staged('mark-disposable', '--confirm', world.stagingData);
  assert.equal(marked.exitCode, 0, marked.stderr);
  const climbed = await world.run({ target: 'newest', acknowledge: 'readers-of-place' });
  assert.equal(climbed.exitCode, 0, JSON.stringify(annotationsOf(climbed), undefined, 2));
  const hops = sampleLadder.slice(1).map((to, index) => `${sampleLadder[index]}--${to}`);
  assert.deepEqual(jobsOf(climbed), allWell(...hops.map(() => inWindow)));
  const entries = await world.journal();
  const idsOf = (type: 'completed' | 'rolled-back'): string[] =>
    entries.flatMap((entry) => (isOf(entry, type) ? [entry.event.hop.id] : []));
  assert.deepEqual(idsOf('completed'), hops);
  assert.deepEqual(idsOf('rolled-back'), hops, 'the way back was rehearsed in each');
  assert.match(await world.version(), /^2\.1\.3-/);
  for (const id of hops) {
    const placed = entries.flatMap((entry) =>
      isOf(entry, 'put-in-place') && entry.event.hop.id === id ? [entry.event] : [],
    );
    const rehearsed = placed.find(({ environment }) => environment === 'staging');
    const promoted = placed.filter(({ environment }) => environment === 'production');
    assert.ok(rehearsed?.artifacts !== undefined && promoted.length > 0, id);
    for (const { artifacts } of promoted)
      assert.deepEqual(artifacts, rehearsed.artifacts, 'what was rehearsed is promoted');
  }
}
