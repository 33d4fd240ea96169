import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CommandResult } from '../../src/core/interface/result.ts';
import { missingPostgres, startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type AttackedSystem, attackedSystem, hop } from './attacked-system.ts';
import { switchingProxy } from './switching-proxy.ts';

const skip = await missingPostgres();
const password = 'of both servers';
const content = `CREATE TABLE patients (id int PRIMARY KEY, name text);
  INSERT INTO patients SELECT n, 'patient ' || n FROM generate_series(1, 500) n;`;
const readMark = "SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = 'records'";

describe('staging that is led to production, on PostgreSQL', { skip }, () => {
  let live: TestPostgres;
  let copy: TestPostgres;
  let system: AttackedSystem;
  const ends: (() => unknown)[] = [];
  const urlOf = (port: number, host = '127.0.0.1') =>
    `postgres://admin:${encodeURIComponent(password)}@${host}:${port}/records?sslmode=disable`;

  before(async () => {
    live = await startPostgres(password);
    ends.push(() => live.stop());
    copy = await startPostgres(password);
    ends.push(() => copy.stop());
    for (const server of [live, copy]) await server.sql('postgres', 'CREATE DATABASE records');
    await live.sql('records', content);
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
  });
  after(async () => {
    for (const end of ends.toReversed()) await end();
  });

  const restore = (staging: string): Promise<CommandResult> => system.ask('restore', staging, { hop });

  /** Neither restored over nor marked, whatever was requested and however often. */
  const refusedAt = async (staging: string, why: RegExp): Promise<void> => {
    for (let times = 0; times < 2; times++) {
      const refused = await restore(staging);
      assert.equal(refused.outcome, 'refused', refused.message?.happened ?? refused.headline);
      assert.match(refused.message?.happened ?? '', why);
      const marked = await system.ask('mark-disposable', staging, { confirm: 'records' });
      assert.equal(marked.outcome, 'refused', marked.headline);
    }
    await productionIsUntouched();
  };

  const productionIsUntouched = async (): Promise<void> => {
    const [row] = await live.sql('records', "SELECT count(*)::int AS n FROM patients WHERE name LIKE 'patient %'");
    assert.equal(row?.n, 500);
    const [comment] = await live.sql<{ mark: string | null }>('records', readMark);
    assert.equal(comment?.mark ?? null, null, 'production is not marked');
    const left = await live.sql('records', "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'staged_upgrade%'");
    assert.deepEqual(left, []);
  };

  it('by its own address, its socket and its other address', async () => {
    await refusedAt(urlOf(live.port), /is production's/);
    await refusedAt(socketOf(live), /is production's/);
    await refusedAt(urlOf(live.port, '[::1]'), /is production's/);
  });

  it('by its socket and its other address, after it was restarted', async () => {
    await live.restart();
    await refusedAt(socketOf(live), /could be production's/);
    await refusedAt(urlOf(live.port, '[::1]'), /could be production's/);
  });

  it('if production was dropped and created again, with or without a copied mark', async () => {
    await live.sql('postgres', 'DROP DATABASE records');
    await live.sql('postgres', 'CREATE DATABASE records');
    await live.sql('records', content);
    await refusedAt(urlOf(live.port), /could be production's/);
    // Under another name its place is another one too: nothing shows that it is production except that nobody marked it.
    const unmarked = await restore(socketOf(live));
    assert.match(unmarked.message?.happened ?? '', /is not marked as disposable/);
    await productionIsUntouched();
    const [row] = await copy.sql<{ mark: string }>('records', readMark);
    assert.match(row?.mark ?? '', /staged-upgrade disposable/);
    await live.sql('records', `COMMENT ON DATABASE records IS '${row?.mark}'`);
    const copied = await restore(socketOf(live));
    assert.match(copied.message?.happened ?? '', /has a disposable mark that was not made for it/);
    await live.sql('records', `COMMENT ON DATABASE records IS '${row?.mark} ${row?.mark}'`);
    const twice = await restore(socketOf(live));
    assert.match(twice.message?.happened ?? '', /unclear: it contains 2 marks/);
    await live.sql('records', 'COMMENT ON DATABASE records IS NULL');
    await productionIsUntouched();
  });

  it('through a proxy that leads to production after so many connections', async () => {
    await using proxy = await switchingProxy(copy.port, live.port);
    const ended: string[] = [];
    for (let connections = 0; connections < 30 && ended.at(-1) !== 'passed'; connections++) {
      proxy.switchAfter(connections);
      const { outcome, message } = await restore(urlOf(proxy.port));
      ended.push(outcome);
      await productionIsUntouched();
      if (outcome !== 'passed') assert.ok(['refused', 'failed'].includes(outcome), message?.happened);
    }
    // Two to check, two to see that a second one reaches the same place, those of pg_restore, of ANALYZE and of the fingerprint.
    assert.ok(ended.at(-1) === 'passed' && ended.length > 6, ended.join(', '));
  });

  it('through a proxy that leads to production while staging is marked, for which its name must be typed', async () => {
    await using proxy = await switchingProxy(copy.port, live.port);
    await copy.sql('records', 'COMMENT ON DATABASE records IS NULL');
    for (const confirm of ['record', undefined]) {
      const refused = await system.ask('mark-disposable', urlOf(copy.port), confirm === undefined ? {} : { confirm });
      assert.equal(refused.outcome, 'refused', refused.headline);
      assert.match(refused.message?.means ?? '', /It was not marked/);
    }
    for (let connections = 0; connections < 3; connections++) {
      proxy.switchAfter(connections);
      await system.ask('mark-disposable', urlOf(proxy.port), { confirm: 'records' });
      await productionIsUntouched();
    }
  });

  function socketOf(server: TestPostgres): string {
    return `postgres://admin:${encodeURIComponent(password)}@x:${server.port}/records?host=${encodeURIComponent(server.socketFolder)}`;
  }
});
