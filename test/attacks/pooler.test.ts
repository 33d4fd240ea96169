import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { missingPostgres, startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type AttackedSystem, attackedSystem, hop } from './attacked-system.ts';
import { pooler } from './pooler.ts';
import { transactionPooler } from './transaction-pooler.ts';

const skip = await missingPostgres();
const password = 'of both servers';
const tables = 'CREATE TABLE patients (id int PRIMARY KEY, name text);';
const rows = "INSERT INTO patients SELECT n, 'patient ' || n FROM generate_series(1, 50) n;";

describe('staging behind a pooler that is led to production', { skip }, () => {
  let live: TestPostgres;
  let copy: TestPostgres;
  let system: AttackedSystem;
  const ends: (() => unknown)[] = [];
  const urlOf = (port: number) =>
    `postgres://admin:${encodeURIComponent(password)}@127.0.0.1:${port}/records?sslmode=disable`;
  const target = (server: TestPostgres) => ({ port: server.port, user: 'admin', password, database: 'records' });

  before(async () => {
    live = await startPostgres(password);
    ends.push(() => live.stop());
    copy = await startPostgres(password);
    ends.push(() => copy.stop());
    for (const server of [live, copy]) await server.sql('postgres', 'CREATE DATABASE records');
    await live.sql('records', tables + rows);
    await copy.sql('records', 'CREATE TABLE kept AS SELECT 1 AS one');
    system = await attackedSystem(
      {
        dataOf: (url) => ({ postgres: { url, tools: live.tools } }),
        production: urlOf(live.port),
        staging: urlOf(copy.port),
      },
      (end) => ends.push(end),
    );
    const marked = await system.ask('mark-disposable', urlOf(copy.port), { confirm: 'records' });
    assert.equal(marked.outcome, 'passed', marked.message?.happened);
    await system.backUp();
    await live.sql('records', "UPDATE patients SET name = 'written since ' || id");
  });
  after(async () => {
    for (const end of ends.toReversed()) await end();
  });

  const productionIsUntouched = async (when: string): Promise<void> => {
    const [row] = await live.sql(
      'records',
      "SELECT count(*)::int AS n FROM patients WHERE name LIKE 'written since %'",
    );
    assert.equal(row?.n, 50, when);
    const left = await live.sql('records', "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'staged_upgrade%'");
    assert.deepEqual(left, [], when);
  };

  it('between two connections, if it ignores what a session sets at its start', async () => {
    await using between = await pooler(target(copy), target(live), { passesOptions: false });
    for (let connections = 0; connections < 6; connections++) {
      between.switchAfterConnections(connections);
      const { outcome, message } = await system.ask('restore', urlOf(between.port), { hop });
      const end = `after ${connections} connections: ${outcome} ${message?.happened}`;
      await productionIsUntouched(end);
      assert.ok(['refused', 'failed'].includes(outcome), end);
    }
    const left = await copy.sql('records', "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'staged_upgrade%'");
    assert.deepEqual(left, [], 'staging is unchanged');
  });

  for (const order of ['last', 'turns'] as const) {
    it(`which moves the statements of pg_restore's own sessions, taking ${order === 'last' ? 'the session given back last' : 'sessions in turn'}`, async () => {
      const rowsBefore = await copy.sql('records', 'SELECT count(*)::int AS n FROM kept');
      await using between = await transactionPooler(target(copy), { order, sessions: 3 });
      const { outcome, message } = await system.ask('restore', urlOf(between.port), { hop });
      assert.equal(outcome, 'failed');
      assert.match(message?.happened ?? '', /a pooler of transactions, moves statements between sessions/);
      assert.match(message?.means ?? '', /the database is unchanged/);
      assert.match(message?.next ?? '', /name the direct address of the server, not a pooler/);
      assert.deepEqual(await copy.sql('records', 'SELECT count(*)::int AS n FROM kept'), rowsBefore);
      const preflight = await system.ask('preflight', urlOf(between.port), { hop });
      assert.match(JSON.stringify(preflight), /moves statements between sessions.*refuses before anything is emptied/);
    });
  }

  it('between two statements of the connection that empties', async () => {
    await using between = await pooler(target(copy), target(live), { passesOptions: true });
    const ended: string[] = [];
    for (let statements = 1; statements < 240 && !['passed', 'skipped'].includes(ended.at(-1) ?? ''); statements += 3) {
      between.switchAfterStatements(statements);
      const { outcome, message } = await system.ask('restore', urlOf(between.port), { hop });
      ended.push(outcome);
      await productionIsUntouched(`after ${statements} statements: ${outcome} ${message?.happened}`);
    }
    assert.ok(ended.at(-1) === 'passed' && ended.length > 5, ended.join(', '));
  });
});
