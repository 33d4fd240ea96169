import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe } from 'node:test';
import { z } from 'zod';
import { eventually } from '../until.ts';
import { lastBeat } from './last-beat.ts';
import { deferred } from './stand-in.ts';
import { job, jobs, jobsPath, loggedAt, pending, post, withServer } from './stand-in-trial.ts';

describe('the jobs of the stand-in for a Medplum server', () => {
  withServer('keeps failed jobs, adds one for each request and each start, and stays healthy', async (server) => {
    await server.start('4.2.6');
    await server.start('4.3.15', deferred);
    const database = await server.database();
    await database.completeDataVersion(15);
    await database.end();
    await server.behave({ fails: { 16: 'relation "X" does not exist' } });
    for (const count of [1, 2]) {
      assert.equal((await post(server)).status, 202);
      await eventually(
        async () => (await jobs(server)).filter(({ status: word }) => word === 'error').length === count,
      );
    }
    assert.equal((await server.ask('/healthcheck')).status, 200);
    const failed = z.looseObject({
      output: z.object({ parameter: z.array(z.object({ name: z.string(), valueString: z.string() })) }),
    });
    const [newest] = await jobs(server);
    const whole = failed.parse((await server.ask(`/fhir/R4/AsyncJob/${newest?.id}`)).json);
    const said = new Map(whole.output.parameter.map(({ name, valueString }) => [name, valueString]));
    assert.equal(said.get('error'), 'relation "X" does not exist');
    assert.ok(said.has('stack'));
    assert.match((await server.start('4.4.3', deferred)).log(), /v16 requires server/);

    await server.start('4.3.15');
    await eventually(async () => (await jobs(server)).length === 3);
    await eventually(async () => (await jobs(server))[0]?.status === 'error');
    await server.behave({});
    assert.equal((await post(server)).status, 202, 'cause removed, the next POST completes it');
    await eventually(async () => (await pending(server)) === 0);
    assert.equal((await jobs(server)).filter(({ status: word }) => word === 'error').length, 3, 'old errors stay');
  });

  withServer(
    'lets a job wait while an older server is in the registry, and says accepted',
    async (server) => {
      await server.start('4.2.6');
      const started = await server.start('4.3.15', deferred);
      await lastBeat(server, '4.2.6', Date.now() + 3_600_000);
      await post(server);
      const delayed = /Post-deploy migration v13 delayed since the server cluster is not compatible","delayMs":60000/;
      await eventually(() => delayed.test(started.log()));
      assert.equal((await jobs(server))[0]?.status, 'accepted');
      const at = Date.now();
      await lastBeat(server, '4.2.6', at);
      await eventually(async () => (await pending(server)) === 14);
      const milliseconds = loggedAt(started, 'Post-deploy migration started') - at;
      assert.ok(milliseconds >= 6000, `a minute, which is 6,000 ms here: ${milliseconds}`);
    },
    0.1,
  );

  withServer(
    'says accepted while v31 works, and takes it up again after a kill',
    async (server) => {
      await server.start('5.0.15');
      const database = await server.database();
      await database.completeDataVersion(30);
      await database.end();
      const started = await server.start('5.0.15', deferred);
      await server.behave({ holds: [31] });
      await post(server);
      await eventually(() => started.log().includes('Post-deploy migration started'));
      assert.equal((await jobs(server))[0]?.status, 'accepted');
      await server.stop('SIGKILL');
      const again = await server.start('5.0.15', deferred);
      await eventually(async () => (await jobs(server))[0]?.status === 'active');
      const locked =
        loggedAt(again, 'PostDeployMigrationQueue worker: stalled') -
        loggedAt(started, 'Post-deploy migration started');
      assert.ok(locked >= 9900, `the lock of the one that was killed, 100 s, which is 10,000 ms here: ${locked}`);
      await server.behave({});
      await eventually(async () => (await pending(server)) === 32);
      assert.equal((await jobs(server)).length, 1, 'a POST was not needed');
    },
    0.1,
  );

  withServer('answers 202 for ever for a job that was cancelled', async (server) => {
    await server.start('4.2.6');
    const started = await server.start('4.3.15', deferred);
    await server.behave({ holds: [13] });
    const at = new URL((await post(server)).headers.get('content-location') ?? '').pathname;
    await eventually(() => started.log().includes('Post-deploy migration started'));
    assert.equal((await server.ask(at, { method: 'DELETE' })).status, 202);
    await server.behave({});
    await eventually(() => started.log().includes('Post-deploy migration completed'));
    const { status: code, json } = await server.ask(at);
    assert.deepEqual([code, job.parse(json).status], [202, 'cancelled']);
  });

  withServer(
    'leaves a job alone that an older server cannot run, minute after minute',
    async (server) => {
      await server.start('4.2.6');
      await server.start('4.3.15', deferred);
      await lastBeat(server, '4.2.6', Date.now() + 3_600_000);
      await post(server);
      const older = await server.start('4.2.6', deferred);
      await eventually(async () =>
        /Post-deploy migration v13 delayed since this worker is not compatible/.test(older.log()),
      );
      assert.equal(await pending(server), 0, 'and reports nothing pending');
    },
    0.1,
  );

  withServer('tells its version with the build, and its migrations only where it has the page', async (server) => {
    const health = async () => z.record(z.string(), z.unknown()).parse((await server.ask('/healthcheck')).json);
    await server.start('4.1.8');
    assert.match(String((await health()).version), /^4\.1\.8-[0-9a-f]{7}$/);
    assert.equal((await server.ask('/admin/super/migrations')).status, 404);
    const database = await server.database();
    await database.completeDataVersion(32);
    await database.end();
    await server.start('5.1.12');
    assert.deepEqual((await health()).redisInstances, { default: true });
  });

  withServer('pages long lists of jobs, and answers 500 for an attachment whose file is not there', async (server) => {
    await server.start('4.3.15');
    const database = await server.database();
    for (let number = 0; number < 60; number++) {
      const [id, type] = [randomUUID(), 'data-migration'];
      await database.write({
        resourceType: 'AsyncJob',
        id,
        type,
        status: 'completed',
        dataVersion: 1,
        minServerVersion: '3.3.0',
      });
    }
    const binary = await database.write({ resourceType: 'Binary', id: randomUUID(), contentType: 'text/plain' });
    await database.end();
    const bundle = z.object({ total: z.number(), link: z.array(z.object({ relation: z.string(), url: z.string() })) });
    const { total, link } = bundle.parse((await server.ask(jobsPath)).json);
    assert.equal(total, 60);
    const next = new URL(link.find(({ relation }) => relation === 'next')?.url ?? '');
    assert.equal(next.searchParams.get('_offset'), '50');
    assert.equal((await server.ask(`/fhir/R4/Binary/${binary.id}`)).status, 500);
    const { status, json } = await server.ask('/fhir/R4/Binary?_count=1');
    assert.equal(status, 400);
    assert.match(JSON.stringify(json), /Cannot search on Binary resource type/);
  });
});
