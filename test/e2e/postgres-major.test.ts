import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { assertNoCanary } from '../support/canary.ts';
import { missingPostgres } from '../support/postgres.ts';
import { createMoveWorld, keepJournalIn, type MoveWorld, nothingIsLost, succeed } from './postgres-major-world.ts';

/* The example examples/postgres-major on two real servers, while an application writes. */

const minutes = 60_000;
const missing = await missingPostgres();
const options = { skip: missing ?? false, timeout: 45 * minutes };
const started = ['--acknowledge', 'new-server-started'];
const backedUp = ['--acknowledge', 'new-backups-restored'];

test('a database is moved to another server in stages, and back, while it is written to', options, async (t) => {
  const world = await worldFor(t);
  const { application, old, young, staged } = world;
  await keepJournalIn(world, join(world.folder, 'journal'));
  const printed: string[] = [];
  const run = async (...words: readonly string[]) => {
    const { exitCode, stdout, stderr } = await staged(...words);
    const text = `${stdout}\n${stderr}`;
    printed.push(text);
    return { exitCode, text };
  };

  const plan = await run('plan');
  assert.equal(plan.exitCode, 0, plan.text);
  for (const said of ['old', 'second', 'replicated', 'switched', 'removed', 'the configuration waives staging'])
    assert.ok(plan.text.includes(said), `${said}:\n${plan.text}`);
  const early = await run('climb', '--yes');
  assert.equal(early.exitCode, 5, early.text);
  assert.match(early.text, /new-server-started/);

  const switched = await run('climb', '--yes', '--until', 'switched', ...started);
  assert.equal(switched.exitCode, 0, switched.text);
  await application.writes(young);
  await nothingIsLost(world, 'young');

  const back = await run('rollback', '--hop', 'replicated--switched');
  assert.equal(back.exitCode, 0, back.text);
  await application.writes(old);
  await nothingIsLost(world, 'old');

  const removed = await run('climb', '--yes', ...started, ...backedUp);
  assert.equal(removed.exitCode, 0, removed.text);
  await application.writes(young);
  await nothingIsLost(world, 'young');
  assert.deepEqual(await old.sql('postgres', "SELECT FROM pg_database WHERE datname = 'records'"), []);
  assert.deepEqual(await young.sql('records', 'SELECT FROM pg_publication'), []);
  assert.deepEqual(await young.sql('records', 'SELECT FROM pg_replication_slots'), [], 'nothing keeps its log');

  const again = await run('climb', '--yes');
  assert.equal(again.exitCode, 0, again.text);
  assert.match(again.text, /is at "removed", the last stage/);
  await assertNoCanary([world.password], {
    folders: [world.repository, join(world.folder, 'journal')],
    texts: { 'what was printed': printed.join('\n') },
  });
});

test('a switch that is killed at any of its statements is continued by the next one', options, async (t) => {
  const world = await worldFor(t);
  const { old, young, application } = world;
  for (const stage of ['second', 'replicated']) await done(world, 'reach', stage);
  const killed = await killedMoves(world);
  const ways = [
    { words: ['reach', 'switched'], onto: young },
    { words: ['back', 'replicated'], onto: old },
  ];
  for (let statement = 1, completed = 0; completed < ways.length; statement += everySo) {
    completed = 0;
    for (const { words, onto } of ways) {
      if ((await killed(words, statement)) === 'completed') completed += 1;
      const seen = await lastReached(world);
      assert.ok(['replicated', 'switched'].includes(seen), `${words.join(' ')}, killed at ${statement}: at ${seen}`);
      const [act = '', stage = ''] = words;
      await done(world, act, stage);
      assert.equal(await lastReached(world), stage, `${words.join(' ')}, killed at ${statement}, then run again`);
      await application.writes(onto);
    }
  }
  await nothingIsLost(world, 'old');
});

/** Each of some forty statements would take minutes; these are all of its steps. */
const everySo = 3;

async function done({ move }: MoveWorld, ...words: readonly string[]): Promise<void> {
  succeed(await move(words));
}

/** As Staged Upgrade finds it: the last stage whose probe says that it is reached. */
async function lastReached({ move }: MoveWorld): Promise<string> {
  for (const stage of ['removed', 'switched', 'replicated', 'second', 'old']) {
    const { exitCode, stderr } = await move(['reached', stage]);
    if (exitCode === 0) return stage;
    assert.equal(exitCode, 1, `${stage}: ${stderr}`);
  }
  return 'none';
}

/** Runs the example's program with a `psql` that kills it, as SIGKILL does, at the given call. */
async function killedMoves({ folder, old, move }: MoveWorld) {
  const programs = join(folder, 'programs');
  await mkdir(programs);
  const script = [
    '#!/bin/sh',
    'calls=$(($(cat "$CALLS") + 1))',
    'echo "$calls" > "$CALLS"',
    '[ "$calls" = "$KILL_AT" ] && kill -KILL "$PPID" && exit 1',
    `exec "${join(old.tools, 'psql')}" "$@"`,
  ];
  await writeFile(join(programs, 'psql'), `${script.join('\n')}\n`, { mode: 0o755 });
  const calls = join(folder, 'calls');
  return async (words: readonly string[], statement: number): Promise<'killed' | 'completed'> => {
    await writeFile(calls, '0');
    const PATH = `${programs}:${process.env.PATH ?? ''}`;
    const { exitCode, stderr } = await move(words, { PATH, CALLS: calls, KILL_AT: String(statement) });
    assert.ok(exitCode === 0 || exitCode === undefined, `${words.join(' ')}: ${exitCode} ${stderr}`);
    return exitCode === 0 ? 'completed' : 'killed';
  };
}

async function worldFor(t: TestContext): Promise<MoveWorld> {
  const ends: (() => Promise<unknown>)[] = [];
  t.after(async () => {
    const failures: unknown[] = [];
    for (const end of ends.toReversed()) await end().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'What the test started did not end.');
  });
  return await createMoveWorld((end) => ends.push(end));
}
