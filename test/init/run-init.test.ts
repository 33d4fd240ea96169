import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { settingsOf } from '../../src/config/environment-settings.ts';
import { loadConfiguration } from '../../src/config/load.ts';
import { UserError } from '../../src/core/messages/errors.ts';
import type { Questions } from '../../src/init/questions.ts';
import { runInit } from '../../src/init/run-init.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { products } from './products.ts';
import { configuration, emptyRepository, flags, hop, upgrade } from './repository.ts';

const login = '# staged-upgrade: begin login promote (your steps that log in: OIDC, a VPN, a registry)\n';

test('init writes four files, and writes them again unchanged', async (t) => {
  const repository = await emptyRepository(t);
  const first = await repository.init(flags);
  assert.equal(first.outcome, 'passed');
  assert.deepEqual(
    (await readdir(repository.directory, { recursive: true })).filter((file) => file.endsWith('.yml')).sort(),
    [configuration, hop, '.github/workflows/rollback.yml', upgrade],
  );
  assert.equal((await repository.init(flags)).outcome, 'skipped');
  assert.equal((await repository.init({ check: true })).outcome, 'passed');
});

test('what has to be set up on GitHub is listed: each environment with its own secrets', async (t) => {
  const { text } = await (await emptyRepository(t)).init(flags);
  const [written = '', first = ''] = text.split('\nThen, ');
  assert.match(first, /^once, before the first run: mark staging as disposable\..*operation "mark-disposable"/s);
  const environments = written.split('\n').filter((line) => line.startsWith('  ') && !line.includes('wrote'));
  assert.deepEqual(environments, [
    '  production-read',
    '    variable  BACKUP_FOLDER',
    '    secret    PRODUCTION_ADMIN_TOKEN',
    '    secret    PRODUCTION_DATABASE_URL',
    '  staging',
    '    variable  BACKUP_FOLDER',
    '    secret    STAGING_ADMIN_TOKEN',
    '    secret    STAGING_DATABASE_URL',
    '  production (with required reviewers)',
    '    variable  BACKUP_FOLDER',
    '    secret    PRODUCTION_ADMIN_TOKEN',
    '    secret    PRODUCTION_DATABASE_URL',
    '  production-finalize (with required reviewers)',
    '    secret    PRODUCTION_ADMIN_TOKEN',
  ]);
});

test('missing flags are named, all of them at once, and nothing is written', async (t) => {
  const repository = await emptyRepository(t);
  await assert.rejects(repository.init({ product: 'plain' }), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(error.message, /^--system, --production-url, --staging-url are missing/);
    return true;
  });
  assert.deepEqual(await readdir(repository.directory), []);
});

test('an unknown product gets a suggestion of the closest one', async (t) => {
  await assert.rejects(
    (await emptyRepository(t)).init({ ...flags, product: 'defering' }),
    /Did you mean "deferring"\?/,
  );
});

test('update keeps login steps, and updates what depends on the configuration', async (t) => {
  const repository = await emptyRepository(t);
  await repository.init(flags);
  const steps = '      - name: Log in\n        uses: ./.github/actions/vpn\n';
  await repository.write(hop, (await repository.read(hop)).replace(login, login + steps));
  assert.equal((await repository.init({ check: true })).outcome, 'passed', 'steps of the user are no drift');

  const text = await repository.read(configuration);
  await repository.write(configuration, text.replaceAll('PRODUCTION_DATABASE_URL', 'RECORDS_DATABASE_URL'));
  const drift = await repository.init({ check: true });
  assert.equal(drift.outcome, 'failed');
  assert.match(drift.text, /\+\d+: {7}RECORDS_DATABASE_URL: \$\{\{ secrets\.RECORDS_DATABASE_URL \}\}/);

  await repository.init({ update: true });
  const updated = await repository.read(hop);
  assert.ok(updated.includes(login + steps));
  assert.ok(updated.includes('RECORDS_DATABASE_URL: ${{ secrets.RECORDS_DATABASE_URL }}'));
  assert.equal((await repository.init({ check: true })).outcome, 'passed');
});

test('an update keeps the chosen runners and the chosen pin', async (t) => {
  const repository = await emptyRepository(t);
  const pin = `acme/staged-upgrade@${'a'.repeat(40)}`;
  await repository.init({ ...flags, runner: 'self-hosted,prod', stagingRunner: 'ubuntu-24.04', action: pin });
  await repository.init({ update: true, oidc: true });
  const text = await repository.read(hop);
  assert.ok(text.includes('runs-on: [self-hosted, prod]'));
  assert.ok(text.includes('runs-on: ubuntu-24.04\n'));
  assert.ok(text.includes(`uses: ${pin}\n`));
  assert.ok(text.includes('id-token: write'));
});

test('jobs that report may write issues if an issue tracks the climb, and no others', async (t) => {
  const repository = await emptyRepository(t);
  await repository.init(flags);
  assert.doesNotMatch(await repository.read(hop), /issues:/);
  const text = await repository.read(configuration);
  await writeFile(join(repository.directory, configuration), `${text}tracking-issue: {}\n`);
  await repository.init({ update: true });
  const jobs = z.object({
    jobs: z.record(z.string(), z.object({ permissions: z.record(z.string(), z.string()).optional() })),
  });
  const writers = async (file: string) =>
    Object.entries(jobs.parse(parse(await repository.read(file))).jobs).flatMap(([name, { permissions }]) =>
      permissions?.issues === 'write' ? [name] : [],
    );
  assert.deepEqual(await writers(hop), ['rehearse', 'promote', 'finalize']);
  assert.deepEqual(await writers(upgrade), ['hop', 'report'], 'who calls them grants it');
});

test('a workflow that was changed by hand is not overwritten without being asked', async (t) => {
  const repository = await emptyRepository(t);
  await repository.init(flags);
  const changed = (await repository.read(hop)).replace('timeout-minutes: 360', 'timeout-minutes: 30');
  await repository.write(hop, changed);
  const text = await repository.read(configuration);
  await repository.write(configuration, text.replace('system: records', 'system: archive'));

  await assert.rejects(
    repository.init({ update: true }),
    /hop\.yml was changed by hand outside of its "begin" and "end" marks/,
  );
  assert.equal(await repository.read(hop), changed);
  assert.ok((await repository.read(upgrade)).includes('group: staged-upgrade-records'), 'nothing at all is written');

  await repository.init({ update: true, force: true });
  assert.ok(!(await repository.read(hop)).includes('timeout-minutes: 30'));
});

test("init does not replace a configuration that is the user's", async (t) => {
  const repository = await emptyRepository(t);
  await repository.init(flags);
  await assert.rejects(repository.init({ ...flags, system: 'other' }), /\.github\/staged-upgrade\.yml exists/);
});

test("the user's steps in a job that no longer exists are not dropped silently", async (t) => {
  const repository = await emptyRepository(t);
  await repository.init(flags);
  const finalize = login.replace('promote', 'finalize');
  await repository.write(hop, (await repository.read(hop)).replace(finalize, `${finalize}      - run: vpn\n`));
  await repository.write(
    configuration,
    (await repository.read(configuration)).replace('product: deferring', 'product: plain'),
  );
  await assert.rejects(repository.init({ update: true }), /has steps of yours in "login finalize"/);
});

test('a mark without its end is an error, not a lost file', async (t) => {
  const repository = await emptyRepository(t);
  await repository.init(flags);
  await repository.write(hop, (await repository.read(hop)).replace('# staged-upgrade: end login promote', ''));
  await assert.rejects(
    repository.init({ update: true, force: true }),
    /"# staged-upgrade: begin login promote" without its end/,
  );
});

test('at a terminal a person is also asked about defaults, and may answer something else', async (t) => {
  const repository = await emptyRepository(t);
  const asked: string[] = [];
  const questions: Questions = {
    text: async (message, proposed) => {
      asked.push(`${message} [${proposed}]`);
      return message.startsWith('Where does production') ? 'https://flags.example.com' : proposed;
    },
    choose: async (_message, _choices, proposed) => proposed,
  };
  await runInit({ product: 'sample' }, { directory: repository.directory, products: shippedProducts, questions });
  assert.deepEqual(
    asked.map((question) => /\[(.*)\]$/.exec(question)?.[1]),
    ['sample', 'http://127.0.0.1:${SAMPLE_PRODUCTION_PORT}', 'http://127.0.0.1:${SAMPLE_STAGING_PORT}'],
  );
  assert.match(await repository.read(configuration), /url: "?https:\/\/flags\.example\.com"?$/m);
});

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => assert.fail('it was not refused'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof UserError, String(error));
  return error.message;
}

test('an action that may become other code is refused, unless it is forced', async (t) => {
  const repository = await emptyRepository(t);
  const commit = 'c0ffee'.padEnd(40, '0');
  for (const ref of ['main', 'v1', 'v1.2.3', 'refs/heads/main', commit.slice(0, 12), commit.toUpperCase()]) {
    const said = await refusal(repository.init({ ...flags, action: `acme/fork@${ref}` }));
    assert.match(said, new RegExp(`"${ref}" of acme/fork`));
    assert.match(said, /full commit.*--force/s);
  }
  assert.deepEqual(await readdir(repository.directory), [], 'nothing was written');
  for (const action of [`acme/fork@${commit} # v2`, 'staged-upgrade/staged-upgrade@v1.4.0'])
    assert.equal((await repository.init({ ...flags, action, force: true })).outcome, 'passed');
  await repository.init({ update: true, action: `acme/fork@${commit}` });
  await repository.init({ update: true, action: 'staged-upgrade/staged-upgrade@v1.4.0' });
  await repository.init({ update: true, action: 'acme/fork@main', force: true });
  assert.ok((await repository.read(hop)).includes('uses: acme/fork@main\n'));
  assert.equal((await repository.init({ check: true })).outcome, 'passed', 'what was forced once is not asked again');
});

test('an expression is not a label of a runner', async (t) => {
  const repository = await emptyRepository(t);
  for (const flag of ['runner', 'stagingRunner'] as const) {
    const said = await refusal(repository.init({ ...flags, [flag]: 'self-hosted,${{ inputs.runner }}' }));
    assert.match(said, /an expression as a label: "\$\{\{ inputs\.runner \}\}"/);
  }
  await repository.init(flags);
  const text = await repository.read(upgrade);
  const changed = text.replace('["self-hosted","staging"]', '["self-hosted","${{ vars.RUNNER }}"]');
  assert.notEqual(changed, text);
  await repository.write(upgrade, changed);
  assert.match(await refusal(repository.init({ update: true, force: true })), /an expression as a label/);
});

test("a user's scripts get the database by name: no secret reaches them without being named", async (t) => {
  for (const [database, name, place] of [
    ['postgres', 'DATABASE_URL', 'DATABASE_URL'],
    ['sqlite', 'DATABASE_FILE', 'DATABASE_FILE'],
  ] as const) {
    const repository = await emptyRepository(t);
    await repository.init({ ...flags, database });
    const text = await repository.read(configuration);
    assert.ok(text.includes(`scrub: { run: [./deploy/scrub.sh], env: { ${name}: "\${STAGING_${place}}" } }`), text);
    for (const side of ['PRODUCTION', 'STAGING'])
      assert.ok(text.includes(`        env:\n          ${name}: "\${${side}_${place}}"\n`), text);
  }
});

test('a value with a line break, or an invisible character, is refused in every flag and answer', async (t) => {
  const repository = await emptyRepository(t);
  const texts = [
    'system',
    'productionUrl',
    'stagingUrl',
    'deploy',
    'stop',
    'scrub',
    'backupFolder',
    'journal',
  ] as const;
  for (const flag of [...texts, 'runner', 'stagingRunner', 'action', 'schedule', 'product', 'database'] as const) {
    const said = await refusal(repository.init({ ...flags, [flag]: 'a\nrun: evil' }));
    assert.match(said, /^--[a-z-]+ has a line break in it: "a\\nrun: evil"/, flag);
  }
  assert.match(
    await refusal(repository.init({ ...flags, deploy: './deploy.sh \u202e{version}' })),
    /control character U\+202E in it: "\.\/deploy\.sh \\u202e/,
  );
  assert.match(await refusal(repository.init({ ...flags, variable: ['A', 'B\tC'] })), /U\+0009/);
  const questions: Questions = {
    text: async (message, proposed) => (message.startsWith('Where does staging') ? 'http://s\r\n' : proposed),
    choose: async (_message, _choices, proposed) => proposed,
  };
  const parts = { directory: repository.directory, products: shippedProducts, questions };
  assert.match(await refusal(runInit({ product: 'sample' }, parts)), /^--staging-url has a line break/);
  assert.deepEqual(await readdir(repository.directory), []);
});

test('production and staging have runners of their own from the start', async (t) => {
  const repository = await emptyRepository(t);
  await repository.init(flags);
  const text = await repository.read(hop);
  assert.ok(text.includes('runs-on: [self-hosted, production]'));
  assert.ok(text.includes('runs-on: [self-hosted, staging]'));
});

test('scripts that the configuration runs and init does not write are named as long as they do not exist', async (t) => {
  const { directory } = await emptyRepository(t);
  const init = () => runInit({ product: 'unleash', force: true }, { directory, products: shippedProducts });
  assert.match(
    (await init()).text,
    /^The configuration runs scripts that are not here, and init writes none: deploy\.mjs, scrub\.mjs\.\nWrite them, .*\/examples$/m,
  );
  await writeFile(join(directory, 'deploy.mjs'), '');
  assert.match(
    (await init()).text,
    /^The configuration runs a script that is not here, and init writes none: scrub\.mjs\.$/m,
  );
  await writeFile(join(directory, 'scrub.mjs'), '');
  assert.doesNotMatch((await init()).text, /The configuration runs/);
});

test('files that the deploy takes from the repository are named as long as they do not exist', async (t) => {
  const { directory } = await emptyRepository(t);
  const init = (deployer: string) =>
    runInit({ product: 'mender', deployer, force: true }, { directory, products: shippedProducts });
  assert.match(
    (await init('compose')).text,
    /^The deploy uses deploy\/compose\.yml, which is not in the repository\.\nAdd it, or name your own in \.github\/staged-upgrade\.yml\. .* check each line\.$/m,
  );
  await mkdir(join(directory, 'deploy'));
  await writeFile(join(directory, 'deploy', 'compose.yml'), '');
  assert.doesNotMatch((await init('compose')).text, /The deploy uses/);
  assert.match(
    (await init('helm')).text,
    /^The deploy uses \.\/charts\/app, deploy\/production\.values\.yml, deploy\/staging\.values\.yml, which are not/m,
  );
});

test('a folder of files as the data: its path is a variable and not a secret, in the jobs that use it', async (t) => {
  const repository = await emptyRepository(t);
  const { text } = await repository.init({ ...flags, database: 'folder' });
  assert.equal(text.match(/variable {2}PRODUCTION_DATA_FOLDER$/gm)?.length, 2, 'production-read and production');
  assert.equal(text.match(/variable {2}STAGING_DATA_FOLDER$/gm)?.length, 1);
  assert.doesNotMatch(text, /DATABASE_URL|secret {4}\w+_DATA_FOLDER/);
  const jobs = (await repository.read(hop)).split(/^ {2}(?=\w+:$)/m);
  const withData = jobs.flatMap((job) => (job.includes('_DATA_FOLDER') ? [job.split(':')[0]] : []));
  assert.deepEqual(withData, ['read', 'rehearse', 'promote'], 'migrations need no data');
  const { value } = loadConfiguration(await repository.read(configuration), configuration, products);
  for (const side of ['production', 'staging'] as const) {
    assert.deepEqual(
      settingsOf(value, side).data.map(({ kind }) => kind),
      ['folder'],
    );
    assert.match(
      await repository.read(configuration),
      new RegExp(`path: "\\$\\{${side.toUpperCase()}_DATA_FOLDER\\}"`),
    );
  }
  assert.equal((await repository.init({ check: true })).outcome, 'passed');
});
