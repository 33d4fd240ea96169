import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLiveSystem } from '../../../src/steps/environment/live-system.ts';
import { liveWithin, needsOfStep, placesOf, projectWithin } from '../../../src/steps/hop/needs.ts';
import { virtualSystem } from '../../commands/virtual-system.ts';

test('a step has the parts of the configuration that it declares, and no others', () => {
  const { project } = virtualSystem();
  const live = openLiveSystem(project, 'staging');
  const undeclared = /^Error: the step "wait" uses "[a-z.-]+" of the configuration, which it does not declare$/;
  const none = liveWithin(live, 'wait', {});
  for (const use of [
    () => none.data(),
    () => none.deployer(),
    () => none.smokeTests({}),
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

test('the variables of a job are those of the parts that its steps declare, on the environment that they act on', () => {
  assert.deepEqual(placesOf(needsOfStep({ common: ['backup'], own: ['data'] }), 'production'), [
    'product',
    'journal',
    'backup.store',
    'backup.encryption.age.recipients',
    'environments.production.url',
    'environments.production.access',
    'environments.production.hooks.on-failure',
    'environments.production.hooks.logs',
    'environments.production.data',
  ]);
  const identity = 'backup.encryption.age.identity';
  assert.ok(placesOf({ common: ['backup', 'decryption'] }, 'staging').includes(identity));
  assert.ok(!placesOf({ common: ['backup'] }, 'production').includes(identity), 'who only backs up cannot read it');
});
