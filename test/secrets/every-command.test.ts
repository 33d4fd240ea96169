import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { allCommands } from '../../src/entries/commands.ts';
import { assertNoCanary, type Canary } from '../support/canary.ts';
import { commandLinesDuring } from '../support/command-lines.ts';
import { missingPostgres, startPostgres } from '../support/postgres.ts';
import { type Leaking, leakingWorld } from './leaking-world.ts';

const hop = '1.0.2--1.1.4';

/** A whole hop in the terminal, then every command of both entries: where servers answer, and where they fail. */
async function everything(world: Leaking, database: string, modes: readonly ('answer' | 'fail')[]): Promise<void> {
  const marked = await world.terminal('mark-disposable', '--confirm', database);
  assert.equal(marked, 0, Object.values(world.texts).join('\n'));
  const climbed = await world.program('climb', '--target', '1.1.4', '--yes');
  assert.equal(climbed, 0, Object.values(world.texts).join('\n'));
  for (const mode of modes) {
    if (mode === 'fail') for (const server of [...Object.values(world.servers), world.listener]) server.fail();
    for (const command of ofBothEntries) {
      const environment = mode === 'fail' ? 'staging' : 'production';
      const asked = { command, hop, environment, release: 'to', purpose: 'rehearsal', budget: '1s', confirm: hop };
      await world.action({ ...asked, reason: 'a reason' });
      if (command === 'rehearse') await world.program(command);
      else await world.terminal(command, ...(ofHop.has(command) ? ['--hop', hop] : []));
      if (command !== 'rehearse')
        await world.terminal(command, ...(ofHop.has(command) ? ['--hop', hop] : []), '--json');
    }
    await world.terminal('rollback', '--hop', hop, '--environment', 'production', '--confirm', hop, '--reason', 'why');
    await world.terminal('report', '--output', 'report.md');
    await world.terminal('report', '--output', 'report.html');
  }
}

const ofBothEntries = allCommands
  .filter(({ onProject, only }) => onProject !== undefined && only !== 'terminal')
  .map(({ name }) => name);

const ofHop = new Set([
  'check',
  'backup',
  'restore',
  'deploy',
  'wait',
  'smoke',
  'migrate',
  'rollback',
  'report',
  'adopt',
]);

async function assertNothingLeaked(world: Leaking): Promise<void> {
  const { received } = world.listener;
  assert.ok(
    received.some((body) => body.includes('staged-upgrade: the climb of records')),
    'no issue was written',
  );
  assert.ok(
    received.some((body) => /"(title|text)":/.test(body) && !body.includes('labels')),
    'nobody was notified',
  );
  const texts = { ...world.texts, ...Object.fromEntries(received.map((body, index) => [`notice ${index + 1}`, body])) };
  await assertNoCanary(world.canaries, { texts, folders: [world.folder] });
  const shown = Object.values(world.texts).join('\n');
  assert.match(shown, /GIVEN=\*\*\*/, 'the hooks have printed what they got');
  assert.doesNotMatch(shown, /made-here|add-mask/, 'what a script masks by itself is masked');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  assert.doesNotMatch(shown, /[\u0000-\u0008\u000b-\u001f\u202e]/, 'a character that is not seen');
}

test('no command leaks a secret, on SQLite', async (t) => {
  const world = await leakingWorld(t, (folder) => {
    const file = (name: string): string => join(folder, `${name}.sqlite`);
    for (const name of ['production', 'staging']) {
      const database = new DatabaseSync(file(name));
      database.exec(`CREATE TABLE "canary of nobody" (a); INSERT INTO "canary of nobody" VALUES ('${name}')`);
      database.close();
    }
    return {
      databases: {
        production: { sqlite: { file: file('production') } },
        staging: { sqlite: { file: file('staging') } },
      },
    };
  });
  await everything(world, join(world.folder, 'staging.sqlite'), ['answer', 'fail']);
  await assertNothingLeaked(world);
});

const missing = await missingPostgres();

test('no command leaks a secret, on PostgreSQL, and none is in an argument', {
  skip: missing ?? false,
}, async (t) => {
  const server = await startPostgres();
  t.after(() => server.stop());
  await server.sql('postgres', 'CREATE DATABASE production');
  await server.sql('postgres', 'CREATE DATABASE staging');
  await server.sql('production', 'CREATE TABLE records (id int PRIMARY KEY); INSERT INTO records VALUES (1)');
  const password: Canary = { name: 'the password of the database', value: server.adminPassword };
  const world = await leakingWorld(t, () => ({
    databases: {
      production: { postgres: { url: '${PRODUCTION_DATABASE_URL}' } },
      staging: { postgres: { url: '${STAGING_DATABASE_URL}' } },
    },
    variables: { PRODUCTION_DATABASE_URL: server.url('production'), STAGING_DATABASE_URL: server.url('staging') },
    canaries: [password],
  }));
  const lines = [...(await commandLinesDuring(() => everything(world, 'staging', ['answer'])))];
  assert.ok(
    lines.some((line) => line.includes('pg_dump')),
    'pg_dump was not seen',
  );
  await assertNoCanary(world.canaries, { texts: { 'the arguments of processes': lines.join('\n') } });
  await assertNothingLeaked(world);
});
