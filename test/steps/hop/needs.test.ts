import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environmentNames } from '../../../src/core/model/hop.ts';
import { hopSequence } from '../../../src/core/model/sequence.ts';
import { readsLogs } from '../../../src/init/render/reads-logs.ts';
import { openLiveSystem } from '../../../src/steps/environment/live-system.ts';
import { liveWithin, needsOfStep, placesOf, projectWithin } from '../../../src/steps/hop/needs.ts';
import { declaredBy } from '../../../src/steps/hop-steps.ts';
import { virtualSystem } from '../../commands/virtual-system.ts';
import { hookNames } from '../../support/hook-names.ts';

test('a step has the parts of the configuration that it declares, and no others', () => {
  const { project } = virtualSystem();
  const live = openLiveSystem(project, 'staging', []);
  const undeclared =
    /^Error: the step "wait" uses "[a-z.-]+" of the configuration, which it does not declare: add it to its "needs"$/;
  const none = liveWithin(live, 'wait', {});
  for (const use of [
    () => none.data(),
    () => none.deployer(),
    () => none.smokeTests({}, undefined),
    () => none.context('environments.staging.hooks.scrub'),
    () => projectWithin(project, 'wait', {}).store(),
  ]) {
    assert.throws(use, (error) => undeclared.test(String(error)));
  }
  none.context('environments.staging.hooks.on-failure');
  const all = liveWithin(live, 'restore', { common: ['smoke'], own: ['data', 'deploy', 'hooks.scrub'] });
  assert.equal(all.data().length, 1);
  all.deployer();
  all.context('environments.staging.hooks.scrub');
  assert.equal(projectWithin(project, 'restore', { common: ['backup'] }).store(), project.store());
});

test('each hook that the configuration may have is declared by a step, which runs it', () => {
  const steps = hopSequence({ deferrable: true, proveRestorePoint: true });
  const declared = new Set(steps.flatMap((step) => declaredBy(step).needs.own ?? []).map(String));
  const hooks = environmentNames.flatMap(hookNames);
  assert.ok(hooks.length > 5);
  assert.deepEqual(
    hooks.filter((hook) => !declared.has(`hooks.${hook}`)),
    [],
  );
});

test('the variables of a job are those of the parts that its steps declare, for the environment that they act on', () => {
  assert.deepEqual(placesOf(needsOfStep({ common: ['backup'], own: ['data'] }), 'production', false), [
    'product',
    'journal',
    'notify',
    'backup.store',
    'backup.encryption.age.recipients',
    'environments.production.url',
    'environments.production.access',
    'environments.production.topology',
    'environments.production.hooks.on-failure',
    'environments.production.hooks.logs',
    'environments.production.data',
  ]);
  const identity = 'backup.encryption.age.identity';
  assert.ok(placesOf({ common: ['backup', 'decryption'] }, 'staging', false).includes(identity));
  assert.ok(
    !placesOf({ common: ['backup'] }, 'production', false).includes(identity),
    'who only backs up cannot read it',
  );
});

test('a step with tests only has the deployer of the server if a test reads its log through it', () => {
  const deploy = 'environments.production.deploy';
  assert.ok(placesOf({ logs: true }, 'production', true).includes(deploy));
  assert.ok(!placesOf({ logs: true }, 'production', false).includes(deploy));
  assert.ok(!placesOf({}, 'production', true).includes(deploy));
  const product = { name: 'p', smoke: [{ name: 'no error', logs: { forbid: ['ERROR'] } }] };
  assert.equal(readsLogs({ product }), true);
  assert.equal(readsLogs({ product: 'sample', smoke: product.smoke }), true);
  assert.equal(readsLogs({ product: 'sample', smoke: [{ name: 't', http: { path: '/' } }] }), false);
});
