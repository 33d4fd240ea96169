import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadConfiguration } from '../../src/config/load.ts';
import { ConfigurationError } from '../../src/config/mistake.ts';
import { shippedProducts } from '../../src/products/registry.ts';

const example = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../examples', name, '.github/staged-upgrade.yml'), 'utf8');

function mistakes(text: string): readonly string[] {
  try {
    loadConfiguration(text, 'staged-upgrade.yml', shippedProducts);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.mistakes.map(({ path, problem, fix }) => `${path.join('.')}: ${problem} ${fix}`);
  }
}

test('a chart without a place for variables is reported when the configuration is read, not in the window', () => {
  const text = example('helm');
  assert.deepEqual(mistakes(text), []);
  const missingVariables =
    'SAMPLE_DEFER_MIGRATIONS must tell the product to defer its migrations, but this deploy does not say where the chart takes variables';
  const found = mistakes(text.replace('product-variables: { at: extraEnv }', ''));
  assert.equal(found.length, 1);
  assert.match(found[0] ?? '', new RegExp(`^environments\\.production\\.deploy\\.helm: .*${missingVariables}`));
  assert.match(found[0] ?? '', /add `product-variables: \{ at: extraEnv, form: list \}`/);
  // A product that defers nothing needs no place for it.
  assert.deepEqual(mistakes(example('mender').replaceAll('product-variables', 'nothing')), []);
});

test('so is a missing parameter; an application without any parameters gets all variables', () => {
  const text = example('medplum-aws');
  const variable = 'MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS';
  assert.deepEqual(mistakes(text), []);
  const found = mistakes(text.replaceAll(`${variable}:`, 'ANOTHER:'));
  assert.equal(found.length, 2);
  assert.match(
    found[0] ?? '',
    new RegExp(`${variable} must tell the product .*parameters of this deploy do not name it`),
  );
});

test('keys of a product take precedence over those of the product that it extends', () => {
  const text = example('helm')
    .replace('product-variables: { at: extraEnv }', '')
    .replace('product-variables: { at: extraEnv }', '');
  assert.equal(mistakes(text).length, 2);
  const own =
    'product: { extends: sample, migrations: { defer: { env: {} }, start: { http: { path: /x, started: [202], nothing-pending: [404] } } } }';
  assert.deepEqual(mistakes(text.replace('product: sample', own)), []);
});
