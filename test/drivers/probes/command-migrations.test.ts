import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandMigrations } from '../../../src/drivers/probes/command/migrations.ts';
import { databaseEffects } from '../../support/database-effects.ts';

async function seen(output: unknown, settings: object = {}, code = 0) {
  const text = typeof output === 'string' ? output : JSON.stringify(output).replaceAll(/[{}]/g, '$&$&');
  const script = 'process.stdout.write(process.argv[1]); process.exitCode = Number(process.argv[2]);';
  const run = [process.execPath, '-e', script, text, String(code)];
  const context = { effects: databaseEffects(), where: 'probes', placeholders: {} };
  return await commandMigrations.parse({ command: { run, ...settings } }).open(context)();
}

test('a command prints how far its migrations are, as JSON', async () => {
  assert.deepEqual(await seen({ state: 'done', applied: 14 }), { kind: 'done', applied: '14' });
  assert.deepEqual(await seen({ state: 'pending', current: 'v13', applied: 'v12' }), {
    kind: 'pending',
    next: 'v13',
    applied: 'v12',
  });
  assert.deepEqual(await seen({ state: 'running', current: 'v13', progress: { done: 12, total: 28 } }), {
    kind: 'running',
    current: 'v13',
    progress: { done: 12, total: 28 },
  });
  assert.deepEqual(await seen({ state: 'failed', current: 'v13', error: 'no space' }), {
    kind: 'failed',
    current: 'v13',
    error: 'no space',
  });
});

test('a command that prints text is read by an expression, without its colours, and never by its exit code', async () => {
  const jsonata = `(
    $of := $match($, /version: (\\d+)\\s+target: (\\d+)/).groups;
    $exists($of) ? { "state": $of[0] = $of[1] ? "done" : "failed", "current": $of[1], "error": "left out", "applied": $of[0] } : {}
  )`;
  assert.deepEqual(await seen('\u001b[32mversion: 79\u001b[0m\ntarget: 79\n', { jsonata }), {
    kind: 'done',
    applied: '79',
  });
  assert.deepEqual(await seen('version: 75\n  target: 79\n', { jsonata }), {
    kind: 'failed',
    current: '79',
    error: 'left out',
    applied: '75',
  });
  const other = await seen('Upgrade complete', { jsonata });
  assert.ok(other.kind === 'unknown');
  assert.match(other.reason, /has no "state"/);
  assert.equal((await seen('version: 79\ntarget: 79\n', { jsonata }, 2)).kind, 'unknown');
  const broken = await seen('version: 79', { jsonata: '$number($)' });
  assert.ok(broken.kind === 'unknown');
  assert.doesNotMatch(broken.reason, /79/);
});

test('its own names, numbers and jobs are read as the definition says', async () => {
  const settings = {
    state: { at: 'left', done: [0], pending: [{ above: 0 }] },
    current: 'next',
    jobs: { list: 'jobs', id: 'id', migration: 'of', state: { at: 'is', running: ['active'] }, missing: 'none' },
  };
  assert.equal((await seen({ left: 0 }, settings)).kind, 'done');
  assert.equal((await seen({ left: 2, next: 'm7' }, settings)).kind, 'pending');
  const jobs = [{ id: 1, of: 'm7', is: 'active' }];
  assert.equal((await seen({ left: 2, next: 'm7', jobs }, settings)).kind, 'running');
});

test('extra output, an unknown state, and a failure of the command itself are reported as unknown', async () => {
  const reasons: string[] = [];
  for (const look of [seen('state: done'), seen({}), seen({ state: 'ready' }), seen({ state: 'done' }, {}, 3)]) {
    const status = await look;
    assert.ok(status.kind === 'unknown');
    reasons.push(status.reason);
  }
  const what = 'the output of the command of its migrations probe';
  assert.deepEqual(reasons, [
    `${what} is not JSON`,
    `${what} has no "state"`,
    `${what} says "ready", which the product definition does not know`,
    'the command of its migrations probe exited with code 3',
  ]);
});
