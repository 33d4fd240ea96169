import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { loadConfiguration } from '../../src/config/load.ts';
import { ConfigurationError } from '../../src/config/mistake.ts';
import { UserError } from '../../src/core/messages/errors.ts';
import type { InitOptions } from '../../src/init/options.ts';
import type { Questions } from '../../src/init/questions.ts';
import { runInit } from '../../src/init/run-init.ts';
import { scriptFindings } from '../../src/planning/checks/scripts.ts';
import { products } from './products.ts';
import { configuration, emptyRepository, hop } from './repository.ts';

const answers = {
  product: 'own',
  title: 'Isso & Comments',
  published: 'pypi:isso',
  line: 'minor',
  healthPath: '/info',
  versionPath: '/info',
  versionValue: 'version',
  system: 'comments',
  productionUrl: 'https://comments.example.com',
  stagingUrl: 'https://comments.staging.example.com',
} satisfies InitOptions;

const scripts = ['deploy/deploy.sh', 'deploy/scrub.sh', 'deploy/stop.sh'];

test('a product of my own: with all answers the configuration is complete, and only the scripts are left', async (t) => {
  const repository = await emptyRepository(t);
  const result = await repository.init(answers);
  const text = await repository.read(configuration);
  const { value } = loadConfiguration(text, configuration, products);
  assert.ok(typeof value.product === 'object' && 'versions' in value.product && !('extends' in value.product));
  const { name, title, versions, releases, smoke } = value.product;
  assert.deepEqual(
    [name, title, versions.scheme, releases.kind, smoke.length],
    ['isso-comments', 'Isso & Comments', 'pep440', 'pypi', 1],
  );
  const left = result.text.split('says what is left:\n')[1]?.split('\n\n')[0];
  assert.deepEqual(
    left?.split('\n').map((line) => line.trim().split(':')[0]),
    ['deploy/deploy.sh', 'deploy/stop.sh', 'deploy/scrub.sh'],
  );
  assert.equal((await repository.init({ check: true })).outcome, 'passed');
});

test('each script ends with a failure until it is filled in, and preflight names it until then', async (t) => {
  for (const database of ['postgres', 'sqlite']) {
    const repository = await emptyRepository(t);
    await repository.init({ ...answers, database });
    const { document } = loadConfiguration(await repository.read(configuration), configuration, products);
    const findings = async () =>
      (await scriptFindings(document, repository.directory, 'scripts')).map(
        ({ kind, happened }) => `${kind}: ${happened}`,
      );
    assert.equal((await findings()).length, 3);
    for (const script of scripts) {
      const run = promisify(execFile)(join(repository.directory, script), ['staging', '4.1.0'], {
        env: { PATH: process.env.PATH, DATABASE_URL: 'x', DATABASE_FILE: 'x' },
      });
      await assert.rejects(run, (error: unknown) => {
        assert.ok(error instanceof Error && 'code' in error && 'stderr' in error);
        assert.equal(error.code, 78, script);
        assert.match(String(error.stderr), new RegExp(`^\\./${script} is not filled in yet`));
        return true;
      });
    }
    await repository.write('deploy/stop.sh', '#!/bin/sh\ntrue\n');
    await repository.init({});
    assert.equal(await repository.read('deploy/stop.sh'), '#!/bin/sh\ntrue\n', 'it belongs to the user');
    assert.deepEqual(await findings(), [
      'problem: ./deploy/deploy.sh is still as "staged-upgrade init" wrote it.',
      'problem: ./deploy/scrub.sh is still as "staged-upgrade init" wrote it.',
    ]);
  }
});

test('what was not answered is left to be filled in, and every command but init names each place', async (t) => {
  const repository = await emptyRepository(t);
  const { product, title, system, productionUrl, stagingUrl } = answers;
  const result = await repository.init({ product, title, system, productionUrl, stagingUrl });
  assert.equal(result.outcome, 'passed');
  const text = await repository.read(configuration);
  assert.throws(
    () => loadConfiguration(text, configuration, products),
    (error) => {
      assert.ok(error instanceof ConfigurationError);
      assert.deepEqual(
        error.mistakes.map(({ path }) => path.join('.')),
        [
          'product.releases.list.0',
          'product.probes.health.http.path',
          'product.probes.version.http.path',
          'product.probes.version.http.value',
          'product.smoke.0.http.path',
        ],
      );
      for (const { line, problem } of error.mistakes)
        assert.ok(result.text.includes(`${configuration}:${line}: ${problem}`), 'init has said the same');
      assert.match(
        error.message,
        /This still has to be filled in: the path that answers 200 .*such as \/health\.\n {2}Fix: write it here\./,
      );
      return true;
    },
  );
});

test('addresses are variables and not secrets, and the example for a terminal names every variable', async (t) => {
  const repository = await emptyRepository(t);
  await repository.init({ ...answers, productionUrl: '${PRODUCTION_URL}', stagingUrl: 'http://${STAGING_HOST}:8080' });
  const workflow = await repository.read(hop);
  for (const name of ['PRODUCTION_URL', 'STAGING_HOST', 'BACKUP_FOLDER'])
    assert.ok(workflow.includes(`${name}: \${{ vars.${name} }}`), name);
  const example = await repository.read('.env.example');
  assert.deepEqual(
    [...example.matchAll(/^# (.*)\n([A-Z_]+)=$/gm)].map(([, about, name]) => [name, about]),
    [
      ['BACKUP_FOLDER', 'says where something is'],
      ['PRODUCTION_DATABASE_URL', 'secret'],
      ['PRODUCTION_URL', 'says where something is'],
      ['STAGING_DATABASE_URL', 'secret'],
      ['STAGING_HOST', 'says where something is'],
    ],
  );
});

/** A wrong answer, and the reason with a correct form. */
const wrong: readonly [keyof InitOptions, string, RegExp][] = [
  ['system', 'My System', /lowercase letters, digits and single hyphens.*patient-records/],
  ['productionUrl', 'comments.example.com', /does not begin with http.*https:\/\/records\.example\.com/],
  ['productionUrl', 'https://comments.example.com/', /ends with a slash/],
  ['productionUrl', 'https://:80', /is not an address|does not begin/],
  ['stagingUrl', 'https://comments.example.com', /address of production.*second server/],
  ['published', 'isso', /Write where it is published.*pypi:isso/],
  ['published', 'pypy:isso', /Did you mean "pypi:"\?/],
  ['published', 'github:isso', /"isso" is not a name there.*github:medplum\/medplum/],
  ['healthPath', 'health', /begins with "\/"/],
  ['versionValue', '$.version', /data\.version/],
  ['line', 'patch', /major, minor or none/],
];

test('a wrong answer is refused with the reason and a correct form: a flag at once, an answer when it is typed', async (t) => {
  const repository = await emptyRepository(t);
  for (const [input, value, reason] of wrong) {
    await assert.rejects(repository.init({ ...answers, [input]: value }), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, reason);
      assert.match(error.message, /Nothing was written/);
      return true;
    });
  }
  assert.deepEqual(await readdir(repository.directory), []);

  const refused: string[] = [];
  const typed = new Map([
    ['What is the product called?', 'Isso'],
    ['Where are its releases published?', 'pypi:isso'],
    ['A name for your installation', 'comments'],
    ['Where does production answer?', 'https://comments.example.com'],
    ['Where does staging answer?', 'https://comments.staging.example.com'],
  ]);
  const questions: Questions = {
    text: async (message, proposed, check) => {
      for (const [, value] of wrong) {
        const reason = check?.(value);
        if (reason !== undefined) refused.push(reason);
      }
      const answer = [...typed].find(([start]) => message.startsWith(start))?.[1] ?? proposed;
      assert.equal(check?.(answer), undefined, message);
      return answer;
    },
    choose: async (_message, choices, proposed) =>
      choices.find((choice) => choice === 'a product of my own' || choice === 'sqlite') ?? proposed,
  };
  await runInit({}, { directory: repository.directory, products, questions });
  for (const [input, , reason] of wrong)
    if (input !== 'line')
      assert.ok(
        refused.some((said) => reason.test(said)),
        `${reason}`,
      );
  const text = await repository.read(configuration);
  loadConfiguration(text, configuration, products);
  assert.match(text, /sqlite: \{ file: "\$\{STAGING_DATABASE_FILE\}" \}/);
});
