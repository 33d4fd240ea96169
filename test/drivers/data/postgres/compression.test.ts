import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  type Compression,
  type CompressionSetting,
  chooseCompression,
} from '../../../../src/drivers/data/postgres/compression.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { type Processes, systemProcesses } from '../../../../src/world/processes/process.ts';
import { installedPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { copying, said } from './copying.ts';

const [, newer] = await installedPostgres();

describe('the choice of a compression', () => {
  const where = 'environments.production.data';
  const choose = (setting: CompressionSetting, compressions: readonly Compression[], major = 18) =>
    chooseCompression(setting, { compressions, major, version: `${major}.1` }, where);

  it('is the best that the tools support, and says when better ones are missing', () => {
    const cases = [
      [['zstd', 'lz4', 'gzip', 'none'], 18, 'zstd', /^compress with zstd$/],
      [['lz4', 'gzip', 'none'], 16, 'lz4', /^compress with lz4$/],
      [['gzip', 'none'], 18, 'gzip', /^compress with gzip: this build has neither zstd nor lz4/],
      [['gzip', 'none'], 15, 'gzip', /^compress with gzip$/],
    ] as const;
    for (const [offered, major, expected, sentence] of cases) {
      const choice = choose('auto', offered, major);
      assert.ok(choice.kind === 'use');
      assert.equal(choice.compression, expected);
      assert.match(choice.said, sentence);
    }
  });

  it('is what the configuration names, or refused with what can be done', () => {
    const gzip = choose('gzip', ['zstd', 'gzip', 'none']);
    assert.ok(gzip.kind === 'use');
    assert.equal(gzip.compression, 'gzip');
    const unbuilt = choose('zstd', ['gzip', 'none']);
    assert.ok(unbuilt.kind === 'refuse');
    assert.match(unbuilt.message.happened, /compressed with zstd, and pg_dump 18\.1 cannot/);
    assert.match(unbuilt.message.next, /under environments\.production\.data .*: gzip, none\..*postgresql-client-18/);
    const old = choose('lz4', ['gzip', 'none'], 15);
    assert.ok(old.kind === 'refuse');
    assert.match(old.message.next, /postgresql-client-16/);
  });
});

/** The real tools, as if they were built without what is named: these are the messages of such a build. */
function builtWithout(lacking: () => readonly string[]): Processes {
  const unsupported = (name: string) => `this build does not support compression with ${name.toUpperCase()}`;
  return {
    run: async (request) => {
      const asked = lacking().find((name) =>
        request.argv.some((argument) => argument.startsWith(`--compress=${name}`)),
      );
      if (asked !== undefined) {
        const stderr = `pg_dump: error: invalid compression specification: ${unsupported(asked)}\n`;
        return { exitCode: 1, endedBy: undefined, stdout: '', stderr, milliseconds: 1 };
      }
      const result = await systemProcesses.run(request);
      const unread = lacking().find((name) => result.stdout.includes(`;     Compression: ${name}\n`));
      if (unread === undefined) return result;
      const warning = `archive is compressed, but this installation does not support compression (${unsupported(unread)}) -- no data will be available`;
      return { ...result, stderr: `${result.stderr}pg_restore: warning: ${warning}\n` };
    },
  };
}

describe(`compressed dumps, on PostgreSQL ${newer?.major}`, { skip: newer?.skip ?? true }, () => {
  let server: TestPostgres;

  before(async () => {
    server = await startPostgres(undefined, { tools: newer?.tools ?? '' });
  });
  after(() => server?.stop());

  const rows = "CREATE TABLE patients AS SELECT n, 'name ' || n AS name FROM generate_series(1, 1000) n";

  for (const { setting, suffix } of [
    { setting: 'auto', suffix: '.dat.zst' },
    { setting: 'lz4', suffix: '.dat.lz4' },
    { setting: 'none', suffix: '.dat' },
  ]) {
    it(`come back equal with "compression: ${setting}"`, async (t) => {
      const finished: string[] = [];
      const copy = await copying(server, { name: setting, production: rows, settings: { compression: setting } });
      t.after(() => copy.stop());
      await copy.backup({}, (path) => finished.push(path));
      assert.deepEqual(
        finished.map((path) => path.replace(/^dump\/\d+/, '')),
        [suffix],
      );
      await stat(join(copy.directory, finished[0] ?? ''));
      await copy.target().verify({ directory: copy.directory, references: [], log: silentLog });
      await copy.restore();
      assert.equal((await copy.compare()).kind, 'equal');
    });
  }

  it('are refused by a runner that cannot read them before anything is emptied, and written as it can', async (t) => {
    let lacking: readonly string[] = [];
    const processes = builtWithout(() => lacking);
    const copy = await copying(server, {
      ...{ name: 'built', processes, production: rows },
      staging: 'CREATE TABLE kept AS SELECT 1 AS one',
    });
    t.after(() => copy.stop());
    const ready = async () => said((await copy.source().preflight?.({ use: 'backup', subject: 'it' })) ?? [], 'ok');
    assert.match(await ready(), /suit the server, and compress with zstd\./);
    const needs = await copy.source().needs?.();
    await copy.backup();
    lacking = ['zstd', 'lz4'];
    const refusal =
      /compressed with zstd, and pg_restore \S+ is built without it here.*postgresql-client-\d+.*compression: gzip/s;
    const beforehand = (await copy.target().preflight?.({ use: 'restore', subject: 'it', needs })) ?? [];
    assert.match(said(beforehand, 'problem'), refusal);
    await assert.rejects(copy.restore(), refusal);
    assert.equal((await server.sql(copy.staging, 'SELECT FROM kept')).length, 1);
    assert.match(await ready(), /compress with gzip: this build has neither zstd nor lz4/);
    await copy.backup();
    await copy.restore();
    assert.equal((await copy.compare()).kind, 'equal');
  });

  it('are refused if the configuration asks for what the tools cannot do, and nothing is dumped', async (t) => {
    const processes = builtWithout(() => ['lz4']);
    const copy = await copying(server, { name: 'asked', processes, settings: { compression: 'lz4' } });
    t.after(() => copy.stop());
    const refusal = /compressed with lz4, and pg_dump \S+ cannot do that here.*environments\.production\.data/s;
    assert.match(said((await copy.source().preflight?.({ use: 'backup', subject: 'it' })) ?? [], 'problem'), refusal);
    await assert.rejects(copy.backup(), refusal);
    assert.deepEqual(await readdir(copy.directory), []);
  });
});
