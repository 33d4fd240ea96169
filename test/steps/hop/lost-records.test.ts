import assert from 'node:assert/strict';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { UserError } from '../../../src/core/messages/errors.ts';
import { sampleSystem } from '../../commands/sample-system.ts';

test('a hop is not started beside backups of a journal that is lost', async (t) => {
  const system = await sampleSystem(t);
  await system.markStaging();
  const [leg] = (await system.ask({ command: 'plan', target: '1.1.4' })).outputs.hops ?? [];
  assert.ok(leg !== undefined);
  const hop = JSON.stringify(leg);
  assert.equal((await system.ask({ command: 'backup', purpose: 'rehearsal', hop })).outcome, 'passed');
  await rm(join(system.folder, 'journal'), { recursive: true });
  await assert.rejects(
    system.ask({ command: 'check', hop }),
    (error: unknown) => error instanceof UserError && /from before the journal began/.test(error.detail.happened),
  );
});

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
  for (const command of ['log', 'report']) {
    const before = system.warnings.length;
    await system.ask({ command });
    assert.match(
      system.warnings.slice(before).join('\n'),
      /has 1 backup of records from before the journal began/,
      command,
    );
  }
  const found = await system.ask({ command: 'preflight' });
  assert.equal(found.outcome, 'failed');
  assert.match(found.text, /the records.*has 1 backup of records from before the journal began/s);

  await rm(journal, { recursive: true });
  await rename(`${journal}-of-before`, journal);
  assert.equal((await plan()).outcome, 'passed');

  const backups = join(system.folder, 'backups');
  await rename(backups, `${backups}-elsewhere`);
  for (const command of ['log', 'report', 'check']) {
    const before = system.warnings.length;
    const { outcome } = await system.ask({ command, ...(command === 'check' ? { hop } : {}) });
    assert.notEqual(outcome, 'failed', command);
    assert.match(
      system.warnings.slice(before).join('\n'),
      /recorded 1 backup of records, and none of them is in/,
      command,
    );
  }
  assert.match((await system.ask({ command: 'preflight' })).text, /the records.*none of them is in/s);
  await rename(`${backups}-elsewhere`, backups);

  await rm(journal, { recursive: true });
  await rename(join(system.folder, 'backups'), join(system.folder, 'backups-of-before'));
  assert.equal((await plan()).outcome, 'passed');
});
