import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { mayReplace } from '../../../support/marking.ts';
import { neo4jSettings, playedNeo4j } from '../../../support/neo4j/servers.ts';

/* What is particular to Neo4j: a server that must be stopped, whose files must be its own, and the editions. */

async function failure(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => assert.fail('it should have failed'),
    (reason) => reason,
  );
  assert.ok(error instanceof SystemFailure, String(error));
  const { happened, means, next } = error.detail;
  return [happened, means, next].join('\n');
}

test('Neo4j', async (t) => {
  const played = await playedNeo4j(t);
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-neo4j-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const place = (): Promise<string> => mkdtemp(join(folder, 'backup-'));
  // Nothing listens there; the process makes them others than those of a test beside it.
  const base = 30_000 + (process.pid % 5000) * 4;
  const [live, copy, first, second] = [base, base + 1, base + 2, base + 3];
  const environment = { PATH: process.env.PATH ?? '', XDG_STATE_HOME: join(folder, 'state') };
  const effects = databaseEffects({}, { environment });
  const store = (port: number, more: object = {}): DataStore =>
    dataStore
      .parse({ neo4j: { ...neo4jSettings(port, played.bin), ...more } })
      .open({ effects, where: 'data', placeholders: {} });
  await played.server(live, ['leaf1', 'leaf2']);
  await played.server(copy, []);
  const request = async (port: number, more: object = {}) => {
    const directory = await place();
    await store(port, more).backup({ directory, log: silentLog });
    return { directory, references: [], log: silentLog, mayReplace };
  };

  await t.test('is stopped for a dump, runs afterwards, and the report says for how long', async () => {
    const said: string[] = [];
    const log = { ...silentLog, info: (line: string) => said.push(line) };
    const directory = await place();
    const taken = await store(live).backup({ directory, log });
    assert.deepEqual(await readdir(directory), ['neo4j.dump']);
    assert.equal(taken.fingerprint.kind, 'same-snapshot');
    assert.deepEqual(Object.keys(taken.tools), ['neo4j-admin', 'neo4j', 'stopped for']);
    assert.ok(said.some((line) => /^Neo4j did not serve for .*: it was stopped for the dump\.$/.test(line)));
    assert.equal(await played.isUp(live), true);
  });

  await t.test('refuses an address with a password in it, which every user of the machine would see', async () => {
    const text = await failure(store(live, { url: 'bolt://neo4j:hidden@localhost:7687' }).identity());
    assert.match(text, /^The "url" of Neo4j has a user or a password in it\./);
    assert.doesNotMatch(text, /hidden/);
  });

  await t.test('is compared by labels, types of relationships, indexes and constraints, each counted', async () => {
    const { tables, objects } = await store(live).fingerprint();
    const devices = tables.find(({ name }) => name === 'node :Node:InfraDevice');
    assert.equal(devices?.rows, 2);
    assert.ok(tables.some(({ name }) => name === 'relationship HAS_VALUE'));
    assert.deepEqual(Object.keys(objects ?? {}), ['index "node_uuid"']);
    const counted = await store(live, { fingerprint: { content: false } }).fingerprint();
    assert.ok(counted.tables.every(({ checksum }) => checksum === undefined));
  });

  await t.test('is started again if neo4j-admin fails, whose message is quoted', async () => {
    const text = await failure(
      store(live, { stop: ['true', 'nothing'] }).backup({ directory: await place(), log: silentLog }),
    );
    assert.match(
      text,
      /^neo4j-admin failed while the database was dumped: Failed to dump database 'neo4j': The database is in use\. Stop database 'neo4j' and try again\.\nNo backup was taken\./,
    );
    assert.equal(await played.isUp(live), true);
  });

  await t.test('is started by the next step if a run was killed while it was stopped', async () => {
    const never = store(live, { start: ['false', 'nothing'] });
    assert.match(
      await failure(never.backup({ directory: await place(), log: silentLog })),
      /^The command "start" of data\.neo4j failed/,
    );
    assert.equal(await played.isUp(live), false);
    assert.equal((await readdir(join(folder, 'state/staged-upgrade/stopped'))).length, 1);
    await store(live).identity();
    assert.equal(await played.isUp(live), true);
    assert.match(
      effects.warnings.at(-1) ?? '',
      /is stopped, by a run that was ended before it could start it again\. It is started now\./,
    );
  });

  await t.test('is not started if a person has stopped it', async () => {
    await writeFile(join(played.folder, String(copy), 'state'), 'down\n');
    assert.match(await failure(store(copy).identity()), /^Nobody answers at 127\.0\.0\.1:\d+ as Neo4j\./);
    assert.equal(await played.isUp(copy), false);
    await writeFile(join(played.folder, String(copy), 'state'), 'up\n');
  });

  await t.test('the community edition needs to be stopped by a command, and has no online backup', async () => {
    const [none] =
      (await store(live, { stop: undefined, start: undefined }).preflight?.({ use: 'backup', subject: 's' })) ?? [];
    assert.match(none?.happened ?? '', /does not say how Neo4j is stopped and started/);
    const text = await failure(store(live, { method: 'online' }).backup({ directory: await place(), log: silentLog }));
    assert.match(text, /^"method: online" needs the enterprise edition/);
    assert.equal(await played.isUp(live), true);
  });

  await t.test('the enterprise edition is backed up online, and only stops the database for a restore', async () => {
    await played.server(first, ['leaf1'], { edition: 'enterprise' });
    await played.server(second, [], { edition: 'enterprise' });
    const more = { method: 'online', stop: undefined, start: undefined };
    const online = { ...more, from: `127.0.0.1:${first}` };
    const asked = await request(first, online);
    assert.match((await readdir(asked.directory)).join(), /^neo4j-.*\.backup$/);
    await store(second, more).restore(asked);
    assert.deepEqual(
      (await played.graph(second)).nodes.map(({ value }) => value),
      ['leaf1'],
    );
    const expected = await store(first, online).fingerprint();
    assert.deepEqual((await store(second, more).fingerprint(undefined, expected)).tables, expected.tables);
  });

  await t.test('a folder of that name that belongs to another server is never touched', async () => {
    const asked = await request(live);
    await writeFile(join(played.folder, String(copy), 'data/server_id'), Buffer.alloc(17, 7));
    const before = await played.graph(copy);
    assert.match(await failure(store(copy).restore(asked)), /which is not a folder of that server on this machine\./);
    assert.match(await failure(store(copy).markDisposable(async () => undefined)), /not a folder of that server/);
    assert.deepEqual(await played.graph(copy), before);
  });

  await t.test('its password is in no argument and in no message', async () => {
    const text = await failure(store(live, { password: 'another word' }).identity());
    assert.match(text, /did not answer: The client is unauthorized due to authentication failure\./);
    assert.doesNotMatch(text, /another word/);
  });
});
