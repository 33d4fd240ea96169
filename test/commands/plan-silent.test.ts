import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../../src/commands/plan.ts';
import { SystemFailure } from '../../src/core/messages/errors.ts';
import { hop } from '../core/history/world.ts';
import { virtualSystem } from './virtual-system.ts';

test('if production is silent after a rollback that died, the rollback is named and nothing is planned', async () => {
  const system = virtualSystem();
  await system.record(
    { type: 'completed', hop },
    { type: 'rolling-back', hop, environment: 'production', to: hop.from },
  );
  system.server.version = undefined;
  await assert.rejects(system.ask(plan, { command: 'plan' }), (error) => {
    assert.ok(error instanceof SystemFailure, String(error));
    const { happened, means, next } = error.detail;
    assert.match(happened, /^The version of production could not be determined: /);
    assert.match(
      means,
      /^The rollback of hop 1\.0\.2--1\.1\.4 was started on 2 Mar 2026 00:00 UTC and is not finished\. /,
    );
    assert.match(next, /staged-upgrade rollback --hop 1\.0\.2--1\.1\.4; it says whether/);
    return true;
  });
  await system.record({ type: 'rolled-back', hop, environment: 'production', to: hop.from, milliseconds: 1 });
  await assert.rejects(system.ask(plan, { command: 'plan' }), /^(?!.*rollback).*A path is planned from what/);
});

test('no path is planned from a version that answers on a half-restored database', async () => {
  const system = virtualSystem();
  const restoring = { type: 'restoring', hop, environment: 'production', backup: 'restore-point-1' } as const;
  await system.record({ type: 'rolling-back', hop, environment: 'production', to: hop.from }, restoring);
  await assert.rejects(system.ask(plan, { command: 'plan' }), (error) => {
    assert.ok(error instanceof SystemFailure, String(error));
    assert.match(error.detail.happened, /restoring restore-point-1 over production since .*, and is not finished/);
    assert.match(error.detail.next, new RegExp(`rollback --hop ${hop.id} --confirm ${hop.id}`));
    return true;
  });
});

test('a given current version is also compared in the middle of a hop, where either side may be meant', async () => {
  const system = virtualSystem();
  const { id, from, to } = hop;
  const hops = [{ id, from, to, digest: system.hop.digest, manual: [] }];
  const deployed = { hop, environment: 'production', release: 'to', version: to, deferred: true } as const;
  await system.record(
    { type: 'planned', current: from, target: to, hops },
    { ...deployed, type: 'deploying', applied: 'm6' },
    { ...deployed, type: 'deployed', milliseconds: 1 },
  );
  system.server.version = to;
  const asked = (current: string) => system.ask(plan, { command: 'plan', current });
  await assert.rejects(asked('9.9.9'), /The input "current" is "9\.9\.9", but production runs 1\.1\.4\./);
  for (const side of [from, to]) assert.equal((await asked(side)).outcome, 'passed', side);
});
