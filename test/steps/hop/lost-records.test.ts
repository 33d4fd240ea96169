import assert from 'node:assert/strict';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { UserError } from '../../../src/core/messages/errors.ts';
import type { Entry } from '../../../src/core/model/event.ts';
import { recordsOf } from '../../../src/steps/hop/lost-records.ts';
import { sampleSystem } from '../../commands/sample-system.ts';
import { checked, runOf } from '../../journal/fixtures.ts';

test('a hop is not started next to backups whose journal is lost', async (t) => {
  const system = await sampleSystem(t);
  await system.markStaging();
  const [leg] = (await system.ask({ command: 'plan', target: '1.1.4' })).outputs.hops ?? [];
  assert.ok(leg !== undefined);
  const hop = JSON.stringify(leg);
  assert.equal((await system.ask({ command: 'backup', purpose: 'rehearsal', hop })).outcome, 'passed');
  const records = join(system.folder, 'journal', 'records');
  const refused = (said: RegExp) =>
    assert.rejects(system.ask({ command: 'check', hop }), (error: unknown) => {
      assert.ok(error instanceof UserError);
      assert.match(error.detail.happened, said);
      return true;
    });

  // As after a force-push: what is left is consistent, and does not mention the backup.
  for (const file of (await readdir(records)).toSorted().slice(2)) await rm(join(records, file));
  await refused(/1 backup of records that the journal .* does not know.* when it had \d+ entries, and it has 2\.$/);
  await rm(join(system.folder, 'journal'), { recursive: true });
  await refused(/from before the journal started/);
});

test('a journal that was restored and has continued is not the one with which a backup was taken', () => {
  const time = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 2, minute)).toISOString();
  const entries = [0, 1, 20].map(
    (minute, index): Entry => ({
      ...{ format: 1, sequence: index + 1, previous: '', hash: '', system: 'records', run: runOf('1') },
      ...{ at: time(minute), event: checked },
    }),
  );
  const ofMinute = (minute: number, journalEntries: number) => ({
    ...{ id: 'b1', startedAt: time(minute), finishedAt: time(minute), journalEntries },
  });
  assert.equal(recordsOf(entries, [ofMinute(10, 2)], 120_000).kind, 'together', 'a killed run has left it');
  const records = recordsOf(entries, [ofMinute(10, 3)], 120_000);
  assert.ok(records.kind === 'without-journal');
  assert.deepEqual(records.sign, { kind: 'written-anew', entry: 3 });
  assert.equal(recordsOf(entries, [ofMinute(19, 3)], 120_000).kind, 'together', 'clocks may differ');
});

test('backups without their journal are not a first use, until somebody has moved them elsewhere', async (t) => {
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
    assert.match(error.detail.happened, /has 1 backup of records from before the journal started \(folder .*journal\)/);
    assert.match(error.detail.next, /move these backups to another place/);
    return true;
  };
  await assert.rejects(plan, isTold);
  await mkdir(journal);
  await assert.rejects(plan, isTold);
  for (const command of ['log', 'report']) {
    const before = system.warnings.length;
    const result = await system.ask({ command });
    assert.match(
      system.warnings.slice(before).join('\n'),
      /has 1 backup of records from before the journal started/,
      command,
    );
    if (command === 'log') continue;
    assert.equal(result.outcome, 'unknown', 'a report from another journal is not taken for the state of things');
    assert.match(result.headline, /from before the journal started/);
    assert.match(result.summary, /^\*\*.*from before the journal started/m);
  }
  const found = await system.ask({ command: 'preflight' });
  assert.equal(found.outcome, 'failed');
  assert.match(found.text, /the records.*has 1 backup of records from before the journal started/s);

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

test('a job without a login for the backups plans anyway: the one that backs up checks', async (t) => {
  const system = await sampleSystem(t);
  const store = { 'azure-blob': { account: 'acme', container: 'backups' } };
  const planned = await system.ask({ command: 'plan', target: '1.1.4' }, { configuration: { 'backup.store': store } });
  assert.equal(planned.outcome, 'passed', planned.message?.happened);
});
