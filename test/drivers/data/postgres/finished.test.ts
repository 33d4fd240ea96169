import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { missingPostgres, startPostgres } from '../../../support/postgres.ts';

test('a file that a dump reports as finished exists and does not change any more', {
  skip: await missingPostgres(),
}, async (t) => {
  const server = await startPostgres();
  t.after(() => server.stop());
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-test-'));
  t.after(() => rm(directory, { recursive: true, force: true }));
  await server.sql('postgres', 'CREATE DATABASE source');
  for (const table of ['one', 'two', 'three'])
    await server.sql('source', `CREATE TABLE ${table} AS SELECT n, md5(n::text) FROM generate_series(1, 20000) n`);
  const effects = databaseEffects();
  const store = dataStore
    .parse({ postgres: { url: server.url('source'), tools: server.tools, jobs: 2 } })
    .open({ effects, where: 'environments.production.data', placeholders: {} });
  const seen: Promise<readonly [path: string, bytes: number, changed: number]>[] = [];
  const look = async (path: string) => {
    const { size, mtimeMs } = await stat(join(directory, path));
    return [path, size, mtimeMs] as const;
  };
  await store.backup({ directory, log: effects.log, finished: (path) => seen.push(look(path)) });
  const early = await Promise.all(seen);
  assert.equal(early.length, 3);
  assert.deepEqual(await Promise.all(early.map(([path]) => look(path))), early);
});
