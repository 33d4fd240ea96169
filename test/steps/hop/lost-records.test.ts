import assert from 'node:assert/strict';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { UserError } from '../../../src/core/messages/errors.ts';
import { sampleSystem } from '../../commands/sample-system.ts';

test('backups without their journal are no first use, until somebody has put them elsewhere', async (t) => {
  const system = await sampleSystem(t);
  const plan = () => system.ask({ command: 'plan', target: '1.1.4' });
  const hop = '1.0.2--1.1.4';
  assert.equal((await plan()).outcome, 'passed');
  await system.markStaging();
  const taken = await system.ask({ command: 'backup', purpose: 'rehearsal', hop });
  assert.equal(taken.outcome, 'passed', taken.message?.happened);
  assert.equal((await plan()).outcome, 'passed');

  const journal = join(system.folder, 'journal');
  await rename(journal, `${journal}-of-before`);
  const isTold = (error: unknown): boolean => {
    assert.ok(error instanceof UserError);
    assert.match(error.detail.happened, /has 1 backup of records from before the journal began \(folder .*journal\)/);
    assert.match(error.detail.next, /move these backups to another place/);
    return true;
  };
  await assert.rejects(plan, isTold);
  await mkdir(journal);
  await assert.rejects(plan, isTold);

  await rm(journal, { recursive: true });
  await rename(`${journal}-of-before`, journal);
  assert.equal((await plan()).outcome, 'passed');

  await rm(journal, { recursive: true });
  await rename(join(system.folder, 'backups'), join(system.folder, 'backups-of-before'));
  assert.equal((await plan()).outcome, 'passed');
});
