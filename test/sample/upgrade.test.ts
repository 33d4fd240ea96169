import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { eventually } from '../support/until.ts';
import { deferred, install } from './installation.ts';

describe('the sample server, upgraded', { concurrency: 2 }, () => {
  it('carries every record through all lines, each time in a new notation', async (test) => {
    const server = await install(test);
    await server.climbTo('1.0.2');
    await server.seed(60);
    assert.deepEqual((await server.ask('/records/4')).body, {
      id: 4,
      label: 'Ventilator 103, Workshop',
      serviced: '25/04/2021',
      every: '10 days',
      note: 'Alarm volume checked #on-loan',
    });
    for (const version of ['1.1.4', '1.2.1', '1.3.1', '2.0.1', '2.1.3']) {
      await server.climbTo(version);
      const verified = await server.ask('/records/verify');
      assert.deepEqual(verified, { status: 200, body: { ok: true, records: 60, damaged: 0, examples: [] } }, version);
    }
    const sealed = '["Ventilator 103","Workshop","2021-04-25",10,"Alarm volume checked",["on-loan"]]';
    assert.deepEqual((await server.ask('/records/4')).body, {
      id: 4,
      item: 'Ventilator 103',
      place: 'Workshop',
      servicedOn: '2021-04-25',
      everyDays: 10,
      note: 'Alarm volume checked',
      tags: ['on-loan'],
      checksum: createHash('sha256').update(sealed).digest('hex'),
    });
  });

  it('is fresh at the newest release without anything to migrate', async (test) => {
    const server = await install(test);
    await server.climbTo('2.1.3');
    assert.equal((await server.migrations()).applied, 6);
    await server.seed(3);
    assert.equal((await server.ask('/records/verify')).status, 200);
  });

  it('refuses to start while a data migration that it needs is pending, and the old release still starts', async (test) => {
    const server = await install(test);
    await server.climbTo('1.0.2');
    const skipped = await server.start('1.2.1');
    assert.equal(skipped.exitCode, 1);
    assert.match(skipped.stderr, /1\.2\.1 ended at once \(exit code 1\)/);
    assert.match(
      skipped.stderr,
      /Pending post-deploy migration v1 requires server at version 1\.1\.0 <= version < 1\.2\.0/,
    );
    await server.climbTo('1.0.2');
    assert.equal((await server.ask('/records/verify')).status, 200);
  });

  it('refuses after the first patch of a line, where only a later one brings the migration', async (test) => {
    const server = await install(test);
    await server.climbTo('1.3.0');
    assert.match(
      (await server.start('2.0.0')).stderr,
      /Pending post-deploy migration v3 requires server at version 1\.3\.1/,
    );
  });

  it('defers data migrations when told to, until they are started with the credential', async (test) => {
    const server = await install(test);
    await server.climbTo('1.3.1');
    await server.seed(20);
    await server.start('2.0.1', deferred);
    const { state, current, applied } = await server.migrations();
    assert.deepEqual({ state, current, applied }, { state: 'pending', current: 'v4 places-by-id', applied: 3 });
    const post = (headers: Record<string, string> = {}) => server.ask('/migrations/start', { method: 'POST', headers });
    assert.equal((await post({ authorization: 'Bearer wrong' })).status, 401);
    assert.equal((await server.migrations()).state, 'pending');
    assert.equal((await post()).status, 202);
    await eventually(async () => (await server.migrations()).current === 'v5 tags-out-of-notes');
    assert.equal((await server.migrations()).state, 'pending', 'one call runs one data migration');
    const all = await server.ask('/migrations/start', { method: 'POST', body: '{"all":true}' });
    assert.equal(all.status, 202);
    await eventually(async () => (await server.migrations()).state === 'done');
    assert.equal((await post()).status, 200);
  });

  it('can be rolled back within the window, keeping what was written in between, and is broken after it', async (test) => {
    const server = await install(test);
    await server.climbTo('1.0.2');
    await server.seed(20);
    await server.start('1.1.4', deferred);
    const added = { item: 'Scale', place: 'Ward 9', serviced: '01/02/2024', every: '4 weeks', note: '' };
    const sent = await server.ask('/records', { method: 'POST', body: JSON.stringify(added) });
    assert.deepEqual(sent, { status: 201, body: { ids: [21] } });
    await server.start('1.0.2');
    assert.deepEqual((await server.ask('/records/verify')).body, { ok: true, records: 21, damaged: 0, examples: [] });
    assert.match(JSON.stringify((await server.ask('/records/21')).body), /"label":"Scale, Ward 9"/);
    await server.climbTo('1.1.4');
    await server.start('1.0.2');
    assert.equal((await server.ask('/health')).status, 200, 'health tells nothing about it');
    assert.equal((await server.migrations()).state, 'done', 'nor does the list of the older release');
    const { status, body } = await server.ask('/records/verify');
    assert.equal(status, 500);
    assert.match(JSON.stringify(body), /"damaged":21,"examples":\["record 1: it has no label"/);
  });

  it('shows how far a migration is, and takes it up again after SIGKILL although told to defer', async (test) => {
    const server = await install(test);
    await server.climbTo('1.0.2');
    await server.seed(100);
    await server.faults('migrations-crawl=600000');
    await server.start('1.1.4');
    await eventually(async () => ((await server.migrations()).rows?.done ?? 0) > 0);
    const before = await server.migrations();
    assert.equal(before.state, 'running');
    assert.equal(before.rows?.total, 100);
    await server.kill();
    await server.start('1.1.4', deferred);
    const after = await server.migrations();
    assert.equal(after.state, 'running');
    assert.ok((after.rows?.done ?? 0) >= (before.rows?.done ?? 100), 'what was done is not done again');
    await server.faults('');
    await eventually(async () => (await server.migrations()).state === 'done');
    assert.equal((await server.ask('/records/verify')).status, 200);
  });

  it('is replaced although the deploy that started it was killed before it could record its process', {
    skip: existsSync('/proc/self/cwd') ? false : 'only /proc tells which processes were started in a folder',
  }, async (test) => {
    const server = await install(test);
    await server.climbTo('1.0.2');
    await rm(join(server.folder, 'server.pid'));
    await server.climbTo('1.1.4');
    assert.equal((await server.migrations()).version, '1.1.4-3f2c9ab');
  });

  it('loses the notes of new records in the release that was withdrawn', async (test) => {
    const server = await install(test);
    await server.climbTo('1.2.2');
    await server.seed(3);
    assert.match(JSON.stringify((await server.ask('/records/1')).body), /"note":""/);
  });
});
