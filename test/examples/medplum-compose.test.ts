import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadConfiguration } from '../../src/config/load.ts';
import { runInit } from '../../src/init/run-init.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { addClient, addSuperAdminClient } from '../support/medplum/access.ts';
import { type Installation, installMedplum } from '../support/medplum/stand-in.ts';
import { missingPostgres } from '../support/postgres.ts';
import { workflowMistakes } from '../support/workflow-parser.ts';

const example = join(import.meta.dirname, '../../examples/medplum-compose');
const missing = await missingPostgres();

test('its configuration has no mistakes, and init --check finds its workflows up to date', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-example-'));
  t.after(() => rm(directory, { recursive: true }));
  await cp(join(example, '.github'), join(directory, '.github'), { recursive: true });
  const check = await runInit({ check: true }, { directory, products: shippedProducts });
  assert.equal(check.outcome, 'passed', check.text);
  assert.deepEqual(await workflowMistakes(example), []);
});

test('for Medplum, init writes a client that gets a token', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-init-'));
  t.after(() => rm(directory, { recursive: true }));
  await runInit({ product: 'medplum' }, { directory, products: shippedProducts });
  const text = await readFile(join(directory, '.github/staged-upgrade.yml'), 'utf8');
  const { value } = loadConfiguration(text, 'staged-upgrade.yml', shippedProducts);
  assert.equal(value.product, 'medplum');
  assert.match(text, /client-id: "\$\{STAGING_CLIENT_ID\}"/);
  assert.match(await readFile(join(directory, '.github/workflows/hop.yml'), 'utf8'), /secrets\.STAGING_CLIENT_SECRET/);
});

test('none of its images has a moving tag, and migrations are deferred by the right variable', async () => {
  const compose = await readFile(join(example, 'compose.yml'), 'utf8');
  const services = z.object({ services: z.record(z.string(), z.object({ image: z.string() }).loose()) });
  for (const { image } of Object.values(services.parse(parse(compose)).services))
    assert.doesNotMatch(image, /latest|^[^:]+$/);
  assert.match(
    compose,
    /^ {6}MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS:$/m,
    'handed on, and not there when unset',
  );
});

const redisUrl = ({ redis }: Installation): string => `redis://127.0.0.1:${redis.port}/0`;

async function run(script: string, args: readonly string[], environment: Readonly<Record<string, string>>) {
  return await systemProcesses.run({
    argv: [process.execPath, join(example, script), ...args],
    environment: { PATH: process.env.PATH ?? '', ...environment },
  });
}

test('scrub.mjs makes a copy of live data harmless', { skip: missing ?? false }, async (t) => {
  const server = await installMedplum(t);
  await server.start('4.3.15');
  const { environment, postgres } = server;
  const database = await server.database();
  t.after(() => database.end());
  const id = { admin: randomUUID(), partner: randomUUID() };
  await addSuperAdminClient(database, id.admin, 'production-secret');
  const project = randomUUID();
  await database.write({
    resourceType: 'Project',
    id: project,
    features: ['bots', 'cron', 'email', 'graphql-introspection'],
    secret: [{ name: 'STRIPE_KEY', valueString: 'sk_live' }],
    site: [{ domain: ['app.example.com'] }],
  });
  await addClient(database, { id: id.partner, secret: 'partner-secret', project });
  const subscription = {
    resourceType: 'Subscription',
    id: randomUUID(),
    status: 'active',
    channel: { type: 'rest-hook' },
  };
  await database.write(subscription);
  await database.write({ resourceType: 'Agent', id: randomUUID(), status: 'active' });
  await database.write({ resourceType: 'Bot', id: randomUUID(), cronString: '* * * * *', code: 'exports.handler = 1' });
  await database.write({
    resourceType: 'User',
    id: randomUUID(),
    email: 'ada@example.com',
    passwordHash: '$2a$10$x',
    mfaSecret: 's',
  });
  await database.write({ resourceType: 'Login', id: randomUUID(), cookie: 'session' });
  const patient = await database.write({ resourceType: 'Patient', id: randomUUID(), name: [{ family: 'Ådne' }] });
  const [before] = await database.query('SELECT count(*) AS n FROM "JsonWebKey"');
  await fetch(`${server.address}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: id.admin,
      client_secret: 'production-secret',
    }),
  });
  assert.equal(Number(before?.n), 0);
  await server.stop();

  const user = `${postgres.admin}:${encodeURIComponent(postgres.adminPassword)}`;
  const variables = {
    STAGING_DATABASE_URL: `postgres://${user}@127.0.0.1:${postgres.port}/${environment.MEDPLUM_DATABASE_DBNAME}`,
    STAGING_REDIS_URL: redisUrl(server),
    STAGING_CLIENT_ID: id.admin,
    STAGING_CLIENT_SECRET: "staging's own",
  };
  const scrubbed = await run('scrub.mjs', [], variables);
  assert.equal(scrubbed.exitCode, 0, scrubbed.stderr);
  assert.equal(scrubbed.stdout, '');
  assert.deepEqual(server.redis.keys(), [], 'its Redis is emptied');

  const all = async (type: string) => await database.list(type);
  assert.deepEqual(
    (await all('Subscription')).map(({ status }) => status),
    ['off'],
  );
  assert.deepEqual(
    (await all('Agent')).map(({ status }) => status),
    ['off'],
  );
  const [bot] = await all('Bot');
  assert.ok(bot !== undefined && !('cronString' in bot) && bot.code === 'exports.handler = 1');
  const found = (await all('Project')).find((one) => one.id === project);
  assert.deepEqual(found?.features, ['graphql-introspection']);
  assert.ok(found !== undefined && !('secret' in found) && !('site' in found));
  const [account] = await all('User');
  assert.match(String(account?.email), /^user-[0-9a-f-]+@example\.invalid$/);
  assert.ok(account !== undefined && !('passwordHash' in account) && !('mfaSecret' in account));
  for (const type of ['Login', 'JsonWebKey']) assert.deepEqual(await all(type), [], type);
  const secrets = new Map((await all('ClientApplication')).map((client) => [client.id, client.secret]));
  assert.equal(secrets.get(id.admin), "staging's own");
  assert.notEqual(secrets.get(id.partner), 'partner-secret');
  assert.deepEqual(await database.read('Patient', patient.id), patient, 'what is treated stays');
  for (const type of ['Project', 'ClientApplication', 'User'])
    assert.deepEqual(
      await database.query(`SELECT * FROM "${type}_History"`),
      [],
      `the history of ${type} has its secrets`,
    );

  const stranger = await run('scrub.mjs', [], { ...variables, STAGING_CLIENT_ID: randomUUID() });
  assert.equal(stranger.exitCode, 1);
  assert.match(stranger.stderr, /The copy has no client with the id in STAGING_CLIENT_ID/);
});

test('a Redis that production shares with staging is noticed, and not emptied', {
  skip: missing ?? false,
}, async (t) => {
  const server = await installMedplum(t);
  const marked = await run('redis.mjs', ['mark'], { REDIS_URL: redisUrl(server) });
  assert.equal(marked.exitCode, 0, marked.stderr);
  const refused = await run('redis.mjs', ['empty'], { REDIS_URL: redisUrl(server) });
  assert.equal(refused.exitCode, 1);
  assert.match(refused.stderr, /The Redis of staging is that of production: .*Nothing was emptied/);
  assert.deepEqual(server.redis.keys(), ['staged-upgrade:production']);
  const apart = await run('redis.mjs', ['empty'], { REDIS_URL: `redis://127.0.0.1:${server.redis.port}/1` });
  assert.equal(apart.exitCode, 0, `a database number of its own is enough: ${apart.stderr}`);
  assert.deepEqual(server.redis.keys(), ['staged-upgrade:production']);
});

test('smoke.mjs reads what was uploaded, and on staging creates and deletes a resource', {
  skip: missing ?? false,
}, async (t) => {
  const server = await installMedplum(t);
  await server.start('4.3.15');
  const database = await server.database();
  t.after(() => database.end());
  const form = { grant_type: 'client_credentials', client_id: server.client.id, client_secret: server.client.secret };
  const answer = await fetch(`${server.address}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token: TOKEN } = z.object({ access_token: z.string() }).parse(await answer.json());
  const smoke = async (environment: string) =>
    await run('smoke.mjs', [server.address], { TOKEN, STAGED_UPGRADE_ENVIRONMENT: environment });
  const deleted = async () => await database.query('SELECT id FROM "Practitioner" WHERE deleted');

  assert.deepEqual(await smoke('production').then(({ exitCode, stderr }) => ({ exitCode, stderr })), {
    exitCode: 0,
    stderr: '',
  });
  assert.deepEqual(await deleted(), [], 'nothing is written on production');
  const binary = await database.write({ resourceType: 'Binary', id: randomUUID(), contentType: 'application/pdf' });
  const content = [{ attachment: { contentType: 'application/pdf', url: `Binary/${binary.id}` } }];
  await database.write({ resourceType: 'DocumentReference', id: randomUUID(), content });
  const without = await smoke('staging');
  assert.equal(without.exitCode, 1);
  assert.match(without.stderr, /GET Binary answered 500: is the binary storage there\?/);

  const storage = (server.environment.MEDPLUM_BINARY_STORAGE ?? '').replace('file:', '');
  await mkdir(storage, { recursive: true });
  await writeFile(join(storage, binary.id), '%PDF-1.7');
  const whole = await smoke('staging');
  assert.equal(whole.exitCode, 0, whole.stderr);
  assert.equal((await deleted()).length, 1, 'what was written is removed again');
});
