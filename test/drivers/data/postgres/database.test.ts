import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { compareFingerprints, type FingerprintComparison } from '../../../../src/core/decisions/fingerprint.ts';
import { compareIdentities } from '../../../../src/core/decisions/identity.ts';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { BackupTaken, DataStore } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import type { ProcessRequest } from '../../../../src/world/processes/process.ts';
import { systemProcesses } from '../../../../src/world/processes/process.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { mark, markOf, mayReplace } from '../../../support/marking.ts';
import { missingPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';

const skip = await missingPostgres();

describe('PostgreSQL', { skip }, () => {
  let server: TestPostgres;
  let folder: string;
  const effects = databaseEffects();

  before(async () => {
    server = await startPostgres();
    folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-test-'));
  });
  after(async () => {
    await server?.stop();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  const open = (name: string, settings: Record<string, unknown> = {}, chosen = effects): DataStore =>
    dataStore
      .parse({ postgres: { url: server.url(name), tools: server.tools, ...settings } })
      .open({ effects: chosen, where: 'environments.staging.data', placeholders: {} });

  const emptyFolder = async (name: string): Promise<string> => {
    const directory = join(folder, name);
    await mkdir(directory);
    return directory;
  };

  /** As a restore does: what is restored is read in order to be compared with the backup. */
  const compareWith = async ({ fingerprint }: BackupTaken, store: DataStore): Promise<FingerprintComparison> =>
    compareFingerprints(
      fingerprint,
      await store.fingerprint(undefined, fingerprint.kind === 'none' ? undefined : fingerprint.value),
    );

  const makeSource = async (name: string): Promise<void> => {
    await server.sql('postgres', `CREATE DATABASE ${name}`);
    await server.sql(
      name,
      `CREATE TABLE patients (id serial PRIMARY KEY, name text NOT NULL);
       INSERT INTO patients (name) SELECT 'patient ' || n FROM generate_series(1, 2000) n;
       CREATE SCHEMA "Odd schema";
       CREATE TABLE "Odd schema"."a ""quoted"" table" (id int GENERATED ALWAYS AS IDENTITY, at timestamptz DEFAULT now());
       CREATE TABLE visits (at date NOT NULL, patient int REFERENCES patients) PARTITION BY RANGE (at);
       CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
       INSERT INTO visits SELECT '2025-02-03', id FROM patients;
       CREATE EXTENSION pgcrypto;
       CREATE FUNCTION double(n int) RETURNS int LANGUAGE sql IMMUTABLE RETURN n * 2;
       CREATE INDEX ON patients (double(id));
       CREATE MATERIALIZED VIEW patient_count AS SELECT count(*) FROM patients;
       SELECT lo_from_bytea(0, 'scan');`,
    );
  };

  it('proves a restore although the server kept writing during the dump', async () => {
    await makeSource('written');
    const writer = new pg.Client({ connectionString: server.url('written') });
    await writer.connect();
    let writing = true;
    let written = 0;
    const writes = (async () => {
      while (writing) {
        await writer.query("INSERT INTO patients (name) VALUES ('written meanwhile')");
        written += 1;
      }
    })();
    const directory = await emptyFolder('written');
    const source = open('written', { fingerprint: { content: true } });
    const taken = await source.backup({ directory, log: effects.log });
    writing = false;
    await writes;
    await writer.end();
    assert.ok(written > 0);
    assert.equal(taken.fingerprint.kind, 'same-snapshot');

    await server.sql('postgres', 'CREATE DATABASE restored');
    await server.sql(
      'restored',
      'CREATE TABLE left_over (id int); CREATE SCHEMA old; CREATE VIEW old.v AS SELECT 1 AS one',
    );
    const target = open('restored', { jobs: 3 });
    await target.verify({ directory, references: [], log: effects.log });
    await target.restore({ mayReplace, directory, references: [], log: effects.log });
    const found = await target.fingerprint();
    const proof = await compareWith(taken, target);
    assert.equal(proof.kind, 'equal', JSON.stringify(proof));
    assert.ok(found.tables.some((table) => table.name === 'Odd schema."a ""quoted"" table"'));
    assert.ok(found.tables.some((table) => table.name.includes('large objects') && table.rows === 1));
    assert.ok(found.sequences.some((sequence) => sequence.called === false));

    const now = await source.fingerprint();
    const later = compareFingerprints(taken.fingerprint, now);
    assert.equal(later.kind, 'different');

    // Restoring over a restored database works as well.
    await target.restore({ mayReplace, directory, references: [], log: effects.log });
    assert.equal((await compareWith(taken, target)).kind, 'equal');
  });

  it('notices one changed value among as many rows', async () => {
    await makeSource('changed');
    const changed = open('changed', { fingerprint: { content: true } });
    const value = await changed.fingerprint();
    await server.sql('changed', "UPDATE patients SET name = 'Ada' WHERE id = 7");
    const comparison = compareFingerprints({ kind: 'same-snapshot', value }, await changed.fingerprint());
    assert.deepEqual(comparison, {
      kind: 'different',
      differences: ['table "public.patients" has the same number of rows, but different content'],
    });
  });

  it('never puts the password into an argument, whatever is in it', async () => {
    await server.sql('postgres', `CREATE DATABASE "odd name='x"`);
    const requests: ProcessRequest[] = [];
    const watched = databaseEffects(
      { SECRET: server.adminPassword },
      {
        processes: {
          run: (request) => {
            requests.push(request);
            return systemProcesses.run(request);
          },
        },
      },
    );
    const odd = open(
      "odd name='x",
      { url: `postgres://admin@127.0.0.1:${server.port}/odd%20name%3D'x`, password: '${SECRET}' },
      watched,
    );
    const directory = await emptyFolder('odd');
    await odd.backup({ directory, log: watched.log });
    await odd.restore({ mayReplace, directory, references: [], log: watched.log });
    assert.ok(requests.length > 3);
    for (const request of requests)
      assert.ok(!request.argv.some((argument) => argument.includes(server.adminPassword)));
    for (const path of await readdir(directory)) {
      if (!path.endsWith('.json')) continue;
      assert.ok(!(await readFile(join(directory, path), 'utf8')).includes(server.adminPassword));
    }
  });

  it('distinguishes staging from production, also when it is a physical copy or the same server by another address', async () => {
    await server.sql('postgres', 'CREATE DATABASE live');
    await server.sql('postgres', 'CREATE DATABASE rehearsal');
    const production = await open('live').identity();
    assert.equal(compareIdentities(production, await open('rehearsal').identity()).kind, 'different');
    assert.equal(compareIdentities(production, await open('live').identity()).kind, 'same');
    const socket = `postgres://admin@/live?host=${encodeURIComponent(server.socketFolder)}`;
    const bySocket = open('live', {
      url: socket.replace('@/', `@x:${server.port}/`),
      password: server.adminPassword.replaceAll('$', '$$'),
    });
    const other = await bySocket.identity();
    assert.notDeepEqual(other.location, production.location);
    assert.equal(compareIdentities(production, other).kind, 'same');
    // Started again meanwhile: now it could be a physical copy.
    await server.restart();
    const restarted = await bySocket.identity();
    assert.equal(
      compareIdentities(production, restarted).kind,
      'cannot-tell',
      'production is never called another one',
    );
  });

  it('keeps the disposable marker through a restore, beside the comment that was there, and out of backups', async () => {
    await makeSource('marked');
    await server.sql('postgres', "COMMENT ON DATABASE marked IS 'owned by the night shift'");
    const marked = open('marked');
    const beforehand = await marked.fingerprint();
    const marker = await mark(marked);
    assert.deepEqual((await marked.fingerprint()).tables, beforehand.tables);
    const directory = await emptyFolder('marked');
    await marked.backup({ directory, log: effects.log });
    await marked.restore({ mayReplace, directory, references: [], log: effects.log });
    assert.equal(markOf(await marked.identity()), marker);
    await server.sql('postgres', 'CREATE DATABASE unmarked');
    await open('unmarked').restore({ mayReplace, directory, references: [], log: effects.log });
    assert.equal(markOf(await open('unmarked').identity()), undefined);
    const [row] = await server.sql(
      'marked',
      "SELECT shobj_description(oid, 'pg_database') AS text FROM pg_database WHERE datname = 'marked'",
    );
    assert.match(String(row?.text), /^owned by the night shift /);
  });

  it('refuses to restore while a server is connected, and leaves the database as it was', async () => {
    await makeSource('busy');
    const directory = await emptyFolder('busy');
    await open('busy').backup({ directory, log: effects.log });
    const client = new pg.Client({ connectionString: server.url('busy'), application_name: 'medical records' });
    await client.connect();
    // A clock that runs fast: the wait for a server that is being stopped is soon over.
    let time = 0;
    const now = () => {
      time += 6000;
      return new Date(time);
    };
    const hurried = databaseEffects({}, { clock: { now, sleep: async () => undefined } });
    const refusal = open('busy', {}, hurried).restore({ mayReplace, directory, references: [], log: effects.log });
    await assert.rejects(
      refusal,
      (error) => error instanceof SystemFailure && error.message.includes('"medical records"'),
    );
    assert.equal((await client.query('SELECT count(*)::int AS n FROM patients')).rows[0]?.n, 2000);
    client.on('error', () => undefined);
    await open('busy', { 'disconnect-others': true }).restore({
      mayReplace,
      directory,
      references: [],
      log: effects.log,
    });
    await client.end().catch(() => undefined);
  });

  it('restores without roles that do not exist here, and says so; refuses when they must be kept', async () => {
    await makeSource('owned');
    await server.sql(
      'owned',
      'CREATE ROLE elsewhere; ALTER TABLE patients OWNER TO elsewhere; GRANT SELECT ON visits TO elsewhere',
    );
    const directory = await emptyFolder('owned');
    const taken = await open('owned').backup({ directory, log: effects.log });
    await open('owned').restore({ mayReplace, directory, references: [], log: effects.log });
    const ownerOf = "SELECT relowner::regrole::text AS owner FROM pg_class WHERE relname = 'patients'";
    assert.equal((await server.sql('owned', ownerOf))[0]?.owner, 'elsewhere');
    await server.sql('owned', 'REASSIGN OWNED BY elsewhere TO admin; DROP OWNED BY elsewhere; DROP ROLE elsewhere');
    const watched = databaseEffects();
    await assert.rejects(
      open('owned', { roles: 'keep' }, watched).restore({ mayReplace, directory, references: [], log: watched.log }),
      /"elsewhere"/,
    );
    await open('owned', {}, watched).restore({ mayReplace, directory, references: [], log: watched.log });
    assert.match(watched.warnings.join(), /"elsewhere"/);
    assert.equal((await compareWith(taken, open('owned'))).kind, 'equal');
  });

  it('restores as a user who owns the database and nothing else of the server', async () => {
    await makeSource('managed');
    const directory = await emptyFolder('managed');
    const taken = await open('managed').backup({ directory, log: effects.log });
    await server.sql('postgres', "CREATE ROLE tenant LOGIN PASSWORD 'plain'");
    await server.sql('postgres', 'CREATE DATABASE tenancy OWNER tenant');
    await server.sql('tenancy', 'CREATE EXTENSION pgcrypto');
    const settings = { url: `postgres://tenant:plain@127.0.0.1:${server.port}/tenancy`, roles: 'ignore' };
    const tenancy = open('tenancy', settings);
    for (let times = 0; times < 2; times += 1) {
      await tenancy.restore({ mayReplace, directory, references: [], log: effects.log });
      assert.equal((await compareWith(taken, tenancy)).kind, 'equal');
    }
    await assert.rejects(
      open('tenancy', { ...settings, roles: 'auto' }).restore({
        mayReplace,
        directory,
        references: [],
        log: effects.log,
      }),
      /not a member of the roles "admin"/,
    );
  });

  it('names a cut-off archive, and refuses it before anything is dropped', async () => {
    await makeSource('cut');
    const directory = await emptyFolder('cut');
    await open('cut').backup({ directory, log: effects.log });
    const listless = await emptyFolder('listless');
    await cp(directory, listless, { recursive: true });
    await truncate(join(listless, 'dump', 'toc.dat'), 300);
    const rowless = await emptyFolder('rowless');
    await cp(directory, rowless, { recursive: true });
    const data = (await readdir(join(rowless, 'dump'))).find((name) => /^\d+\.dat/.test(name));
    assert.ok(data);
    await rm(join(rowless, 'dump', data));
    for (const [damaged, named] of [
      [listless, 'pg_restore --list failed'],
      [rowless, data.split('.')[0] ?? ''],
    ] as const) {
      const request = { directory: damaged, references: [], log: effects.log };
      await assert.rejects(
        open('cut').verify(request),
        (error) => error instanceof SystemFailure && error.message.includes(named),
      );
      await assert.rejects(open('cut').restore({ ...request, mayReplace }), SystemFailure);
    }
    assert.equal((await server.sql('cut', 'SELECT count(*)::int AS n FROM patients'))[0]?.n, 2000);
  });

  it('reports a failed restore without any value of a row', async () => {
    const secret = 'Ada Lovelace 1815';
    await server.sql('postgres', 'CREATE DATABASE private');
    await server.sql(
      'private',
      `CREATE TABLE patients (id int, name text);
       INSERT INTO patients VALUES (1, '${secret}'), (2, '${secret}');
       CREATE FUNCTION accept(text) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN RETURN true; END';`,
    );
    // Valid on the source, and no longer when the rows are restored: what the function raises quotes the row.
    await server.sql('private', 'ALTER TABLE patients ADD CONSTRAINT checked CHECK (accept(name))');
    await server.sql(
      'private',
      `CREATE OR REPLACE FUNCTION accept(text) RETURNS boolean LANGUAGE plpgsql AS
       'BEGIN RAISE EXCEPTION ''duplicate patient %'', $1; END'`,
    );
    const directory = await emptyFolder('private');
    await open('private').backup({ directory, log: effects.log });
    await server.sql('postgres', 'CREATE DATABASE private_copy');
    const failing = open('private_copy').restore({ mayReplace, directory, references: [], log: effects.log });
    await assert.rejects(failing, (error) => {
      assert.ok(error instanceof SystemFailure);
      assert.ok(!JSON.stringify([error.message, error.detail, error.stack]).includes('Ada'));
      assert.equal(error.cause, undefined);
      assert.match(error.message, /patients/);
      assert.match(error.message, /do not start the server on it/);
      return true;
    });
  });

  it('stops at once when the run is cancelled', async () => {
    await makeSource('cancelled');
    const directory = await emptyFolder('cancelled');
    const stop = new AbortController();
    const log = { ...effects.log, progress: () => stop.abort(new Error('cancelled')) };
    await assert.rejects(open('cancelled').backup({ directory, log, signal: stop.signal }), /cancelled/);
  });
});
