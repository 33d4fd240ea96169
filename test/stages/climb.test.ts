import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { installStages, stagesProduct } from './installation.ts';

/* Stages that a user lists, climbed by the real commands: no releases, no data. */

const reason = 'A second copy of the whole system costs more than an hour of downtime.';
const waived = {
  environments: { production: { access: { folder: '${PRODUCTION_FOLDER}' } }, staging: { waive: reason } },
};

test('a path of stages is planned, rehearsed on staging and climbed, one hop for each', async (t) => {
  const system = await installStages(t, stagesProduct());
  const plan = await system.run('plan');
  assert.equal(plan.exitCode, 0, plan.text);
  assert.match(plan.text, /old → switched|old → second/);
  assert.match(plan.text, /1\. Stage second: The move needs second\./);
  assert.match(plan.text, /There is no data: no backup is taken, and nothing could be restored\./);
  assert.match(plan.text, /There is no way back from second and switched/);
  assert.match(plan.text, /Planned from 3 stages/);
  assert.doesNotMatch(plan.text, /published|release/);

  const climbed = await system.run('climb', '--yes');
  assert.equal(climbed.exitCode, 0, climbed.text);
  assert.deepEqual([await system.at('production'), await system.at('staging')], ['switched', 'switched']);
  const events = await system.events();
  const names = events.map(({ type }) => type).filter((type) => !type.startsWith('lease'));
  assert.deepEqual(
    names.filter((name) => ['staging-taken', 'rehearsed', 'completed'].includes(name)),
    ['staging-taken', 'rehearsed', 'completed', 'staging-taken', 'rehearsed', 'completed'],
  );
  assert.ok(!names.some((name) => ['backed-up', 'restored', 'rehearsal-waived'].includes(name)));

  const again = await system.run('climb', '--yes');
  assert.equal(again.exitCode, 0);
  assert.match(again.text, /The move is at "switched", the last stage/);
});

test('if staging is not where the hop starts, the rehearsal ends before anything is deployed', async (t) => {
  const system = await installStages(t, stagesProduct());
  await system.put('staging', 'switched');
  const climbed = await system.run('climb', '--yes');
  assert.equal(climbed.exitCode, 5, climbed.text);
  assert.match(climbed.text, /Staging is at switched, not at old/);
  assert.equal(await system.at('production'), 'old');
});

test('with a waived staging, hops continue without a rehearsal, and the reason is shown everywhere', async (t) => {
  const system = await installStages(t, stagesProduct(), waived);
  const plan = await system.run('plan');
  assert.ok(plan.text.includes(`the configuration waives staging, because "${reason}"`), plan.text);
  const climbed = await system.run('climb', '--yes', '--output', 'report.md');
  const report = await readFile(join(system.folder, 'report.md'), 'utf8');
  assert.ok(
    report.replaceAll('\\', '').includes(`Staging**: none: the configuration waives it ("${reason}").`),
    report,
  );
  assert.equal(climbed.exitCode, 0, climbed.text);
  assert.equal(await system.at('production'), 'switched');
  const events = await system.events();
  assert.deepEqual(
    events.flatMap(({ type, because }) => (type === 'rehearsal-waived' ? [because] : [])),
    [reason, reason],
  );
  assert.ok(events.some(({ type, waiver }) => type === 'planned' && waiver === reason));
  assert.ok(!events.some(({ environment }) => environment === 'staging'));
});

test('commands that work on staging say that there is none, and do nothing', async (t) => {
  const system = await installStages(t, stagesProduct(), waived);
  await system.run('plan');
  for (const words of [
    ['rehearse'],
    ['deploy', '--hop', 'old--second', '--environment', 'staging', '--release', 'to'],
  ]) {
    const ended = await system.run(...words);
    assert.equal(ended.exitCode, 2, ended.text);
    assert.match(ended.text, /There is no staging/);
  }
  assert.ok(!(await system.events()).some(({ type }) => type === 'deploying'));
});

test('a stage that failed half way is continued by a new run', async (t) => {
  const system = await installStages(t, stagesProduct(), waived);
  await system.breakNext('production');
  const broken = await system.run('climb', '--yes');
  assert.equal(broken.exitCode, 1, broken.text);
  const climbed = await system.run('climb', '--yes');
  assert.equal(climbed.exitCode, 0, climbed.text);
  assert.equal(await system.at('production'), 'switched');
});

test('a stage is rolled back in the way that it names, and otherwise not at all', async (t) => {
  const back = {
    command: { run: [process.execPath, `${import.meta.dirname}/stage.mjs`, 'back', '{access.folder}', '{from}'] },
  };
  const system = await installStages(t, stagesProduct({ second: { back } }), waived);
  assert.equal((await system.run('climb', '--yes', '--until', 'second')).exitCode, 0);
  const went = await system.run('rollback', '--hop', 'old--second');
  assert.equal(went.exitCode, 0, went.text);
  assert.equal(await system.at('production'), 'old');
  assert.equal((await system.run('climb', '--yes')).exitCode, 0);
  const refused = await system.run('rollback', '--hop', 'second--switched');
  assert.equal(refused.exitCode, 5, refused.text);
  assert.match(refused.text, /There is no way back to second: the stage "switched" does not say/);
  assert.equal(await system.at('production'), 'switched');
});

test('a backup or a restore has nothing to do, and says why', async (t) => {
  const system = await installStages(t, stagesProduct());
  await system.run('plan');
  const backup = await system.run('backup', '--hop', 'old--second', '--purpose', 'restore-point');
  assert.equal(backup.exitCode, 0, backup.text);
  assert.match(backup.text, /There is no data, so there is nothing to back up/);
});
