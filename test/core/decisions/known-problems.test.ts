import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KnownProblem, problemsIn } from '../../../src/core/decisions/known-problems.ts';
import { hasVersions } from '../../../src/products/definition.ts';
import { shippedProducts } from '../../../src/products/registry.ts';

const product = shippedProducts.find('medplum');
assert.ok(product !== undefined && hasVersions(product));
const { versions: scheme, 'known-problems': problems } = product;

const found = (place: KnownProblem['in'], text: string, ...versions: string[]): string[] =>
  problemsIn(problems, { in: place, text, versions }, scheme).map(({ happened }) => happened);

const refusal = (server: string): string =>
  JSON.stringify({
    level: 'ERROR',
    msg: 'Database schema migration error',
    error: `Error: Unable to run this version of Medplum server. Pending post-deploy migration v13 requires server at version 4.3.0 <= version < 4.4.0, but current server version is ${server}`,
  });

test('a refusal at start-up is recognized by its own words, for the release that was deployed', () => {
  assert.equal(
    found('log', `{"msg":"starting"}\n${refusal('4.4.3')}\n`, '4.4.3')[0],
    '4.4.3 refuses to start: the data migration v13 is pending, and only a server with 4.3.0 <= version < 4.4.0 can run it.',
  );
  const [before] = found('log', refusal('4.4.3'), '4.3.15');
  assert.doesNotMatch(before ?? '', /4\.4\.3/, 'a log goes back to releases that were tried before');
  assert.deepEqual(found('log', '{"msg":"Server started"}', '4.4.3'), []);
});

test('the misleading name and "=false" up to 5.1.0 are noticed, however they are written', () => {
  for (const text of [
    '"MEDPLUM_DATABASE_DISABLE_POST_DEPLOY_MIGRATIONS": "true"',
    'MEDPLUM_DATABASE_DISABLE_POST_DEPLOY_MIGRATIONS=true',
    '{ "database": { "disablePostDeployMigrations": true } }',
    '/medplum/prod/database.disablePostDeployMigrations',
  ])
    assert.match(found('settings', text, '5.1.12').join(), /no server reads that/, text);
  for (const text of [
    '  MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS: "false"',
    'MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS=false',
    '"MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS": "false"',
  ]) {
    assert.match(found('settings', text, '5.0.15', '5.1.12').join(), /takes any text there for true/, text);
    assert.deepEqual(found('settings', text, '5.1.1', '5.1.12'), [], 'corrected in 5.1.1');
  }
  assert.deepEqual(found('settings', 'MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS: "true"', '4.3.15'), []);
  assert.match(found('settings', 'image: medplum/medplum-server:latest').join(), /:latest/);
});
