import assert from 'node:assert/strict';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { climbPath } from '../../src/commands/climb.ts';
import { markStaging } from '../../src/commands/mark-disposable.ts';
import { endOfRun } from '../../src/steps/hop/under-lease.ts';
import type { ClimbStage } from '../../src/steps/stage/climb-stage.ts';
import { logStage } from '../../src/steps/stage/log-stage.ts';
import { silentLog } from '../../src/world/log.ts';
import { type Changes, realDeploys, sampleSystem } from './sample-system.ts';

/** The sample's records, and a second database beside them that its server does not know. */
function twoStores(side: string) {
  return ['records', 'tasks'].map((name) => ({ sqlite: { file: `\${${side}_STATE}/${name}.sqlite` }, name }));
}

function write(folder: string, task: string): void {
  const database = new DatabaseSync(join(folder, 'tasks.sqlite'));
  database.exec('CREATE TABLE IF NOT EXISTS tasks (what TEXT)');
  database.prepare('INSERT INTO tasks VALUES (?)').run(task);
  database.close();
}

function tasksIn(folder: string): unknown[] {
  const database = new DatabaseSync(join(folder, 'tasks.sqlite'), { readOnly: true });
  try {
    return database
      .prepare('SELECT what FROM tasks')
      .all()
      .map(({ what }) => what);
  } finally {
    database.close();
  }
}

test('a system with two stores of data climbs a hop, and goes back with both', async (t) => {
  const system = await sampleSystem(t);
  const { production, staging } = system;
  write(production.folder, 'of production');
  write(staging.folder, 'of staging');
  const changes: Changes = {
    configuration: {
      ...realDeploys(system).configuration,
      'environments.production.data': twoStores('PRODUCTION'),
      'environments.staging.data': twoStores('STAGING'),
      'gates.production': 'none',
      'gates.finalize': 'none',
    },
  };

  await t.test('the name of each is typed', async () => {
    const asked: string[] = [];
    const result = await markStaging(await system.open(changes), {}, async (question) => {
      asked.push(question);
      return /empty "([^"]*)"/.exec(question)?.[1] ?? '';
    });
    assert.equal(result.outcome, 'passed', result.headline);
    const folder = await realpath(staging.folder);
    assert.deepEqual(
      asked.map((question) => /empty "([^"]*)"/.exec(question)?.[1]),
      ['records', 'tasks'].map((name) => join(folder, `${name}.sqlite`)),
    );
  });

  await t.test('preflight looks at each', async () => {
    const { text, outcome } = await system.ask({ command: 'preflight', acknowledge: ['readers-of-place'] }, changes);
    assert.notEqual(outcome, 'failed', text);
    for (const name of ['records', 'tasks']) {
      assert.match(text, new RegExp(`the database "${name}" of production`));
      assert.match(text, new RegExp(`the database "${name}" of staging`));
    }
  });

  await t.test('the hop is rehearsed on both and promoted', async () => {
    const shown = logStage(silentLog);
    const stage: ClimbStage = {
      showPlan: () => undefined,
      approve: async () => ({ kind: 'approved', by: 'engineer' }),
      runJob: (title, steps) => shown.runJob(title, steps),
    };
    const project = await system.open(changes);
    const input = { target: '1.1.4', acknowledge: [], facts: [] };
    const result = await endOfRun(project, () => climbPath(project, input, stage));
    assert.equal(result.outcome, 'passed', result.message?.happened);
    assert.deepEqual(tasksIn(staging.folder), ['of production']);
    const entries = await (await system.open(changes)).journal.read();
    const taken = entries.flatMap(({ event }) => (event.type === 'backed-up' ? [event] : []));
    assert.deepEqual(
      taken.map(({ purpose, data }) => [purpose, ...(data ?? []).map(({ name }) => name)]),
      [
        ['rehearsal', 'records', 'tasks'],
        ['restore-point', 'records', 'tasks'],
      ],
    );
  });

  await t.test('what a restore loses is named by store, and both are put back', async () => {
    write(production.folder, 'written since');
    const hop = '1.0.2--1.1.4';
    const refused = await system.ask({ command: 'rollback', hop }, changes);
    assert.match(
      refused.message?.means ?? '',
      /that loses everything written to "records" after \S+ and to "tasks" after \S+\. Nothing was changed/,
    );
    const back = await system.ask({ command: 'rollback', hop, confirm: hop }, changes);
    assert.equal(back.outcome, 'passed', back.message?.happened);
    assert.deepEqual(tasksIn(production.folder), ['of production']);
  });
});
