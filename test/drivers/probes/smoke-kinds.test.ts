import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { smokeTest } from '../../../src/drivers/probes.ts';
import type { PartContext } from '../../../src/world/effects/kind.ts';
import { databaseEffects } from '../../support/database-effects.ts';
import { answerJson, serve } from '../../support/http-server.ts';
import { missingPostgres, startPostgres } from '../../support/postgres.ts';

async function tested(test: object, context: Partial<PartContext> = {}) {
  const opened = smokeTest
    .parse({ name: 'test', ...test })
    .open({ effects: databaseEffects(), where: 'smoke', placeholders: {}, ...context });
  return await opened.run();
}

describe('a command whose output is judged', () => {
  const prints = (lines: string, more: object = {}, code = 0) =>
    tested({
      command: {
        run: [
          process.execPath,
          '-e',
          'console.log(process.argv[1]); process.exitCode = +process.argv[2]',
          lines,
          String(code),
        ],
        ...more,
      },
    });

  it('passes only with what it must say, and without what it must not, although it exits with 0', async () => {
    const rules = { expect: ['Upgrade complete SUCCESS'], forbid: ['FAILED'] };
    assert.deepEqual(await prints('Upgrade complete SUCCESS', rules), { kind: 'passed' });
    assert.equal((await prints('Upgrade cancelled due to migration failure.', rules)).kind, 'failed');
    const seen = await prints('rebase FAILED\nUpgrade complete SUCCESS', rules);
    assert.match(seen.kind === 'failed' ? seen.reason : '', /its output says "FAILED"/);
    assert.equal((await prints('Upgrade complete SUCCESS', rules, 3)).kind, 'failed');
  });

  it('compares the JSON that it prints', async () => {
    const expect = { json: { pending: 0, '0': { exists: false } } };
    assert.deepEqual(await prints('{{"pending": 0}}', expect), { kind: 'passed' });
    assert.equal((await prints('{{"pending": 2}}', expect)).kind, 'failed');
    assert.equal((await prints('pending: 0', expect)).kind, 'failed');
  });
});

describe('a query in GraphQL', () => {
  const query = '{ InfrahubInfo { version } }';
  async function asked(answer: unknown, more: object = {}) {
    let body = '';
    await using server = await serve(async (request, response) => {
      for await (const part of request) body += part;
      answerJson(response, answer);
    });
    const http = { path: '/graphql', graphql: query, expect: { json: { 'InfrahubInfo.version': '1.9.3' } }, ...more };
    return { seen: await tested({ http }, { placeholders: { url: server.url } }), body };
  }

  it('is sent with its variables, and its data is read', async () => {
    const { seen, body } = await asked({ data: { InfrahubInfo: { version: '1.9.3' } } }, { variables: { first: 3 } });
    assert.deepEqual(seen, { kind: 'passed' });
    assert.deepEqual(JSON.parse(body), { query, variables: { first: 3 } });
  });

  it('fails if the answer has errors, although its status is 200, even if nothing else is expected', async () => {
    const errors = [{ message: 'No node of Ada', extensions: { code: 'NOT_FOUND' } }];
    for (const more of [{}, { expect: {} }]) {
      const { seen } = await asked({ data: { InfrahubInfo: { version: '1.9.3' } }, errors }, more);
      assert.ok(seen.kind === 'failed');
      assert.match(seen.reason, /has errors of GraphQL: NOT_FOUND/);
      assert.doesNotMatch(seen.reason, /Ada/);
    }
  });
});

const skip = (await missingPostgres()) ?? false;

describe('a query in SQL', () => {
  it('reads a SQLite database, and cannot write to it', async (t) => {
    const file = join(process.env.TMPDIR ?? '/tmp', `smoke-${process.pid}-${Date.now()}.sqlite`);
    t.after(() => rm(file, { force: true }));
    const database = new DatabaseSync(file);
    database.exec("CREATE TABLE people (name TEXT); INSERT INTO people VALUES ('Ada'), ('Bob')");
    database.close();
    const sql = (query: string, expect: object) => tested({ sql: { file, query, expect } });
    const counted = 'SELECT count(*) AS n FROM people';
    assert.deepEqual(await sql(counted, { '0.n': { 'at-least': 2 }, length: 1 }), { kind: 'passed' });
    const fewer = await sql(counted, { '0.n': { above: 2 } });
    assert.deepEqual(fewer, { kind: 'failed', reason: 'in what its query found, "0.n" is not above 2' });
    assert.equal((await sql('DELETE FROM people', {})).kind, 'unknown');
    assert.deepEqual(await sql(counted, { '0.n': 2 }), { kind: 'passed' });
    assert.deepEqual(await sql(`${counted}; -- all of them; really`, { '0.n': 2 }), { kind: 'passed' });
    assert.deepEqual(await sql(`${counted}; SELECT 3 AS n`, { '0.n': 2 }), {
      kind: 'unknown',
      reason: 'its query has several statements, of which only the first would be read',
    });
    assert.match(
      JSON.stringify(await sql('SELECT hex(zeroblob(9000000)) AS x', {})),
      /finds more than 100000 rows or 16 MB: let it count/,
    );
  });

  it('gives up a query of SQLite that does not end, and does other things in the meantime', async (t) => {
    const file = join(process.env.TMPDIR ?? '/tmp', `smoke-${process.pid}-${Date.now()}.sqlite`);
    t.after(() => rm(file, { force: true }));
    new DatabaseSync(file).close();
    const query = 'WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c';
    let isOther = false;
    setTimeout(() => {
      isOther = true;
    }, 10);
    const seen = await tested({ sql: { file, query, timeout: '1s', expect: {} } });
    assert.deepEqual(seen, { kind: 'unknown', reason: 'its query took too long' });
    assert.ok(isOther);
  });

  it('reads a PostgreSQL database, and cannot write to it', { skip }, async (t) => {
    const server = await startPostgres();
    t.after(() => server.stop());
    await server.sql('postgres', "CREATE TABLE people (name text); INSERT INTO people VALUES ('Ada')");
    const url = server.url('postgres');
    const sql = (query: string, expect: object) =>
      tested({ sql: { url: '{access.db}', query, expect } }, { placeholders: { 'access.db': url } });
    assert.deepEqual(await sql('select count(*) as n from people', { '0.n': 1 }), { kind: 'passed' });
    assert.deepEqual(await sql('delete from people', {}), {
      kind: 'unknown',
      reason: 'its query would write, and may only read',
    });
    for (const escaping of ['commit; delete from people', 'rollback'])
      assert.notEqual((await sql(escaping, { length: 1 })).kind, 'passed');
    for (const query of [
      'select generate_series(1, 20000000) as n',
      "select repeat('x', 200000000) as text from generate_series(1, 20)",
    ]) {
      const before = process.memoryUsage().rss;
      const seen = await sql(query, {});
      assert.match(seen.kind === 'unknown' ? seen.reason : '', /finds more than 100000 rows or 16 MB/);
      assert.ok(process.memoryUsage().rss - before < 400_000_000, query);
    }
    assert.deepEqual(await sql('show default_transaction_read_only', { '0.default_transaction_read_only': 'on' }), {
      kind: 'passed',
    });
    assert.deepEqual(await sql('select nothing from nowhere', {}), {
      kind: 'unknown',
      reason: 'a table of its query does not exist',
    });
    assert.deepEqual(await sql('select count(*) as n from people', { '0.n': 1 }), { kind: 'passed' });
  });
});

describe('a port', () => {
  it('must accept a connection', async () => {
    const listening = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const address = listening.address();
    assert.ok(address !== null && typeof address === 'object');
    const { port } = address;
    const context = { placeholders: { url: 'http://127.0.0.1:1/' } };
    assert.deepEqual(await tested({ tcp: { port } }, context), { kind: 'passed' });
    await new Promise((resolve) => listening.close(resolve));
    const seen = await tested({ tcp: { port } }, context);
    assert.match(seen.kind === 'failed' ? seen.reason : '', /^port \d+ of 127\.0\.0\.1: .*ECONNREFUSED/);
  });
});

describe('a test that must pass several times in a row', () => {
  async function asked(answers: readonly number[], times: number) {
    let count = 0;
    await using server = await serve((_, response) => answerJson(response, {}, { status: answers[count++] ?? 200 }));
    const seen = await tested({ times, pause: '1ms', http: { path: '/' } }, { placeholders: { url: server.url } });
    return { seen, count };
  }

  it('fails at the first time that it does not pass', async () => {
    assert.deepEqual(await asked([200, 200, 200], 3), { seen: { kind: 'passed' }, count: 3 });
    const { seen, count } = await asked([200, 503, 200], 3);
    assert.match(seen.kind === 'failed' ? seen.reason : '', /^time 2 of 3: .* answered 503/);
    assert.equal(count, 2);
  });
});
