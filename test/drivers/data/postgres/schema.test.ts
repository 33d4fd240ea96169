import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compareFingerprints, type FingerprintComparison } from '../../../../src/core/decisions/fingerprint.ts';
import type { Fingerprint } from '../../../../src/core/model/fingerprint.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { normalized } from '../../../../src/drivers/data/postgres/schema/normalized.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { mayReplace } from '../../../support/marking.ts';
import { missingPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { losses, mixedDatabase } from './mixed-database.ts';

const skip = await missingPostgres();

describe('The definitions of a PostgreSQL database', { skip }, () => {
  let server: TestPostgres;
  let folder: string;
  const effects = databaseEffects();
  before(async () => {
    server = await startPostgres();
    folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-test-'));
    await server.sql('postgres', 'CREATE ROLE mixed_owner; CREATE ROLE mixed_reader');
  });
  after(async () => {
    await server?.stop();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  const open = (name: string, settings: Record<string, unknown> = {}): DataStore =>
    dataStore
      .parse({ postgres: { url: server.url(name), tools: server.tools, ...settings } })
      .open({ effects, where: 'environments.staging.data', placeholders: {} });

  const create = async (name: string, sql: string): Promise<void> => {
    await server.sql('postgres', `CREATE DATABASE ${name}`);
    if (sql !== '') await server.sql(name, sql);
  };
  const compare = async (
    value: Fingerprint,
    name: string,
    settings: Record<string, unknown> = {},
  ): Promise<FingerprintComparison> =>
    compareFingerprints({ kind: 'same-snapshot', value }, await open(name, settings).fingerprint(undefined, value));
  const notesOf = (comparison: FingerprintComparison): string => {
    assert.equal(comparison.kind, 'equal', JSON.stringify(comparison));
    return comparison.kind === 'equal' ? comparison.notes.join('\n') : '';
  };

  /** Backs one database up and restores it into another one, with the fingerprint as a manifest keeps it. */
  const copy = async (from: string, to: string, settings: Record<string, unknown> = {}): Promise<Fingerprint> => {
    const directory = join(folder, `${from}-${to}`);
    await mkdir(directory);
    const { fingerprint } = await open(from).backup({ directory, log: effects.log });
    await open(to, settings).restore({ mayReplace, directory, references: [], log: effects.log });
    assert.equal(fingerprint.kind, 'same-snapshot');
    if (fingerprint.kind !== 'same-snapshot') throw new Error('no fingerprint');
    return JSON.parse(JSON.stringify(fingerprint.value));
  };

  let mixed: Fingerprint;

  it('are equal after a restore of one of each, twice', async () => {
    await create('mixed', mixedDatabase);
    await create('copy', 'CREATE TABLE left_over (id int)');
    mixed = await copy('mixed', 'copy');
    assert.equal(notesOf(await compare(mixed, 'copy')), '');
    // A copy of the copy: if a restore writes something differently, it does so only once.
    const again = await copy('copy', 'mixed');
    assert.equal(notesOf(await compare(again, 'mixed')), '');
    assert.equal(notesOf(await compare(mixed, 'mixed')), '');
  });

  it('hold no value, role or definition, only names and hashes', () => {
    const kept = JSON.stringify(mixed.objects);
    for (const secretPart of ['mixed_reader', 'it\\', 'unknown', 'RAISE', 'nowhere', 'as on the card'])
      assert.ok(!kept.includes(secretPart), secretPart);
    assert.match(mixed.objects?.['table "public.patients"']?.['index "patients_lower"'] ?? '', /^[\w-]{11}$/);
  });

  it('name each thing that was lost or changed on a copy', async () => {
    for (const [statement] of losses) await server.sql('copy', statement);
    const comparison = await compare(mixed, 'copy');
    assert.equal(comparison.kind, 'different');
    const found = comparison.kind === 'different' ? comparison.differences : [];
    for (const [statement, said] of losses)
      assert.ok(found.includes(said), `${statement}: ${said}\n${found.join('\n')}`);
    // Beside them only what belongs to them: what depended on the index, the extension, the parent.
    const alongside = found.filter((each) => !losses.some(([, said]) => said === each));
    assert.deepEqual([...alongside].sort(), [
      'comment on index "public.patients_lower" is missing',
      'table "public.events_log": different column "at"',
      'table "public.events_rest": additional constraint "events_id_check"',
      'table "public.events_rest": additional constraint "events_patient_fkey"',
      'table "public.events_rest": different index "events_rest_at_id_idx"',
      'table "public.events_rest": missing inherited constraints',
      'table "public.events_rest": missing trigger "of_all"',
      'table "public.visits": missing constraint "one_at_a_time"',
      'table "public.visits": missing index "one_at_a_time"',
    ]);
  });

  it('omit owners and rights, and say so, if a server lacks the roles', async () => {
    await create(
      'owned',
      'CREATE ROLE passing; CREATE TABLE t (id int); ALTER TABLE t OWNER TO passing; CREATE TABLE u (id int); GRANT SELECT ON u TO passing',
    );
    await create('ownerless', '');
    const value = await copy('owned', 'ownerless', { roles: 'ignore' });
    const other = await compare(value, 'ownerless', { roles: 'keep' });
    assert.deepEqual(other.kind === 'different' && other.differences, [
      'table "public.t": different owner',
      'table "public.u": missing grants',
    ]);
    assert.match(
      notesOf(await compare(value, 'ownerless', { roles: 'ignore' })),
      /roles are ignored.*"public\.t": different owner/,
    );
    await server.sql('owned', 'REASSIGN OWNED BY passing TO admin; DROP OWNED BY passing; DROP ROLE passing');
    assert.match(notesOf(await compare(value, 'ownerless')), /this server lacks them/);
  });

  it('say that no restore brings back settings, the versions of extensions and invalid indexes', async () => {
    await create(
      'around',
      'CREATE TABLE t (n int); INSERT INTO t VALUES (1), (1); CREATE EXTENSION hstore VERSION "1.4"',
    );
    await server.sql(
      'postgres',
      "ALTER DATABASE around SET search_path = app, public; ALTER DATABASE around SET app.address = 'production'; ALTER ROLE mixed_reader IN DATABASE around SET work_mem = '9MB'",
    );
    await assert.rejects(server.sql('around', 'CREATE UNIQUE INDEX CONCURRENTLY t_n ON t (n)'));
    await create('elsewhere', '');
    const notes = notesOf(await compare(await copy('around', 'elsewhere'), 'elsewhere'));
    assert.match(notes, /ALTER DATABASE … SET.*: settings of the database: missing app\.address\./);
    assert.match(notes, /extension "hstore": different version/);
    assert.match(notes, /in no dump.*table "public\.t": missing invalid index "t_n"/);
    // One that became invalid on the copy is not the valid one of the backup.
    await create('sound', 'CREATE TABLE t (n int); CREATE INDEX t_n ON t (n)');
    const sound = await open('sound').fingerprint();
    await server.sql('sound', "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 't_n'::regclass");
    const broken = await compare(sound, 'sound');
    assert.deepEqual(broken.kind === 'different' && broken.differences, ['table "public.t": missing index "t_n"']);
  });

  it('distinguish names that have a dot in them', async () => {
    await create('dotted', 'CREATE TABLE "a.b" (c int); INSERT INTO "a.b" VALUES (1); CREATE SCHEMA "public.a"');
    const value = await open('dotted').fingerprint();
    await create(
      'otherwise',
      'CREATE SCHEMA "public.a"; CREATE TABLE "public.a".b (c int); INSERT INTO "public.a".b VALUES (1)',
    );
    const compared = await compare(value, 'otherwise');
    assert.deepEqual(compared.kind === 'different' && compared.differences, [
      'table "public."a.b"" is missing',
      'table ""public.a".b" is not in the backup',
    ]);
    const { tables } = await open('dotted', { fingerprint: { except: ['public."a.b"'] } }).fingerprint();
    assert.deepEqual(
      tables.map(({ name, checksum }) => [name, checksum]),
      [['public."a.b"', undefined]],
    );
  });

  it('say that triggers of a foreign key were disabled, which no dump brings', async () => {
    await create(
      'trusting',
      `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p); INSERT INTO p VALUES (1); INSERT INTO c VALUES (1);
       ALTER TABLE c DISABLE TRIGGER ALL; ALTER TABLE p DISABLE TRIGGER ALL`,
    );
    await create('checking', '');
    const notes = notesOf(await compare(await copy('trusting', 'checking'), 'checking'));
    assert.match(
      notes,
      /a restore enables them.*table "public\.c": missing disabled triggers of constraint "c_p_fkey"/,
    );
    assert.match(notes, /table "public\.p": missing disabled triggers of constraint "c_p_fkey"/);
    assert.equal(notesOf(await compare(await open('trusting').fingerprint(), 'trusting')), '');
    // Of one side alone is something else than of both.
    const both = await open('trusting').fingerprint();
    await server.sql('trusting', 'ALTER TABLE p ENABLE TRIGGER ALL');
    assert.match(notesOf(await compare(both, 'trusting')), /table "public\.p": missing disabled triggers/);
  });

  it('say what a copy has of user mappings of foreign servers', async () => {
    const mapping = (options: string) => `CREATE USER MAPPING FOR mixed_reader SERVER far OPTIONS (${options})`;
    const wrapper = 'CREATE FOREIGN DATA WRAPPER wrap; CREATE SERVER far FOREIGN DATA WRAPPER wrap';
    await create('mapped', `${wrapper}; ${mapping("password 'secret-of-far'")}`);
    await create('unmapped', '');
    await create('kept', '');
    const value = await copy('mapped', 'unmapped');
    assert.match(
      notesOf(await compare(value, 'unmapped')),
      /A copy does not get user mappings.*user mapping for mixed_reader on server far is missing/,
    );
    assert.equal(notesOf(await compare(value, 'mapped')), '');
    assert.ok(!JSON.stringify(value).includes('secret-of-far'));
    await copy('mapped', 'kept', { outside: 'keep' });
    assert.equal(notesOf(await compare(value, 'kept')), '');
    await server.sql('kept', 'ALTER USER MAPPING FOR mixed_reader SERVER far OPTIONS (DROP password)');
    assert.match(
      notesOf(await compare(value, 'kept')),
      /user mapping for mixed_reader on server far: different options/,
    );
    // A password by itself is in no hash: it could be guessed.
    await server.sql('mapped', "ALTER USER MAPPING FOR mixed_reader SERVER far OPTIONS (SET password 'another')");
    assert.equal(notesOf(await compare(value, 'mapped')), '');
  });

  it('are only compared by name if another release of the server printed them', async () => {
    const value = await open('around').fingerprint();
    const older: Fingerprint = {
      ...value,
      definedBy: 'PostgreSQL 13',
      objects: {
        ...value.objects,
        'table "public.t"': { ...value.objects?.['table "public.t"'], 'column "n"': 'otherwise' },
      },
    };
    assert.match(notesOf(await compare(older, 'around')), /PostgreSQL 13 and PostgreSQL \d+ .*different column "n"/);
    await server.sql('around', 'ALTER TABLE t RENAME n TO m');
    const renamed = await compare(older, 'around');
    assert.deepEqual(renamed.kind === 'different' && renamed.differences, [
      'table "public.t": missing column "n"',
      'table "public.t": additional column "m"',
    ]);
  });

  it('are not called equal but not compared if a backup of an earlier release has none', async () => {
    const { objects: _, ...without } = await open('around').fingerprint();
    assert.match(notesOf(await compare(without, 'around')), /holds no definitions/);
  });
});

it('treats a cast of a list like the cast of each of its elements', () => {
  for (const [before, after] of [
    [
      "((x)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
      "((x)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))",
    ],
    [
      "(ARRAY['it''s, ])::text[]'::varchar, lower('(')])::text[]",
      "ARRAY[('it''s, ])::text[]'::varchar)::text, (lower('('))::text]",
    ],
    ['(ARRAY[("b ""]" + 1)])::numeric(3,1)[]', 'ARRAY[(("b ""]" + 1))::numeric(3,1)]'],
    ["(ARRAY['unended", "(ARRAY['unended"],
    ['(ARRAY[1, 2]) || x', '(ARRAY[1, 2]) || x'],
  ] as const)
    assert.equal(normalized(before), after);
});
