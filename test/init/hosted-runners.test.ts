import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadConfiguration } from '../../src/config/load.ts';
import { UserError } from '../../src/core/messages/errors.ts';
import { workflowMistakes } from '../support/workflow-parser.ts';
import { products } from './products.ts';
import { configuration, emptyRepository, flags, hop, upgrade } from './repository.ts';

const hosted = { ...flags, runner: 'ubuntu-24.04' };

const jobsWithSteps = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()).optional(),
      env: z.record(z.string(), z.string()).optional(),
      steps: z.array(z.object({ uses: z.string(), with: z.record(z.string(), z.unknown()).optional() })).optional(),
    }),
  ),
});

test('a folder on hosted runners is refused, with the stores that every job reaches', async (t) => {
  const repository = await emptyRepository(t);
  await assert.rejects(repository.init(hosted), (error) => {
    assert(error instanceof UserError);
    assert.match(error.detail.happened, /backup\.store keeps backups in a folder, but the jobs run on "ubuntu-24\.04"/);
    assert.match(error.detail.next, /Use one of s3/);
    return true;
  });
  await assert.rejects(
    repository.init({ ...hosted, store: 's3', journal: 'folder' }),
    /journal\.store keeps the journal/,
  );
  await repository.init({ ...flags, runner: 'self-hosted,ubuntu-24.04' });
});

test('with s3 every job that uses backups logs in by OIDC, and init names what that requires', async (t) => {
  const repository = await emptyRepository(t);
  const result = await repository.init({ ...hosted, store: 's3' });
  const { jobs } = jobsWithSteps.parse(parse(await repository.read(hop)));
  const logins = Object.entries(jobs).map(([name, { steps = [], permissions = {} }]) => [
    name,
    steps.some(({ uses }) => /^aws-actions\/configure-aws-credentials@[0-9a-f]{40}$/.test(uses)),
    permissions['id-token'],
  ]);
  assert.deepEqual(logins, [
    ['read', true, 'write'],
    ['rehearse', true, 'write'],
    ['promote', true, 'write'],
    ['finalize', false, 'write'],
  ]);
  assert.match(result.text ?? '', /production-read\n {4}variable {2}AWS_REGION\n {4}variable {2}AWS_ROLE/);
  assert.deepEqual(await workflowMistakes(repository.directory), []);
});

test("a person's change to the proposed login stays, even its removal", async (t) => {
  const repository = await emptyRepository(t);
  await repository.init({ ...hosted, store: 's3' });
  const written = await repository.read(hop);
  const own = written
    .replaceAll(/vars\.AWS_ROLE /g, 'vars.OUR_ROLE ')
    .replace(/(# staged-upgrade: begin login read[^\n]*\n).*?( *# staged-upgrade: end login read)/s, '$1$2');
  assert.notEqual(own, written);
  await repository.write(hop, own);
  assert.equal((await repository.init({ check: true })).outcome, 'passed');
  await repository.init({ update: true, schedule: '0 3 * * *' });
  assert.equal(await repository.read(hop), own);
});

test('a journal in a bucket makes every job log in, and with an access key of its own none', async (t) => {
  const repository = await emptyRepository(t);
  await repository.init({ ...hosted, store: 's3', journal: 's3' });
  const { jobs } = jobsWithSteps.parse(parse(await repository.read(upgrade)));
  const withSteps = Object.values(jobs).filter(({ steps }) => steps !== undefined);
  assert.ok(withSteps.length >= 2);
  for (const { steps = [] } of withSteps)
    assert.equal(steps.filter(({ uses }) => uses.startsWith('aws-actions/')).length, 1, 'one login for both');
  const text = (await repository.read(configuration)).replaceAll(
    'bucket: "${',
    'credentials: { access-key-id: "${KEY}", secret-access-key: "${KEY_SECRET}" }, bucket: "${',
  );
  const keyed = await emptyRepository(t);
  await keyed.init({ ...hosted, store: 's3' });
  await keyed.write(configuration, text);
  await keyed.init({ update: true, force: true });
  const other = await emptyRepository(t);
  await other.init({ ...flags });
  await other.write(configuration, text);
  await other.init({ update: true });
  assert.doesNotMatch(await other.read(hop), /aws-actions/);
});

test('with --encrypt-for the configuration has the public keys, and only jobs that restore have the secret one', async (t) => {
  const repository = await emptyRepository(t);
  const keys = [
    'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
    'age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq',
  ];
  const refused = (key: string, said: RegExp): Promise<void> =>
    assert.rejects(repository.init({ ...hosted, store: 's3', encryptFor: [key] }), said);
  await refused('age1first', /--encrypt-for.*"age1first".*not an age public key/s);
  await refused('AGE-SECRET-KEY-1QQQSECRET', /^(?!.*QQQSECRET).*not an age public key/s);
  await repository.init({ ...hosted, store: 's3', encryptFor: keys });
  const { value } = loadConfiguration(await repository.read(configuration), configuration, products);
  assert.deepEqual(value.backup?.encryption?.age.recipients, keys);
  const { jobs } = jobsWithSteps.parse(parse(await repository.read(hop)));
  const have = Object.entries(jobs).flatMap(([name, { env = {} }]) => ('BACKUP_IDENTITY' in env ? [name] : []));
  assert.deepEqual(have, ['rehearse']);
  assert.match(
    await repository.read('.github/workflows/rollback.yml'),
    /BACKUP_IDENTITY: \$\{\{ secrets\.BACKUP_IDENTITY \}\}/,
  );
});
