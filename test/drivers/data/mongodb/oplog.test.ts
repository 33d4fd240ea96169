import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BSON, Long, Timestamp } from 'mongodb';
import { compareFingerprints } from '../../../../src/core/decisions/fingerprint.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { keepOplog, oplogStart } from '../../../../src/drivers/data/mongodb/oplog.ts';
import { againstOplog } from '../../../../src/drivers/data/mongodb/server-facts.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { parseAddress } from '../../../../src/world/mongodb/address.ts';
import type { Session } from '../../../../src/world/mongodb/session.ts';
import { systemProcesses } from '../../../../src/world/processes/process.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { mayReplace } from '../../../support/marking.ts';
import { missingMongodb, startMongodb, type TestMongodb } from '../../../support/mongodb.ts';
import { type ReplayingMongodb, startReplaying } from '../../../support/mongodb-apply-ops.ts';

let above: string;
before(async () => {
  above = await mkdtemp(join(tmpdir(), 'staged-upgrade-mongodb-test-'));
});
after(() => rm(above, { recursive: true, force: true }));

const folder = () => mkdtemp(join(above, 'backup-'));

describe('a replica set that is written to while it is dumped', { skip: missingMongodb() ?? false }, () => {
  let production: TestMongodb;
  let staging: TestMongodb;
  let replaying: ReplayingMongodb;
  before(async () => {
    [production, staging] = [await startMongodb({ replicaSet: 'rs0' }), await startMongodb()];
    await production.client.db('local').createCollection('oplog.rs', { capped: true, size: 50_000_000 });
    replaying = await startReplaying(staging);
  });
  after(async () => {
    await replaying?.[Symbol.asyncDispose]();
    await Promise.all([production?.stop(), staging?.stop()]);
  });

  const store = (url: string, more: object = {}, written?: (database: string) => Promise<void>): DataStore => {
    const processes = {
      run: async (request: Parameters<typeof systemProcesses.run>[0]) => {
        const ended = await systemProcesses.run(request);
        const [, database] = /^--db=(.*)$/.exec(request.argv.find((each) => each.startsWith('--db=')) ?? '') ?? [];
        if (database !== undefined) await written?.(database);
        return ended;
      },
    };
    const settings = { url, databases: ['deviceauth', 'inventory'], tools: production.tools, ...more };
    return dataStore
      .parse({ mongodb: settings })
      .open({ effects: databaseEffects({}, { processes }), where: 'environments.staging.data', placeholders: {} });
  };
  const fill = async (): Promise<void> => {
    const { client } = production;
    for (const name of ['deviceauth', 'inventory']) {
      await client.db(name).dropDatabase();
      await client
        .db(name)
        .collection('devices')
        .insertMany(Array.from({ length: 20 }, (_, number) => ({ number })));
    }
    await client.db('other').collection('jobs').insertOne({ of: 'others' });
  };
  /** Each change affects both databases, one of which is already dumped. */
  const change = async (database: string): Promise<void> => {
    if (database !== 'deviceauth') return;
    const { client } = production;
    for (const name of ['deviceauth', 'inventory']) {
      const devices = client.db(name).collection('devices');
      await devices.insertOne({ number: 20 });
      await devices.updateOne({ number: 3 }, { $set: { status: 'accepted' } });
      await devices.deleteOne({ number: 4 });
    }
    await client.db('other').collection('jobs').insertOne({ of: 'others, too' });
  };

  it('is restored as it was when the dump ended, all databases at the same moment, and nothing of others', async () => {
    await fill();
    const directory = await folder();
    const taken = await store(production.url, { oplog: true }, change).backup({ directory, log: silentLog });
    // What comes later belongs to no backup.
    await production.client.db('deviceauth').collection('devices').deleteMany({});
    const copy = store(replaying.url);
    await copy.verify({ directory, references: [], log: silentLog });
    await copy.restore({ directory, references: [], log: silentLog, mayReplace });
    const like = taken.fingerprint.kind === 'none' ? undefined : taken.fingerprint.value;
    const comparison = compareFingerprints(taken.fingerprint, await copy.fingerprint(undefined, like));
    assert.equal(comparison.kind, 'equal', JSON.stringify(comparison));
    for (const name of ['deviceauth', 'inventory']) {
      const devices = staging.client.db(name).collection('devices');
      assert.equal(await devices.countDocuments(), 20);
      assert.equal(await devices.countDocuments({ number: 3, status: 'accepted' }), 1, name);
      assert.equal(await devices.countDocuments({ number: 4 }), 0, name);
    }
    assert.equal(await staging.client.db('other').collection('jobs').countDocuments(), 0);
    assert.deepEqual([...new Set(replaying.replayed)].toSorted(), [
      'd deviceauth.devices',
      'd inventory.devices',
      'i deviceauth.devices',
      'i inventory.devices',
      'u deviceauth.devices',
      'u inventory.devices',
    ]);
    assert.ok(Math.abs(Date.parse(taken.dataAt) - Date.now()) < 120_000, taken.dataAt);
  });

  it('is not restored under other names, or from a backup whose oplog is truncated', async () => {
    await fill();
    const directory = await folder();
    const taken = await store(production.url, { oplog: true }, change).backup({ directory, log: silentLog });
    assert.equal(taken.fingerprint.kind, 'same-snapshot');
    const request = { directory, references: [], log: silentLog, mayReplace };
    await assert.rejects(
      store(replaying.url, { prefix: 'staging_' }).restore(request),
      /have other names here.*Nothing was restored/s,
    );
    const file = join(directory, 'oplog/oplog.bson');
    await truncate(file, (await readFile(file)).length - 7);
    await assert.rejects(store(replaying.url).verify(request), /is not whole in .*ends within an entry/);
    await writeFile(file, '');
    await assert.rejects(store(replaying.url).restore(request), /has 0 entries, and \d+ were written/);
  });

  it('is refused if the server has no oplog', async () => {
    await staging.client.db('inventory').collection('devices').insertOne({ number: 1 });
    const backup = store(staging.url, { oplog: true }).backup({ directory: await folder(), log: silentLog });
    await assert.rejects(backup, /not a member of a replica set: it has no oplog.*There is no backup/s);
  });
});

describe('an oplog, as MongoDB writes it', () => {
  const at = (second: number, counter = 1) => new Timestamp({ t: second, i: counter });
  const address = parseAddress({ url: 'mongodb://db.example.com', password: undefined, where: 'data' });
  const session = (entries: readonly object[], transactions: readonly object[] = []): Session => ({
    address,
    command: async () => assert.fail('nothing is asked'),
    all: async (_database, command) =>
      'find' in command && command.find === 'transactions' ? transactions : entries.slice(-1),
    documents: async function* () {
      for (const entry of entries) yield BSON.serialize(entry);
    },
    replaceOne: async () => undefined,
  });
  /** A pattern of the server's that JavaScript does not have. */
  const like = new BSON.BSONRegExp('(?i)^a', 'x');
  const insert = (second: number, ns: string) => ({ ts: at(second), op: 'i', ns, o: { _id: second, like }, ui: 'x' });
  const transaction = (second: number, more: object = {}) => ({
    ...{ ts: at(second), op: 'c', ns: 'admin.$cmd', lsid: { id: 'a' }, txnNumber: Long.fromNumber(1) },
    o: {
      applyOps: [
        { op: 'i', ns: 'inventory.devices', o: { _id: 'in it', '1': 'keeps its order', like } },
        { op: 'u', ns: 'other.jobs', o: { $v: 2 }, o2: { _id: 1 } },
      ],
      ...more,
    },
  });
  const keep = async (entries: readonly object[]) => {
    const file = join(await folder(), 'oplog/oplog.bson');
    const kept = await keepOplog(session(entries), { from: at(1), databases: ['inventory'], file });
    const bytes = await readFile(file);
    const written: BSON.Document[] = [];
    for (let from = 0; from < bytes.length; from += bytes.readInt32LE(from))
      written.push(BSON.deserialize(bytes.subarray(from, from + bytes.readInt32LE(from)), { bsonRegExp: true }));
    return { ...kept, written };
  };

  it('is kept of our own databases, including transactions, and of no others', async () => {
    const noop = { ts: at(1), op: 'n', ns: '', o: { msg: 'periodic noop' } };
    const entries = [noop, insert(2, 'inventory.devices'), insert(3, 'other.jobs'), transaction(4)];
    const { written, touched, at: moment } = await keep(entries);
    assert.deepEqual([...touched], ['inventory.devices']);
    assert.equal(moment.getHighBitsUnsigned(), 4);
    assert.deepEqual(
      written.map(({ op, ns, o }) => [op, ns, o._id]),
      [
        ['i', 'inventory.devices', 2],
        ['i', 'inventory.devices', 'in it'],
      ],
    );
  });

  it('starts at the oldest open transaction, whose operations are written when it ends', async () => {
    const open = [{ state: 'inProgress', startOpTime: { ts: at(2), t: Long.fromNumber(1) } }];
    assert.equal((await oplogStart(session([insert(5, 'inventory.devices')], open))).getHighBitsUnsigned(), 2);
    assert.equal((await oplogStart(session([insert(5, 'inventory.devices')]))).getHighBitsUnsigned(), 5);
    await assert.rejects(oplogStart(session([])), /has no oplog, or it is empty/);
  });

  it('is refused if it does not reach back far enough, or contains what cannot be replayed', async () => {
    const first = insert(1, 'inventory.devices');
    await assert.rejects(keep([insert(2, 'inventory.devices')]), /does not reach back any more/);
    const drop = { ts: at(2), op: 'c', ns: 'inventory.$cmd', o: { drop: 'devices' } };
    await assert.rejects(keep([first, drop]), /the oplog got drop in "inventory"/);
    assert.equal((await keep([first, { ...drop, ns: 'other.$cmd' }])).entries, 1, 'of others it may');
    await assert.rejects(
      keep([first, transaction(2, { partialTxn: true })]),
      /a transaction that was just being written/,
    );
    await assert.rejects(keep([first, transaction(2, { prepare: true })]), /a transaction over several shards/);
  });

  it('is read from replica sets from MongoDB 5.0 on', () => {
    assert.deepEqual(againstOplog({ replicaSet: 'rs0', version: '6.0.14', major: 6 }), []);
    assert.match(
      String(againstOplog({ replicaSet: undefined, version: '6.0.14', major: 6 })[0]?.happened),
      /not a member/,
    );
    assert.match(String(againstOplog({ replicaSet: 'rs0', version: '4.4.1', major: 4 })[0]?.next), /MongoDB 5\.0/);
  });
});
