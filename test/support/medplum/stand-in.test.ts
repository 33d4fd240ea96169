import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { missingPostgres, startPostgres } from '../postgres.ts';
import { addClient } from './access.ts';
import { deferred, type Installation, installMedplum } from './stand-in.ts';

/** What real servers were seen to do; each test quotes it. */
const missing = await missingPostgres();
const postgres = missing === undefined ? await startPostgres() : undefined;
after(() => postgres?.stop());
const withServer = (title: string, run: (server: Installation) => Promise<void>, scale?: number): void => {
  test(title, { skip: missing ?? false }, async (t: TestContext) =>
    run(
      await installMedplum(t, {
        ...(scale === undefined ? {} : { scale }),
        ...(postgres === undefined ? {} : { postgres }),
      }),
    ),
  );
};

const async_ = { prefer: 'respond-async' };
const status = z.object({ postDeployMigrations: z.array(z.number()), pendingPostDeployMigration: z.number() });
const job = z.looseObject({ id: z.string(), status: z.string(), dataVersion: z.number() });
const jobsPath =
  '/fhir/R4/AsyncJob?type=data-migration&_sort=-_lastUpdated&_count=50&_fields=status,dataVersion&_total=accurate';

async function pending(server: Installation): Promise<number> {
  return status.parse((await server.ask('/admin/super/migrations')).json).pendingPostDeployMigration;
}

async function jobs(server: Installation): Promise<readonly z.output<typeof job>[]> {
  const bundle = z.object({ entry: z.array(z.object({ resource: job })).default([]) });
  return bundle.parse((await server.ask(jobsPath)).json).entry.map(({ resource }) => resource);
}

const post = (server: Installation, body: object = {}, headers: Record<string, string> = async_) =>
  server.ask('/admin/super/migrate', { method: 'POST', body: JSON.stringify(body), headers });

async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let left = 600; left > 0; left--) {
    if (await check()) return;
    await sleep(50);
  }
  assert.fail('it did not happen within 30 s');
}

async function runAll(server: Installation): Promise<void> {
  while ((await pending(server)) !== 0) {
    const before = await pending(server);
    assert.equal((await post(server)).status, 202);
    await eventually(async () => (await pending(server)) !== before);
  }
}

describe('the stand-in for a Medplum server', () => {
  withServer(
    'refuses to start while a migration is pending that it requires, after its pre-deploy migrations',
    async (server) => {
      await server.start('4.2.6');
      await server.start('4.3.15', deferred);
      const refused = await server.start('4.4.3', deferred);
      assert.equal(refused.isListening, false);
      assert.equal(refused.exitCode, 1);
      const [line] = refused
        .log()
        .split('\n')
        .filter((text) => text.includes('"ERROR"'));
      const { timestamp: _, ...said } = z.record(z.string(), z.unknown()).parse(JSON.parse(line ?? '{}'));
      assert.deepEqual(said, {
        level: 'ERROR',
        msg: 'Database schema migration error',
        error:
          'Error: Unable to run this version of Medplum server. Pending post-deploy migration v13 requires server at version 4.3.0 <= version < 4.4.0, but current server version is 4.4.3',
      });
      const database = await server.database();
      const [schema] = await database.query('SELECT version FROM "DatabaseMigration"');
      await database.end();
      assert.equal(schema?.version, 66, 'the steps of 4.4 ran before the refusal');
      assert.equal((await server.start('4.3.15', deferred)).isListening, true, 'the older server still restarts');
      const lenient = await server.start('4.4.3', { ...deferred, NODE_ENV: 'development' });
      assert.equal(lenient.isListening, true, 'the check is strict only with NODE_ENV=production');
    },
  );

  withServer('knows from the manifest which hops are refused, and climbs the whole way', async (server) => {
    await server.start('4.1.12');
    for (const release of ['4.2.6', '4.3.15', '4.4.3', '4.5.2', '5.0.15', '5.1.12']) {
      assert.equal((await server.start(release, deferred)).isListening, true, release);
      const before = await pending(server);
      await sleep(700); // The registry forgets the server before.
      await runAll(server);
      if (release === '4.2.6' || release === '4.5.2') assert.equal(before, 0, `${release} brings no data version`);
      if (release === '4.3.15') assert.equal(before, 13);
    }
    const { postDeployMigrations } = status.parse((await server.ask('/admin/super/migrations')).json);
    assert.equal(postDeployMigrations.at(-1), 37, 'finished at 5.1.12 is v37');
    for (const older of ['5.0.15', '4.5.2']) {
      assert.equal((await server.start(older)).isListening, true, 'there is no downgrade guard');
      assert.equal(await pending(server), 0, 'and it says that nothing is pending');
    }
  });

  withServer('refuses 5.1 after 5.0.10, and 4.4.0 after 4.3.0: adjacent is not enough', async (server) => {
    await server.start('4.2.6');
    await server.start('4.3.0', deferred);
    await runAll(server);
    const refused = await server.start('4.4.0', deferred);
    assert.match(
      refused.log(),
      /Pending post-deploy migration v16 requires server at version 4\.3\.2 <= version < 4\.4\.0/,
    );

    const database = await server.database();
    await database.completeDataVersion(31);
    await database.end();
    assert.equal((await server.start('5.0.10', deferred)).isListening, true);
    assert.match(
      (await server.start('5.1.12', deferred)).log(),
      /v32 requires server at version 5\.0\.11 <= version < 5\.1\.0/,
    );
  });

  withServer(
    'answers a request to migrate as the table of the facts says, and runs one version for each',
    async (server) => {
      await server.start('4.2.6');
      await server.start('4.3.15', deferred);
      const text = async (answer: ReturnType<typeof post>) => {
        const { status: code, json } = await answer;
        const outcome = z.object({ issue: z.array(z.object({ details: z.object({ text: z.string() }) })) });
        return [code, outcome.parse(json).issue[0]?.details.text];
      };
      assert.deepEqual(await text(post(server, {}, {})), [400, 'Operation requires "Prefer: respond-async"']);
      assert.deepEqual(await text(post(server, { dataVersion: 20 })), [
        400,
        'Requested post-deploy migration v20, but the pending post-deploy migration is v13.',
      ]);
      assert.deepEqual(await text(post(server, { dataVersion: 'x' })), [400, 'dataVersion must be an integer']);
      assert.deepEqual(await text(post(server, { dataVersion: 12 })), [200, 'All OK']);
      assert.equal((await post(server, {}, { ...async_, authorization: 'Basic eDp5' })).status, 401);

      // Or a busy machine asks again when the first job is over.
      await server.behave({ takes: { 13: 1000 } });
      const [first, again] = [await post(server), await post(server)];
      assert.equal(first.status, 202);
      const at = first.headers.get('content-location') ?? '';
      assert.match(at, new RegExp(`^${server.address}/fhir/R4/job/[0-9a-f-]+/status$`));
      assert.equal(again.headers.get('content-location'), at, 'again at once: the same job');
      await eventually(async () => (await pending(server)) === 14);
      await sleep(300);
      assert.equal(await pending(server), 14, 'it does not chain');
      assert.equal((await server.ask(new URL(at).pathname)).status, 200);
    },
  );

  withServer('lets nobody migrate who is not a super admin, and gives out tokens that expire', async (server) => {
    await server.start('4.2.6');
    const database = await server.database();
    const member = { id: randomUUID(), secret: 'plain' };
    await addClient(database, { ...member, project: randomUUID() });
    await database.end();
    const authorization = `Basic ${Buffer.from(`${member.id}:plain`).toString('base64')}`;
    assert.equal((await post(server, {}, { ...async_, authorization })).status, 403);

    const token = (secret: string) =>
      fetch(`${server.address}/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: server.client.id,
          client_secret: secret,
        }),
      });
    const wrong = await token('wrong');
    assert.equal(wrong.status, 400);
    assert.deepEqual(await wrong.json(), { error: 'invalid_request', error_description: 'Invalid secret' });
    const given = z.object({ access_token: z.string(), expires_in: z.number() });
    assert.equal(given.parse(await (await token(server.client.secret)).json()).expires_in, 3600);
    await server.behave({ tokenSeconds: 1 });
    const { access_token: short } = given.parse(await (await token(server.client.secret)).json());
    const asked = async () => (await post(server, {}, { ...async_, authorization: `Bearer ${short}` })).status;
    assert.equal(await asked(), 200);
    await sleep(1100);
    assert.equal(await asked(), 401);
  });

  withServer('runs its migrations by itself, unless the one right setting keeps them back', async (server) => {
    await server.start('4.2.6');
    const misleading = await server.start('4.3.15', { MEDPLUM_DATABASE_DISABLE_POST_DEPLOY_MIGRATIONS: 'true' });
    assert.doesNotMatch(misleading.log(), /Not auto-queueing/);
    await sleep(600);
    await eventually(async () => (await pending(server)) === 0);
    assert.equal((await jobs(server)).length, 16, 'v13 to v28 ran all the same');

    const database = await server.database();
    await database.query('DELETE FROM "AsyncJob"');
    await database.completeDataVersion(12);
    await database.end();
    const held = await server.start('4.3.15', { MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS: 'false' });
    await sleep(300);
    assert.match(
      held.log(),
      /"msg":"Not auto-queueing pending post-deploy migration because auto-run is disabled","version":"v13"/,
      'up to 5.1.0, "false" defers as well',
    );
    assert.deepEqual(await jobs(server), []);

    await server.start('4.3.15', { MEDPLUM_DATABASE_RUN_MIGRATIONS: 'false' });
    await sleep(600);
    await eventually(async () => (await pending(server)) === 0);
  });

  withServer('reads settings of a group as true and false from 5.1.1 on, and from a file always', async (server) => {
    await server.start('4.2.6');
    const database = await server.database();
    await database.completeDataVersion(32);
    await database.end();
    await server.start('5.1.12', { MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS: 'false' });
    await eventually(async () => (await pending(server)) === 0);
  });

  withServer('is configured from a file as well', async (server) => {
    const { environment } = server;
    const file = join(environment.MEDPLUM_STAND_IN_BEHAVIOUR ?? '', '../medplum.config.json');
    const configuration = {
      port: Number(environment.MEDPLUM_PORT),
      baseUrl: environment.MEDPLUM_BASE_URL,
      database: {
        host: '127.0.0.1',
        port: server.postgres.port,
        dbname: environment.MEDPLUM_DATABASE_DBNAME,
        username: server.postgres.admin,
        password: server.postgres.adminPassword,
        disableRunPostDeployMigrations: true,
      },
      redis: { host: '127.0.0.1', port: server.redis.port },
    };
    await writeFile(file, JSON.stringify(configuration));
    await server.start('4.2.6', {}, `file:${file}`);
    assert.match((await server.start('4.3.15', {}, `file:${file}`)).log(), /Not auto-queueing/);
  });

  withServer('keeps failed jobs, adds one for each request and each start, and stays healthy', async (server) => {
    await server.start('4.2.6');
    await server.start('4.3.15', deferred);
    const database = await server.database();
    await database.completeDataVersion(15);
    await database.end();
    await server.behave({ fails: { 16: 'relation "X" does not exist' } });
    await sleep(700);
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
      const at = Date.now();
      await post(server);
      await sleep(200);
      assert.equal((await jobs(server))[0]?.status, 'accepted');
      assert.match(
        started.log(),
        /Post-deploy migration v13 delayed since the server cluster is not compatible","delayMs":60000/,
      );
      await eventually(async () => (await pending(server)) === 14);
      const milliseconds = Date.now() - at;
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
      await server.start('5.0.15', deferred);
      await server.behave({ takes: { 31: 1500 } });
      await post(server);
      await sleep(300);
      assert.equal((await jobs(server))[0]?.status, 'accepted');
      await server.stop('SIGKILL');
      const again = await server.start('5.0.15', deferred);
      await sleep(300);
      assert.equal((await jobs(server))[0]?.status, 'accepted');
      await eventually(async () => (await jobs(server))[0]?.status === 'active');
      assert.match(again.log(), /PostDeployMigrationQueue worker: stalled/);
      await eventually(async () => (await pending(server)) === 32);
      assert.equal((await jobs(server)).length, 1, 'a POST was not needed');
    },
    0.1,
  );

  withServer('answers 202 for ever for a job that was cancelled', async (server) => {
    await server.start('4.2.6');
    await server.start('4.3.15', deferred);
    await server.behave({ takes: { 13: 200 } });
    const at = new URL((await post(server)).headers.get('content-location') ?? '').pathname;
    assert.equal((await server.ask(at, { method: 'DELETE' })).status, 202);
    await sleep(800);
    const { status: code, json } = await server.ask(at);
    assert.deepEqual([code, job.parse(json).status], [202, 'cancelled']);
  });

  withServer(
    'leaves a job alone that an older server cannot run, minute after minute',
    async (server) => {
      await server.start('4.2.6');
      await server.start('4.3.15', deferred);
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
