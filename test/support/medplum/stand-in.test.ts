import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { eventually } from '../until.ts';
import { addClient } from './access.ts';
import { deferred } from './stand-in.ts';
import { async_, jobs, pending, post, runAll, status, withServer } from './stand-in-trial.ts';

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

      await server.behave({ holds: [13] });
      const [first, again] = [await post(server), await post(server)];
      assert.equal(first.status, 202);
      const at = first.headers.get('content-location') ?? '';
      assert.match(at, new RegExp(`^${server.address}/fhir/R4/job/[0-9a-f-]+/status$`));
      assert.equal(again.headers.get('content-location'), at, 'again at once: the same job');
      await server.behave({});
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
    const { access_token: own } = given.parse(await (await token(server.client.secret)).json());
    const asked = async () => (await post(server, {}, { ...async_, authorization: `Bearer ${own}` })).status;
    assert.equal(await asked(), 200);
    await server.behave({ secondsAhead: 3601 });
    assert.equal(await asked(), 401);
  });

  withServer('runs its migrations by itself, unless the one right setting keeps them back', async (server) => {
    await server.start('4.2.6');
    const misleading = await server.start('4.3.15', { MEDPLUM_DATABASE_DISABLE_POST_DEPLOY_MIGRATIONS: 'true' });
    assert.doesNotMatch(misleading.log(), /Not auto-queueing/);
    // The last one is no longer pending a moment before its job has completed.
    await eventually(async () => (await jobs(server)).filter((one) => one.status === 'completed').length === 16);
    assert.equal(await pending(server), 0, 'v13 to v28 ran all the same');

    const database = await server.database();
    await database.query('DELETE FROM "AsyncJob"');
    await database.completeDataVersion(12);
    await database.end();
    const held = await server.start('4.3.15', { MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS: 'false' });
    assert.match(
      held.log(),
      /"msg":"Not auto-queueing pending post-deploy migration because auto-run is disabled","version":"v13"/,
      'up to 5.1.0, "false" defers as well',
    );
    assert.deepEqual(await jobs(server), []);

    await server.start('4.3.15', { MEDPLUM_DATABASE_RUN_MIGRATIONS: 'false' });
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
});
