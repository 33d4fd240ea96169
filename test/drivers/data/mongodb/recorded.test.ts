import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { MaxKey, MinKey } from 'mongodb';
import { compareFingerprints } from '../../../../src/core/decisions/fingerprint.ts';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { Fingerprint } from '../../../../src/core/model/fingerprint.ts';
import { backUp } from '../../../../src/drivers/data/mongodb/backup.ts';
import { databasesOf } from '../../../../src/drivers/data/mongodb/databases.ts';
import { readDefinitions } from '../../../../src/drivers/data/mongodb/definitions.ts';
import { notCarried } from '../../../../src/drivers/data/mongodb/fingerprint.ts';
import { replaceDatabases } from '../../../../src/drivers/data/mongodb/restore.ts';
import { againstBalancer, againstLag, readServerFacts } from '../../../../src/drivers/data/mongodb/server-facts.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { addressText, parseAddress } from '../../../../src/world/mongodb/address.ts';
import { causeOf } from '../../../../src/world/mongodb/causes.ts';
import { type Session, withSession } from '../../../../src/world/mongodb/session.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { startReplicaSet } from '../../../support/mongodb-replica-set.ts';

/** What the server of the tests does not have: answers as a MongoDB gives them. */
const address = parseAddress({ url: 'mongodb://db.example.com', password: undefined, where: 'data' });

type Answers = Readonly<Record<string, unknown>>;

function recorded(answers: Answers): Session {
  const answer = async (command: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const [name = ''] = Object.keys(command);
    const given = answers[`${name} ${String(command[name])}`] ?? answers[name];
    if (given === undefined) throw Object.assign(new Error(`no such command: '${name}'`), { code: 59 });
    return given;
  };
  return {
    address,
    command: (_database, command) => answer(command),
    all: async (_database, command) => {
      const given = await answer(command);
      return Array.isArray(given) ? given : [];
    },
    documents: async function* () {},
    replaceOne: async () => undefined,
  };
}

const set = { patterns: ['inventory'], prefix: '' };

describe('definitions of a MongoDB', () => {
  const server = (changes: Answers): Answers => ({
    listCollections: [
      {
        name: 'devices',
        type: 'collection',
        options: { validator: { $jsonSchema: { required: ['id'] } }, validationLevel: 'strict' },
      },
      {
        name: 'accepted',
        type: 'view',
        options: { viewOn: 'devices', pipeline: [{ $match: { status: 'accepted' } }] },
      },
      { name: 'system.views', type: 'collection', options: {} },
    ],
    listIndexes: [
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { seen: 1 }, name: 'seen', expireAfterSeconds: 60, ns: 'inventory.devices' },
    ],
    usersInfo: {
      users: [{ user: 'inventory', db: 'inventory', roles: [{ role: 'readWrite', db: 'inventory' }], userId: 'a' }],
    },
    rolesInfo: { roles: [{ role: 'reader', privileges: [] }] },
    ...changes,
  });
  const read = async (changes: Answers = {}) =>
    (await readDefinitions(recorded(server(changes)), set, ['inventory'])).objects;

  it('are those of validators, views, indexes, users and roles', async () => {
    assert.deepEqual(
      Object.entries(await read()).map(([name, parts]) => [name, Object.keys(parts)]),
      [
        ['view "inventory.accepted"', ['definition']],
        ['collection "inventory.devices"', ['options', 'validator', 'index "_id_"', 'index "seen"']],
        ['user "inventory.inventory"', ['roles']],
        ['role "inventory.reader"', ['definition']],
      ],
    );
  });

  it('change with what they describe, and with nothing else', async () => {
    const usual = await read();
    const changed = async (changes: Answers) => {
      const now = await read(changes);
      return Object.keys(usual).filter((name) => JSON.stringify(usual[name]) !== JSON.stringify(now[name]));
    };
    const collections = (validator: object, pipeline: object[]) => ({
      listCollections: [
        {
          name: 'devices',
          type: 'collection',
          options: { validationLevel: 'strict', validator },
          info: { uuid: 'other' },
        },
        { name: 'accepted', type: 'view', options: { pipeline, viewOn: 'devices' } },
      ],
    });
    const own = { $jsonSchema: { required: ['id'] } };
    const pipeline = [{ $match: { status: 'accepted' } }];
    assert.deepEqual(await changed(collections(own, pipeline)), [], 'the order of keys and an id mean nothing');
    assert.deepEqual(await changed(collections({}, pipeline)), ['collection "inventory.devices"']);
    assert.deepEqual(await changed(collections(own, [])), ['view "inventory.accepted"']);
    const index = (of: object) => ({
      listIndexes: [
        { v: 2, key: { _id: 1 }, name: '_id_' },
        { v: 2, name: 'seen', ...of },
      ],
    });
    assert.deepEqual(await changed(index({ key: { seen: 1 }, expireAfterSeconds: 60, background: true })), []);
    assert.deepEqual(await changed(index({ key: { seen: 1 }, expireAfterSeconds: 61 })), [
      'collection "inventory.devices"',
    ]);
    assert.deepEqual(await changed({ usersInfo: { users: [{ user: 'inventory', roles: [] }] } }), [
      'user "inventory.inventory"',
    ]);
  });
});

describe('sharded collections', () => {
  const sharded = (key: object): Answers => ({
    ...{ hello: { msg: 'isdbgrid', isWritablePrimary: true }, buildInfo: { version: '7.0.14' } },
    balancerStatus: { mode: 'off' },
    listDatabases: { databases: [{ name: 'inventory' }] },
    listCollections: [{ name: 'devices' }, { name: 'whole' }],
    listIndexes: [],
    'find collections': [
      { _id: 'inventory.devices', key },
      { _id: 'inventory.gone', key, dropped: true },
      { _id: 'inventory.whole', key: { _id: 1 }, unsplittable: true },
      { _id: 'inventory2.devices', key },
    ],
  });
  const read = async (key: object) => (await readDefinitions(recorded(sharded(key)), set, ['inventory'])).objects;

  it('are compared by their keys, and those that a copy lacks are named', async () => {
    const [one, other] = [await read({ id: 1 }), await read({ id: 'hashed' })];
    assert.deepEqual(Object.keys(one['collection "inventory.whole"'] ?? {}), ['options']);
    const of = (objects: Fingerprint['objects']): Fingerprint => ({
      ...{ at: '', tables: [], sequences: [] },
      ...(objects && { objects }),
      exemptions: notCarried,
    });
    const compared = (now: Fingerprint['objects']) =>
      compareFingerprints({ kind: 'same-snapshot', value: of(one) }, of(now));
    assert.equal(compared(other).kind, 'different');
    const { 'shard key': _, ...whole } = one['collection "inventory.devices"'] ?? {};
    const copy = compared({ ...one, 'collection "inventory.devices"': whole });
    assert.match(copy.kind === 'equal' ? copy.notes.join() : copy.kind, /on one shard here.*missing shard key/);
  });

  it('are not dropped by a restore, which would bring them back on one shard', async () => {
    const databases = [{ name: 'inventory', onServer: 'inventory' }];
    const restore = replaceDatabases(recorded(sharded({ id: 1 })), {
      ...{ set, jobs: 1, directory: '/nowhere', references: [], log: silentLog, mayReplace: () => undefined },
      source: { server: '7.0.14', tools: '100.10.0', validators: false, databases, oplog: undefined },
      tools: { mongodump: 'mongodump', mongorestore: 'mongorestore', version: '100.10.0' },
      effects: databaseEffects(),
    });
    await assert.rejects(
      restore,
      (error) => error instanceof SystemFailure && /divided over shards: inventory\.devices\./.test(error.message),
    );
  });
});

describe('a value that JSON cannot represent', () => {
  it('is distinguished in a definition: infinite numbers, the least and the greatest value', async () => {
    const options = (least: unknown) => ({ viewOn: 'devices', pipeline: [{ $match: { seen: { $gt: least } } }] });
    const hashes = [Number.NaN, Infinity, -Infinity, null, new MinKey(), new MaxKey(), {}].map(async (least) => {
      const listCollections = [{ name: 'seen', type: 'view', options: options(least) }];
      const { objects } = await readDefinitions(recorded({ listCollections }), set, ['inventory']);
      return objects['view "inventory.seen"']?.definition;
    });
    assert.equal(new Set(await Promise.all(hashes)).size, hashes.length);
  });

  it('is distinguished as a server sends it: patterns, also those that JavaScript does not have', async (test) => {
    const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-test-'));
    test.after(() => rm(folder, { recursive: true, force: true }));
    await using server = await startReplicaSet(join(folder, 'state.json'), '7.0.14', 1);
    const where = parseAddress({ url: server.url, password: undefined, where: 'data' });
    const hashes: unknown[] = [];
    for (const view of [
      { pattern: '^a', options: '' },
      { pattern: '^b', options: '' },
      { pattern: '^b', options: 'x' },
      { pattern: '(?i)^b', options: '' },
    ]) {
      await server.change({ view });
      const { objects } = await withSession(where, undefined, (session) =>
        readDefinitions(session, set, ['inventory']),
      );
      hashes.push(objects['view "inventory.named"']?.definition);
    }
    assert.equal(new Set(hashes).size, hashes.length, String(hashes));
  });
});

describe('a server of MongoDB', () => {
  const usual = { hello: { isWritablePrimary: true }, buildInfo: { version: '6.0.14' } };

  it('is not dumped while documents move in it, or if it lags', async () => {
    const against = async (answers: Answers) =>
      (await readServerFacts(recorded({ ...usual, ...answers }))).against.map(({ happened }) => happened);
    assert.deepEqual(await against({}), []);
    const mongos = { hello: { msg: 'isdbgrid', isWritablePrimary: true } };
    assert.match(
      (await against({ ...mongos, balancerStatus: { mode: 'full', inBalancerRound: false } })).join(),
      /The balancer .* is on/,
    );
    assert.match((await against(mongos)).join(), /could not be read/);
    assert.deepEqual(againstBalancer({ mode: 'off', inBalancerRound: false }), []);
    assert.equal(againstBalancer({ mode: 'off', inBalancerRound: true }).length, 1, 'its last round is not over');
    const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000);
    const members = (own: number) => ({
      members: [
        { stateStr: 'PRIMARY', optimeDate: at(100) },
        { stateStr: 'SECONDARY', self: true, optimeDate: at(own) },
      ],
    });
    const secondary = { hello: { setName: 'rs0', isWritablePrimary: false, secondary: true } };
    assert.match((await against({ ...secondary, replSetGetStatus: members(30) })).join(), /70 s behind its primary/);
    assert.deepEqual(againstLag(members(95)), []);
    assert.match((await against(secondary)).join(), /how far it is behind the primary could not be read/);
  });

  it('is not dumped if it has time series: no backup of them could be proved', async () => {
    const names = { listDatabases: { databases: [{ name: 'inventory' }] } };
    const series = [{ name: 'seen', type: 'timeseries', options: { timeseries: { timeField: 'at' } } }];
    const session = recorded({ ...usual, ...names, listCollections: series });
    const processes = { run: async () => assert.fail('nothing is dumped') };
    const request = {
      ...{
        set,
        jobs: 1,
        content: true,
        meanwhile: 'stated' as const,
        oplog: false,
        directory: '/nowhere',
        log: silentLog,
      },
      tools: { mongodump: 'mongodump', mongorestore: 'mongorestore', version: '100.10.0' },
      effects: databaseEffects({}, { processes }),
    };
    await assert.rejects(
      backUp(session, request),
      (error) => error instanceof SystemFailure && /"inventory" has time series \("seen"\)/.test(error.detail.happened),
    );
  });

  it('says how its data is kept', async () => {
    const answers = { ...usual, getParameter: { featureCompatibilityVersion: { version: '5.0' } } };
    const { version, compatibility } = await readServerFacts(recorded(answers));
    assert.deepEqual([version, compatibility], ['6.0.14', '5.0']);
    await assert.rejects(
      readServerFacts(recorded({ ...usual, buildInfo: { version: '3.6.23' } })),
      /4\.2 is the oldest/,
    );
  });

  it('says why, in words without a document', () => {
    for (const [code, message, said] of [
      [18, 'Authentication failed.', /the user or the password/],
      [13, 'not authorized on inventory to execute command { find: "devices" }', /the user may not do this/],
      [
        undefined,
        'Failed: error connecting to db server: server selection error: ... connection refused',
        /could not be reached/,
      ],
      [undefined, 'x509: certificate signed by unknown authority', /certificate is not trusted here/],
      [undefined, 'x509: certificate has expired or is not yet valid: current time', /not valid at this time/],
      [undefined, 'x509: certificate is valid for db0, not db1', /for a different name from the one in the URL/],
      [undefined, 'remote error: tls: certificate required', /requires a client TLS certificate/],
      [10107, 'not primary', /another member .* has become the primary/],
      [undefined, 'Failed: error writing data: no space left on device', /a disk is full/],
      [
        undefined,
        'Failed: oplog overflow: mongodump was unable to capture all new oplog entries',
        /its oplog is too small/,
      ],
    ] as const)
      assert.match(causeOf(code, message)?.said ?? '', said, message);
    assert.equal(causeOf(121, 'Document failed validation: Ada Lovelace'), undefined);
  });
});

describe('the address of a MongoDB', () => {
  const written = (url: string, password?: string) => addressText(parseAddress({ url, password, where: 'data' }));

  it('keeps all that is in it, and says where the user is', () => {
    assert.equal(written('mongodb://a,b:27018/?replicaSet=rs0'), 'mongodb://a,b:27018/?replicaSet=rs0');
    assert.equal(
      written('mongodb+srv://u:p%40@c.example.com/app'),
      'mongodb+srv://u:p%40@c.example.com/?authSource=app',
    );
    assert.equal(written('mongodb://u@h', 'a/b'), 'mongodb://u:a%2Fb@h/?authSource=admin');
    assert.throws(
      () => written('postgres://u:secret@h'),
      (error: Error) => !error.message.includes('secret'),
    );
  });
});

describe('the databases of a store', () => {
  it('are those that it names, and never the server’s own', () => {
    const present = [
      'admin',
      'config',
      'local',
      'staged_upgrade',
      'deviceauth',
      'deviceauth-65f0',
      'deviceauthx',
      'other',
    ];
    assert.deepEqual(databasesOf({ patterns: ['deviceauth', 'deviceauth-*'], prefix: '' }, present), [
      'deviceauth',
      'deviceauth-65f0',
    ]);
    assert.deepEqual(databasesOf({ patterns: ['auth*'], prefix: 'device' }, present), [
      'deviceauth',
      'deviceauth-65f0',
      'deviceauthx',
    ]);
    for (const name of ['admin', 'staged_upgrade', 'a.b', 'a*b', '*'])
      assert.ok(!dataStore.safeParse({ mongodb: { url: 'mongodb://h', databases: [name] } }).success, name);
  });
});
