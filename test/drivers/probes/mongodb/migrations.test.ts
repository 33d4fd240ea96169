import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Migrations, Reading } from '../../../../src/core/model/observation.ts';
import { compareVersions, highest } from '../../../../src/drivers/probes/mongodb/schema-version.ts';
import { migrationsProbe } from '../../../../src/drivers/probes.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { missingMongodb, startMongodb, type TestMongodb } from '../../../support/mongodb.ts';

const missing = missingMongodb();
let server: TestMongodb;

const written = {
  mongodb: {
    url: '{access.mongodb}',
    collection: 'migration_info',
    expected: [
      { releases: ['4.0.*'], databases: { deviceauth: '2.0.0', inventory: '1.1.0' } },
      { releases: ['4.1.0', '4.1.1'], databases: { deviceauth: '2.0.0', inventory: '1.2.0' } },
    ],
    timeout: '2m',
  },
};

async function look(release: string, url = server.url): Promise<Migrations> {
  const answering: Reading<string> = { kind: 'known', value: release };
  const context = {
    effects: databaseEffects(),
    where: 'the migrations probe',
    placeholders: { 'access.mongodb': url },
  };
  return await migrationsProbe.parse(written).open(context)(undefined, Promise.resolve(answering));
}

async function migrated(database: string, ...versions: readonly string[]): Promise<void> {
  const documents = versions.map((version) => {
    const [major, minor, patch] = version.split('.').map(Number);
    return { version: { major, minor, patch }, timestamp: new Date() };
  });
  await server.client.db(database).collection('migration_info').insertMany(documents);
}

describe('what the databases of a MongoDB say about their migrations', { skip: missing ?? false }, () => {
  before(async () => {
    server = await startMongodb();
    await migrated('deviceauth', '2.0.0', '1.9.0', '1.11.0');
    await migrated('inventory', '1.0.9', '1.0.17', '1.0.2');
  });
  after(() => server?.stop());

  it('is compared with what the answering release knows, by numbers and not alphabetically', async () => {
    const behind = await look('4.0.4');
    assert.equal(behind.kind, 'running');
    assert.match(JSON.stringify(behind), /inventory.*from 1\.0\.17 to 1\.1\.0/);
    await migrated('inventory', '1.1.0');
    assert.deepEqual(await look('4.0.4'), { kind: 'done', applied: 'deviceauth 2.0.0, inventory 1.1.0' });
    await migrated('inventory-65f0', '1.0.17');
    assert.match(JSON.stringify(await look('4.0.4')), /inventory-65f0.*from 1\.0\.17/, 'a tenant is held to the same');
    await migrated('inventory-65f0', '1.1.0');
    await migrated('inventory-65f1', '1.0.17');
    const ofOther = await look('3.7.11');
    const applied = 'deviceauth 2.0.0, inventory 1.1.0, inventory-65f1 1.0.17';
    assert.deepEqual(ofOther, { kind: 'done', assumed: true, applied }, 'nothing is known of what this release needs');
    await server.client.db('inventory-65f1').dropDatabase();
  });

  it('is refused if it is newer than the answering release, which accepts it silently', async () => {
    await migrated('inventory', '1.2.0');
    await migrated('inventory-65f0', '1.2.0');
    assert.equal((await look('4.1.1')).kind, 'done');
    const newer = await look('4.0.4');
    assert.deepEqual(newer, {
      kind: 'failed',
      isNewer: true,
      current: 'of the database "inventory"',
      error: 'the database "inventory" is at 1.2.0, but 4.0.4 knows nothing after 1.1.0',
      applied: 'deviceauth 2.0.0, inventory 1.2.0',
    });
  });

  it('is unknown if nothing answers, and says so without the password', async () => {
    const away = await look('4.0.4', 'mongodb://user:secret@127.0.0.1:9/?serverSelectionTimeoutMS=300');
    assert.equal(away.kind, 'unknown');
    assert.match(JSON.stringify(away), /Connecting to MongoDB on 127\.0\.0\.1:9 failed: it could not be reached/);
    assert.ok(!JSON.stringify(away).includes('secret'));
  });
});

it('versions are compared number by number', () => {
  const document = (version: string) => {
    const [major, minor, patch] = version.split('.').map(Number);
    return { _id: version, version: { major, minor, patch } };
  };
  assert.equal(highest(['1.2.9', '1.2.17', '1.2.2'].map(document)), '1.2.17');
  assert.equal(highest([{ version: 'none' }]), undefined);
  assert.ok(compareVersions('1.10.0', '1.9.9') > 0 && compareVersions('2.0.0', '2.0.0') === 0);
});
