import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from '../support/until.ts';
import { deferred, install } from './installation.ts';

describe('the sample server, told to fail', { concurrency: 2 }, () => {
  it('ends at its start, only as the release that was named', async (test) => {
    const server = await install(test);
    await server.faults('start-fails@1.1.4');
    assert.equal((await server.start('1.0.2')).exitCode, 0);
    const failed = await server.start('1.1.4');
    assert.equal(failed.exitCode, 1);
    assert.match(failed.stderr, /told to fail at its start/);
  });

  it('hangs at its start, and can be stopped', async (test) => {
    const server = await install(test);
    const hanging = await server.start('1.0.2', { SAMPLE_FAULTS: 'start-hangs', SAMPLE_START_PATIENCE: '300' });
    assert.equal(hanging.exitCode, 0);
    assert.match(hanging.stdout, /does not listen yet/);
    await assert.rejects(server.ask('/health'));
    assert.match((await server.stop()).stdout, /^Stopped the server/);
    assert.match((await server.stop()).stdout, /^No server is running/);
  });

  it('has a health check that flaps, a version that lies and records that cannot be read', async (test) => {
    const server = await install(test);
    await server.faults('health-flaps\nversion-lies=1.0.1\nsmoke-fails');
    await server.start('1.0.2');
    const checks = [await server.ask('/health'), await server.ask('/health'), await server.ask('/health')];
    assert.deepEqual(
      checks.map(({ status }) => status),
      [200, 503, 200],
    );
    assert.deepEqual((await server.ask('/version')).body, { version: '1.0.1-c4f09a3' });
    assert.equal((await server.ask('/records/verify')).status, 500);
    await server.faults('');
    assert.deepEqual((await server.ask('/version')).body, { version: '1.0.2-19ad55e' });
    assert.equal((await server.ask('/records/verify')).status, 200);
  });

  it('fails in the middle of a migration, stays healthy, and completes it once the cause is gone', async (test) => {
    const server = await install(test);
    await server.climbTo('1.0.2');
    await server.seed(100);
    await server.faults('migration-fails=1');
    await server.start('1.1.4');
    await eventually(async () => (await server.migrations()).state === 'failed');
    const { current, error, rows } = await server.migrations();
    assert.equal(current, 'v1 split-labels');
    assert.match(error ?? '', /disk is full/);
    assert.deepEqual(rows, { done: 50, total: 100 });
    assert.equal((await server.ask('/health')).status, 200);
    assert.equal((await server.start('1.2.1')).exitCode, 1);
    await server.faults('');
    await server.start('1.1.4', deferred);
    assert.equal((await server.migrations()).state, 'failed');
    await server.ask('/migrations/start', { method: 'POST' });
    await eventually(async () => (await server.migrations()).state === 'done');
    assert.equal((await server.ask('/records/verify')).status, 200);
  });

  it('runs migrations although told to defer them, and slowly', async (test) => {
    const server = await install(test);
    await server.climbTo('1.0.2');
    await server.seed(100);
    await server.start('1.1.4', { ...deferred, SAMPLE_FAULTS: 'deferral-ignored,migrations-crawl=60000' });
    assert.equal((await server.migrations()).state, 'running');
  });

  it('refuses a fault, a release and a setting that it does not know', async (test) => {
    const server = await install(test);
    assert.match(
      (await server.start('1.0.2', { SAMPLE_FAULTS: 'smoke-fail' })).stderr,
      /Unknown fault \\"smoke-fail\\"/,
    );
    assert.match((await server.start('9.9.9')).stderr, /There is no release \\"9\.9\.9\\"/);
    assert.match((await server.start('1.0.2', { SAMPLE_MIGRATION_BATCH: 'few' })).stderr, /no whole number/);
  });
});
