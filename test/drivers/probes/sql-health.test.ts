import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { healthProbe } from '../../../src/drivers/probes.ts';
import { databaseEffects } from '../../support/database-effects.ts';
import { missingPostgres, startPostgres, type TestPostgres } from '../../support/postgres.ts';

const skip = (await missingPostgres()) ?? false;
let primary: TestPostgres;
let standby: Awaited<ReturnType<TestPostgres['standby']>>;

before(async () => {
  if (skip !== false) return;
  primary = await startPostgres();
  standby = await primary.standby();
});
after(async () => {
  await standby?.stop();
  await primary?.stop();
});

function ask(url: string, write: boolean, signal?: AbortSignal) {
  const probe = healthProbe.parse({ sql: { url: '{access.database}', write } });
  return probe.open({ effects: databaseEffects(), where: 'probe', placeholders: { 'access.database': url } })(signal);
}

test('a writable database and a read-only one are distinguished', { skip }, async () => {
  assert.deepEqual(await ask(primary.url('postgres'), true), { kind: 'yes' });
  assert.deepEqual(await ask(primary.url('postgres'), false), { kind: 'yes' });
  assert.deepEqual(await ask(standby.url('postgres'), false), { kind: 'yes' });
  const refused = await ask(standby.url('postgres'), true);
  assert.ok(refused.kind === 'no', JSON.stringify(refused));
  assert.equal(refused.reason, 'the database may only be read');
});

test('the write check leaves nothing behind in any table', { skip }, async () => {
  const count = 'select sum(n_tup_ins + n_tup_upd + n_tup_del)::text as written from pg_stat_user_tables';
  const before = await primary.sql('postgres', count);
  await ask(primary.url('postgres'), true);
  assert.deepEqual(await primary.sql('postgres', count), before);
});

test('a rejected password is not an outage, but an address without a server is one', { skip }, async () => {
  const wrong = new URL(primary.url('postgres'));
  wrong.password = 'wrong';
  const refused = await ask(wrong.href, false);
  assert.ok(refused.kind === 'unknown' && refused.refused === true, JSON.stringify(refused));
  assert.doesNotMatch(refused.reason, /wrong/);
  assert.equal((await ask('postgres://app@127.0.0.1:9/records', false)).kind, 'no');
});

test('a look that is ended while it connects to a silent server ends', { timeout: 60_000 }, async (t) => {
  const silent = createServer();
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  t.after(() => silent.close());
  const address = silent.address();
  assert.ok(typeof address === 'object' && address !== null);
  const ended = new AbortController();
  silent.once('connection', (socket) => {
    socket.resume();
    ended.abort();
  });
  await assert.rejects(ask(`postgres://app@127.0.0.1:${address.port}/records`, false, ended.signal), {
    name: 'AbortError',
  });
});
