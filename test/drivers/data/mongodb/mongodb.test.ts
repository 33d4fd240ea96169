import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compareFingerprints } from '../../../../src/core/decisions/fingerprint.ts';
import { compareIdentities } from '../../../../src/core/decisions/identity.ts';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { TakenFingerprint } from '../../../../src/core/model/fingerprint.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import type { Effects } from '../../../../src/world/effects/effects.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { type ProcessRequest, systemProcesses } from '../../../../src/world/processes/process.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { mark, mayReplace } from '../../../support/marking.ts';
import { missingMongodb, startMongodb, type TestMongodb } from '../../../support/mongodb.ts';

/** One real server for all: its databases are distinguished by the prefix of their names. */
let server: TestMongodb;
let above: string;

const missing = missingMongodb();

interface Chosen {
  readonly effects?: Effects;
  readonly [setting: string]: unknown;
}

function store(prefix: string, { effects = databaseEffects(), ...settings }: Chosen = {}): DataStore {
  const written = {
    mongodb: {
      url: `${server.url}&serverSelectionTimeoutMS=2000`,
      databases: ['deviceauth', 'deviceauth-*', 'inventory'],
      prefix,
      tools: server.tools,
      ...settings,
    },
  };
  return dataStore.parse(written).open({ effects, where: 'environments.staging.data', placeholders: {} });
}

const database = (name: string) => server.client.db(name);
const folder = () => mkdtemp(join(above, 'backup-'));

async function fill(prefix: string): Promise<void> {
  const devices = Array.from({ length: 50 }, (_, index) => ({
    _id: `device-${index}`,
    number: index,
    tags: ['a', 1.5],
  }));
  await database(`${prefix}deviceauth`).collection<{ _id: string }>('devices').insertMany(devices);
  await database(`${prefix}deviceauth`).collection('devices').createIndex({ number: 1, tags: -1 }, { unique: true });
  await database(`${prefix}deviceauth-65f0`).collection('devices').insertOne({ tenant: 'one' });
  await database(`${prefix}inventory`).createCollection('empty');
}

async function backedUp(prefix: string, chosen: Chosen = {}) {
  const directory = await folder();
  return { directory, taken: await store(prefix, chosen).backup({ directory, log: chosen.effects?.log ?? silentLog }) };
}

async function differences(expected: TakenFingerprint, found: DataStore): Promise<readonly string[]> {
  const like = expected.kind === 'none' ? undefined : expected.value;
  const comparison = compareFingerprints(expected, await found.fingerprint(undefined, like));
  return comparison.kind === 'equal' ? [] : comparison.differences;
}

const failsWith = (pattern: RegExp) => (error: unknown) => {
  assert.ok(error instanceof SystemFailure, String(error));
  const text = Object.values(error.detail).join(' ');
  assert.match(text, pattern);
  assert.ok(!text.includes(server.password), text);
  return true;
};

describe('a MongoDB', { skip: missing ?? false }, () => {
  before(async () => {
    server = await startMongodb();
    above = await mkdtemp(join(tmpdir(), 'staged-upgrade-mongodb-test-'));
  });
  after(async () => {
    await server?.stop();
    await rm(above, { recursive: true, force: true });
  });

  it('is restored under other names, and whatever is lost is named', async () => {
    await fill('all_');
    await database('all_workflows').collection('jobs').insertOne({ other: 'application' });
    const { directory, taken } = await backedUp('all_');
    const target = store('copy_');
    const request = { directory, references: [], log: silentLog, mayReplace };
    await database('copy_deviceauth-gone').collection('left').insertOne({ over: true });
    await database('copy_workflows').collection('jobs').insertOne({ other: 'application' });
    await target.restore(request);
    assert.deepEqual(await differences(taken.fingerprint, target), []);
    const names = (await database('admin').admin().listDatabases()).databases.map(({ name }) => name);
    assert.ok(!names.includes('copy_deviceauth-gone'), 'what the backup does not have is gone');
    assert.equal(
      await database('copy_workflows').collection('jobs').countDocuments(),
      1,
      'the database of others stays',
    );

    const losses: readonly (readonly [string, () => Promise<unknown>, RegExp])[] = [
      [
        'an index',
        () => database('copy_deviceauth').collection('devices').dropIndex('number_1_tags_-1'),
        /"deviceauth\.devices": missing index "number_1_tags_-1"/,
      ],
      [
        'a document',
        () => database('copy_deviceauth').collection<{ _id: string }>('devices').deleteOne({ _id: 'device-3' }),
        /"deviceauth\.devices" has 49 rows, expected 50/,
      ],
      [
        'the type of a value',
        () =>
          database('copy_deviceauth')
            .collection<{ _id: string }>('devices')
            .updateOne({ _id: 'device-3' }, { $set: { tags: ['a', '1.5'] } }),
        /"deviceauth\.devices" has the same number of rows, but different content/,
      ],
      [
        'a collection',
        () => database('copy_inventory').collection('empty').drop(),
        /table "inventory\.empty" is missing/,
      ],
      [
        'a tenant',
        () => database('copy_deviceauth-65f0').dropDatabase(),
        /table "deviceauth-65f0\.devices" is missing/,
      ],
    ];
    for (const [what, lose, named] of losses) {
      await target.restore(request);
      await lose();
      assert.match((await differences(taken.fingerprint, target)).join('\n'), named, what);
    }
  });

  it('shows its password to nobody', async () => {
    await fill('quiet_');
    const seen: ProcessRequest[] = [];
    const files: { readonly mode: number; readonly text: string }[] = [];
    const processes = {
      run: async (request: ProcessRequest) => {
        seen.push(request);
        const file = request.argv[request.argv.indexOf('--config') + 1];
        if (request.argv.includes('--config') && file !== undefined)
          files.push({ mode: (await stat(file)).mode & 0o777, text: await readFile(file, 'utf8') });
        return await systemProcesses.run(request);
      },
    };
    const effects = databaseEffects({}, { processes });
    const { directory } = await backedUp('quiet_', { effects });
    await store('quiet_copy_', { effects }).restore({ directory, references: [], log: silentLog, mayReplace });
    assert.equal(files.length, 6, 'three databases, dumped and restored');
    for (const { mode, text } of files) {
      assert.equal(mode, 0o600);
      assert.ok(text.includes(encodeURIComponent(server.password)));
    }
    const arguments_ = JSON.stringify(seen.map(({ argv, environment }) => [argv, environment]));
    assert.ok(!arguments_.includes(server.password) && !arguments_.includes(encodeURIComponent(server.password)));
    await assert.rejects(stat(seen.at(-1)?.argv[2] ?? ''), 'the file is gone');
  });

  it('reports what was written while it was dumped, or takes no such backup', async () => {
    await fill('busy_');
    const processes = {
      run: async (request: ProcessRequest) => {
        const result = await systemProcesses.run(request);
        if (request.argv.includes('--db=busy_inventory'))
          await database('busy_deviceauth').collection('devices').insertOne({ number: 1_000 });
        return result;
      },
    };
    const effects = databaseEffects({}, { processes });
    await backedUp('busy_', { effects });
    assert.equal(effects.warnings.length, 1);
    assert.match(
      effects.warnings[0] ?? '',
      /table "deviceauth\.devices" has 51 rows, expected 50\. The collections of this backup are of different moments, at most \d+ s apart/,
    );
    await assert.rejects(
      backedUp('busy_', { effects, 'changed-meanwhile': 'refused' }),
      failsWith(/table "deviceauth\.devices" has 52 rows, expected 51.*There is no backup/),
    );
    const indexing = {
      run: async (request: ProcessRequest) => {
        const result = await systemProcesses.run(request);
        if (request.argv.includes('--db=busy_inventory'))
          await database('busy_deviceauth').collection('devices').createIndex({ made: 1 });
        return result;
      },
    };
    await assert.rejects(
      backedUp('busy_', { effects: databaseEffects({}, { processes: indexing }) }),
      failsWith(/additional index "made_1".*a migration or a new tenant/),
    );
  });

  it('says why it does not do what was asked', async () => {
    await fill('why_');
    const { directory } = await backedUp('why_');
    const wrong = `mongodb://root:not-it@127.0.0.1:${server.port}/?directConnection=true`;
    await assert.rejects(
      store('why_', { url: wrong }).identity(),
      failsWith(/the user or the password was not accepted.*authSource/),
    );
    await assert.rejects(
      store('why_', { url: `${server.url}&tls=true&serverSelectionTimeoutMS=2000` }).identity(),
      failsWith(/the URL asks for TLS, but the server does not offer it.*tls=false/),
    );
    await assert.rejects(
      store('why_', { url: 'mongodb://nowhere.invalid/?serverSelectionTimeoutMS=1000' }).identity(),
      failsWith(/the name of its host cannot be resolved here/),
    );
    await assert.rejects(
      store('none_').backup({ directory: await folder(), log: silentLog }),
      failsWith(/No database of the server has one of the names "none_deviceauth"/),
    );
    await assert.rejects(
      store('why_', { tools: '/nowhere' }).backup({ directory, log: silentLog }),
      failsWith(/mongodump and mongorestore were not found in "\/nowhere"/),
    );
    const request = { directory, references: [], log: silentLog, mayReplace };
    const source = join(directory, 'source.json');
    const text = await readFile(source, 'utf8');
    await writeFile(source, text.replace(/"server": "7/, '"server": "8'));
    await assert.rejects(
      store('why_').restore(request),
      failsWith(/The backup is of MongoDB 8\.0\.42, and this server is 7\.0\.42.*Nothing was restored/),
    );
    await assert.rejects(
      store('why_').restore({ ...request, directory: await folder() }),
      failsWith(/no readable "source.json"/),
    );
  });

  it('is distinguished from other databases on its server, except if it shares one', async () => {
    await fill('one_');
    const one = await store('one_').identity();
    assert.equal(compareIdentities(one, await store('two_').identity()).kind, 'different');
    const some = store('', { databases: ['one_deviceauth'] });
    assert.equal(compareIdentities(one, await some.identity()).kind, 'same');
    assert.equal(compareIdentities(one, await store('', { databases: ['one_*'] }).identity()).kind, 'same');
    assert.equal(
      compareIdentities(one, await store('', { databases: ['one_deviceauth-65f0'] }).identity()).kind,
      'same',
    );
    await mark(some);
    const { mark: found } = await store('one_').identity();
    assert.equal(found.kind, 'unclear', 'a mark for some of its databases is none for it');
    assert.equal((await store('two_').identity()).mark.kind, 'none');
  });

  it('is checked before anything is done', async () => {
    await fill('early_');
    const look = async (prefix: string, use: 'backup' | 'restore') =>
      (await store(prefix).preflight?.({ use, subject: 'it' })) ?? [];
    const found = await look('early_', 'backup');
    assert.deepEqual([...new Set(found.map(({ kind }) => kind))], ['ok']);
    assert.match(
      found.map(({ happened }) => happened).join(' '),
      /100\.10\.0 suit the server, MongoDB 7\.0\.42.*3 databases can be read/,
    );
    assert.deepEqual(
      (await look('absent_', 'backup')).filter(({ kind }) => kind === 'warning').map(({ happened }) => happened),
      ['deviceauth', 'inventory'].map(
        (name) => `The server has no database "absent_${name}", or the user may not see it.`,
      ),
    );
    assert.ok((await look('early_', 'restore')).every(({ kind }) => kind === 'ok'));
  });
});
