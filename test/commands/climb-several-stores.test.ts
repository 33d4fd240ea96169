import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, realpath, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { climbPath } from '../../src/climbing/climb-path.ts';
import { endOfRun } from '../../src/steps/hop/under-lease.ts';
import { markStaging } from '../../src/steps/mark-disposable/mark-disposable.ts';
import type { ClimbStage } from '../../src/steps/stage/climb-stage.ts';
import { logStage } from '../../src/steps/stage/log-stage.ts';
import { silentLog } from '../../src/world/log.ts';
import { type Changes, realDeploys, sampleSystem } from './sample-system.ts';

/** The sample's records, and beside them a database and a folder that its server does not know. */
function storesOf(side: string) {
  return [
    ...['records', 'tasks'].map((name) => ({ sqlite: { file: `\${${side}_STATE}/${name}.sqlite` }, name })),
    { folder: { path: `\${${side}_STATE}/uploads` }, name: 'uploads' },
  ];
}

async function write(folder: string, task: string): Promise<void> {
  await mkdir(join(folder, 'uploads'), { recursive: true });
  await writeFile(join(folder, 'uploads', task), task);
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

test('a system with several data stores climbs a hop, and is rolled back with all of them', async (t) => {
  const system = await sampleSystem(t);
  const { production, staging } = system;
  await write(production.folder, 'of production');
  await write(staging.folder, 'of staging');
  const changes: Changes = {
    configuration: {
      ...realDeploys(system).configuration,
      'environments.production.data': storesOf('PRODUCTION'),
      'environments.staging.data': storesOf('STAGING'),
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
      ['records.sqlite', 'tasks.sqlite', 'uploads'].map((name) => join(folder, name)),
    );
  });

  await t.test('preflight checks each', async () => {
    const { text, outcome } = await system.ask({ command: 'preflight', acknowledge: ['readers-of-place'] }, changes);
    assert.notEqual(outcome, 'failed', text);
    for (const name of ['database "records"', 'database "tasks"', 'folder "uploads"']) {
      assert.match(text, new RegExp(`the ${name} of production`));
      assert.match(text, new RegExp(`the ${name} of staging`));
    }
  });

  await t.test('the hop is rehearsed on all of them and promoted', async () => {
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
    assert.deepEqual(await readdir(join(staging.folder, 'uploads')), ['of production']);
    const entries = await (await system.open(changes)).journal.read();
    const taken = entries.flatMap(({ event }) => (event.type === 'backed-up' ? [event] : []));
    assert.deepEqual(
      taken.map(({ purpose, data }) => [purpose, ...(data ?? []).map(({ name }) => name)]),
      [
        ['rehearsal', 'records', 'tasks', 'uploads'],
        ['restore-point', 'records', 'tasks', 'uploads'],
      ],
    );
  });

  await t.test('what a restore loses is named by store, and all are restored', async () => {
    await write(production.folder, 'written since');
    const hop = '1.0.2--1.1.4';
    const refused = await system.ask({ command: 'rollback', hop }, changes);
    assert.match(
      refused.message?.means ?? '',
      /that loses everything written to "records" after .+ UTC, to "tasks" after .+ UTC, and to "uploads" after .+ UTC\. Nothing/,
    );
    // A damaged one stops nothing, and is not the end: another backup is named, and so is how to repair it.
    const entries = await (await system.open(changes)).journal.read();
    const [rehearsal, point] = entries.flatMap(({ event }) => (event.type === 'backed-up' ? [event.backup] : []));
    const damaged = join(system.folder, 'backups', point ?? '', 'data/tasks/database.sqlite');
    const whole = await readFile(damaged);
    await truncate(damaged, 100);
    const failed = await system.ask({ command: 'rollback', hop, confirm: hop }, changes);
    assert.equal(failed.outcome, 'failed');
    assert.match(failed.message?.next ?? '', /^Put its files back as they were written/);
    assert.match(failed.message?.next ?? '', new RegExp(`--confirm ${rehearsal} restores it instead, and everything`));
    assert.match(await (await fetch(`${production.url}/version`)).text(), /1\.1\.4/, 'production serves all the time');
    await writeFile(damaged, whole);
    // Another release, in a manifest that is valid in itself: it is not the backup that was taken and proved.
    const manifest = join(system.folder, 'backups', point ?? '', 'manifest.json');
    const asTaken = await readFile(manifest, 'utf8');
    await writeFile(manifest, asTaken.replace('"version": "1.0.2"', '"version": "1.0.1"'));
    const changed = await system.ask({ command: 'rollback', hop, confirm: hop }, changes);
    assert.equal(changed.outcome, 'refused');
    assert.match(
      `${changed.message?.happened} ${changed.message?.means}`,
      new RegExp(`${point} is damaged \\(its manifest is not the one that the journal recorded when it was taken\\)`),
    );
    assert.match(await (await fetch(`${production.url}/version`)).text(), /1\.1\.4/);
    await writeFile(manifest, asTaken);
    const back = await system.ask({ command: 'rollback', hop, confirm: hop }, changes);
    assert.equal(back.outcome, 'passed', back.message?.happened);
    assert.deepEqual(tasksIn(production.folder), ['of production']);
    assert.deepEqual(await readdir(join(production.folder, 'uploads')), ['of production']);
  });
});
