import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installServer } from './installation.ts';

/* A hop of a part alone, climbed by the real commands: the chart moves, and the server stays on its release. */

const first = '3.7.11--3.7.11+chart-5.9.4';
const second = '3.7.11+chart-5.9.4--4.0.4';

test('the chart moves in a hop of its own, which is rehearsed, promoted and rolled back', async (t) => {
  const system = await installServer(t);
  const plan = await system.run('plan', '--json');
  const { hops } = JSON.parse(plan.text);
  assert.deepEqual(
    hops.map(({ id, parts, releases }: Record<string, unknown>) => ({ id, parts, releases })),
    [
      {
        id: first,
        parts: { from: { chart: '5.8.1' }, to: { chart: '5.9.4' } },
        releases: { from: '3.7.11', to: '3.7.11' },
      },
      {
        id: second,
        parts: { from: { chart: '5.9.4' }, to: { chart: '6.0.1' } },
        releases: { from: '3.7.11', to: '4.0.4' },
      },
    ],
  );
  await system.run('mark-disposable', '--confirm', `${system.folder}/staging/data`);

  await system.breakNext('production');
  const broken = await system.run('climb', '--yes', '--until', '3.7.11+chart-5.9.4');
  assert.equal(broken.exitCode, 1, broken.text);
  assert.match(broken.text, /Only the chart moves, 5\.8\.1 → 5\.9\.4; the release stays 3\.7\.11/);
  assert.match(broken.text, /it broke in the middle/);
  const climbed = await system.run('climb', '--yes', '--until', '3.7.11+chart-5.9.4');
  assert.equal(climbed.exitCode, 0, climbed.text);
  assert.deepEqual(await system.runs('production'), { version: '3.7.11', chart: '5.9.4' });
  const rehearsals = (await system.events()).filter(({ type }) => type === 'rehearsed');
  assert.equal(rehearsals.length, 1, 'what was rehearsed before it broke still counts');

  const back = await system.run('rollback', '--hop', first, '--confirm', first);
  assert.equal(back.exitCode, 0, back.text);
  assert.deepEqual(await system.runs('production'), { version: '3.7.11', chart: '5.8.1' });

  const whole = await system.run('climb', '--yes');
  assert.equal(whole.exitCode, 0, whole.text);
  assert.deepEqual(await system.runs('production'), { version: '4.0.4', chart: '6.0.1' });
  assert.deepEqual(await system.runs('staging'), { version: '4.0.4', chart: '6.0.1' });
  assert.deepEqual(await system.deploys('production'), [
    '3.7.11 5.9.4 (3.7.11 to 3.7.11)',
    '3.7.11 5.8.1 (3.7.11 to 3.7.11)',
    '3.7.11 5.9.4 (3.7.11 to 3.7.11)',
    '4.0.4 6.0.1 (3.7.11 to 4.0.4)',
  ]);
  const done = (await system.events()).filter(({ type }) => type === 'completed');
  assert.deepEqual(
    done.map(({ hop }) => (hop as { id: string }).id),
    [first, first, second],
  );
  assert.match((await system.run('plan')).text, /already at 4\.0\.4/);
});

test('nothing is done while the running chart is unknown, and a chart that was moved by hand is the start of the plan', async (t) => {
  const system = await installServer(t);
  assert.equal((await system.run('plan')).exitCode, 0);
  await system.hideChart('production');
  const unknown = await system.run('check', '--hop', first);
  assert.equal(unknown.exitCode, 4, unknown.text);
  assert.match(unknown.text, /3\.7\.11 answers, and whether it is 3\.7\.11\+chart-5\.9\.4 could not be determined/);

  await system.put('production', '3.7.11', '5.9.9');
  const other = await system.run('check', '--hop', second);
  assert.equal(other.exitCode, 4, other.text);
  await system.showChart('production');
  const planned = await system.run('plan', '--json');
  const { hops } = JSON.parse(planned.text);
  assert.deepEqual(
    hops.map(({ id }: { id: string }) => id),
    ['3.7.11--4.0.4'],
  );
});
