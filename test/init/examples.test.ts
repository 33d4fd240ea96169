import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import type { InitOptions } from '../../src/init/options.ts';
import { configurationFile } from '../../src/init/render/workflows.ts';
import { runInit } from '../../src/init/run-init.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { workflowMistakes } from '../support/workflow-parser.ts';

const examples = join(import.meta.dirname, '..', '..', 'examples');

/** Their product is written out by hand; these are the flags that the workflows were written with. */
const handWritten: Readonly<Record<string, InitOptions>> = {
  compose: {},
  fleet: { runner: 'self-hosted,{system}', schedule: '17 * * * *' },
  helm: {},
  'medplum-aws': {},
  'infrahub-compose': {},
  'infrahub-helm': {},
  'medplum-compose': {},
  'medplum-helm': {},
  mender: {},
  'mender-compose': {},
  'mongodb-major': {},
  'postgres-major': { variable: ['APPLICATION_FILE'] },
};

/** The sample again, with what it takes to run it on runners of GitHub. */
const hosted: InitOptions = {
  product: 'sample',
  store: 's3',
  runner: 'ubuntu-24.04',
  encryptFor: ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'],
};

/** Those whose folder has another name than the product. */
const named: Readonly<Record<string, InitOptions>> = {
  'hosted-s3': hosted,
  'medplum-rds-resize': { product: 'aws-rds-resize' },
};

const written = z.object({ environments: z.object({ staging: z.looseObject({ waive: z.string().optional() }) }) });

/** A product that a configuration names, or extends. */
const ofProduct = z.object({
  product: z.union([z.string(), z.object({ extends: z.string() }).transform((own) => own.extends), z.unknown()]),
});

test('each product has an example', async () => {
  const shown = await Promise.all(
    (await readdir(examples)).map(async (name) => {
      const text = await readFile(join(examples, name, configurationFile), 'utf8');
      return ofProduct.parse(parse(text)).product;
    }),
  );
  const missing = shippedProducts.names.filter((name) => !shown.includes(name));
  assert.deepEqual(
    missing.map((name) => `run "node ../../src/cli.ts init --product ${name}" in examples/${name}`),
    [],
  );
});

test('each example says what it shows, and has a row in the README', async () => {
  const readme = await readFile(join(examples, '../README.md'), 'utf8');
  for (const name of await readdir(examples)) {
    const files = await readdir(join(examples, name));
    assert.ok(files.includes('README.md'), `examples/${name} has no README.md`);
    assert.ok(
      readme.includes(`\n| [examples/${name}](examples/${name}) |`),
      `README.md has no row for examples/${name}`,
    );
  }
});

/** Each other example was written in its folder by `staged-upgrade init --product` with its name. */
for (const name of await readdir(examples)) {
  const options: InitOptions = handWritten[name] ?? named[name] ?? { product: name };

  test(`examples/${name} is what init writes for it`, async (t) => {
    const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-example-'));
    t.after(() => rm(directory, { recursive: true }));
    if (name in handWritten) await cp(join(examples, name, configurationFile), join(directory, configurationFile));
    const { text } = await runInit(options, { directory, products: shippedProducts });
    // Where there is no staging, nothing is ever emptied, so nothing is marked.
    const { staging } = written.parse(parse(await readFile(join(directory, configurationFile), 'utf8'))).environments;
    assert.equal(text.includes('mark staging as disposable'), staging.waive === undefined);
    const files = (await readdir(directory, { recursive: true })).filter((file) => file.endsWith('.yml')).sort();
    for (const file of files) {
      const [example, rendered] = await Promise.all(
        [join(examples, name), directory].map((root) => readFile(join(root, file), 'utf8')),
      );
      assert.equal(
        example,
        rendered,
        `${file}: run "node ../../src/cli.ts init --product ${options.product ?? name} --force" in examples/${name}`,
      );
    }
  });

  test(`examples/${name}: init --check notices what was changed in it`, async (t) => {
    const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-example-'));
    t.after(() => rm(directory, { recursive: true }));
    await cp(join(examples, name, '.github'), join(directory, '.github'), { recursive: true });
    const check = () => runInit({ check: true }, { directory, products: shippedProducts });
    assert.equal((await check()).outcome, 'passed');
    await rm(join(directory, '.github/workflows/rollback.yml'));
    const drift = await check();
    assert.equal(drift.outcome, 'failed');
    assert.match(drift.text, /rollback\.yml:\n {2}it does not exist/);
  });

  test(`GitHub's own parser accepts the workflows of examples/${name}`, async () => {
    assert.deepEqual(await workflowMistakes(join(examples, name)), []);
  });
}
