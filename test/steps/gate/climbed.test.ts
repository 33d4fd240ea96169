import assert from 'node:assert/strict';
import { test } from 'node:test';
import { terminalGate } from '../../../src/core/model/gate.ts';
import { deploy } from '../../../src/steps/deploy/deploy.ts';
import { virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const here = { hop, environment: 'production' } as const;
const what = { ...here, release: 'to', version: hop.to } as const;
const point = {
  type: 'backed-up',
  purpose: 'restore-point',
  backup: 'point',
  version: hop.from,
  dataAt: '',
  bytes: 1,
  milliseconds: 1,
} as const;
const asked = { command: 'deploy', environment: 'production', release: 'to' } as const;

/** Deployed by an earlier run, and it has stopped serving since the climb checked it and asked nobody. */
async function stoppedServing() {
  const system = virtualSystem({ configuration: { gates: { production: 'environment', finalize: 'environment' } } });
  await system.recordBy(
    'earlier',
    { ...here, type: 'checked', version: hop.from, applied: 'm6' },
    { ...here, ...point },
    { ...what, type: 'deploying', deferred: true, applied: 'm6' },
    { ...what, type: 'put-in-place' },
    { ...what, type: 'deployed', deferred: true, milliseconds: 1, applied: 'm6', next: 'm7' },
    { ...here, type: 'approved', gate: terminalGate('production'), by: 'engineer' },
  );
  system.server.version = undefined;
  return system;
}

const deploys = async (system: ReturnType<typeof virtualSystem>): Promise<number> =>
  (await system.entries()).filter(({ event, run }) => event.type === 'deploying' && run.id === 'test').length;

test('a climb that asked nobody, since nothing was left to approve, does not deploy again if the server has stopped serving since', async () => {
  const system = await stoppedServing();
  const end = await system.askClimbed(deploy, asked);
  assert.equal(end.outcome, 'refused', end.headline);
  assert.match(end.headline, /1\.1\.4 would be deployed again, and nobody was asked/);
  assert.match(end.message?.next ?? '', /it asks/);
  assert.equal(await deploys(system), 0);
});

test('with the approval of this run it is deployed again; for a single step the person who types it is the gate', async () => {
  const climbed = await stoppedServing();
  await climbed.record({ ...here, type: 'approved', gate: terminalGate('production'), by: 'engineer' });
  await climbed.askClimbed(deploy, asked);
  assert.equal(await deploys(climbed), 1);

  const typed = await stoppedServing();
  await typed.ask(deploy, asked);
  assert.equal(await deploys(typed), 1);
});
