import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsIn } from '../../src/core/decisions/known-problems.ts';
import { hasVersions } from '../../src/products/definition.ts';
import { shippedProducts } from '../../src/products/registry.ts';

/** The first sentence about each known problem in a text. */
function known(name: string, place: 'log' | 'settings', text: string, versions: readonly string[] = []): string[] {
  const product = shippedProducts.find(name);
  assert.ok(product !== undefined && hasVersions(product));
  return problemsIn(product['known-problems'], { in: place, text, versions }, product.versions).map(
    ({ happened }) => happened,
  );
}

describe('known problems of operators', () => {
  it('with Infrahub: an upgrade that failed and exited with 0, a graph that is behind, a branch to rebase', () => {
    assert.match(known('infrahub', 'log', 'Upgrade cancelled due to migration failure.')[0] ?? '', /exit code 0/);
    const judged = 'exited with code 0, but its output says "FAILED": Migration: 076_branch_state FAILED.';
    assert.match(
      known('infrahub', 'log', judged)[0] ?? '',
      /^The migration 076_branch_state failed, and .* exit code 0/,
    );
    assert.equal(known('infrahub', 'settings', 'run: helm rollback infrahub 8').length, 1);
    assert.deepEqual(known('infrahub', 'log', 'Database needs to be updated (v51 -> v58), 7 migrations pending'), [
      'The graph is at v51, and this release needs v58.',
    ]);
    assert.equal(known('infrahub', 'log', 'branch rollout: NEED_UPGRADE_REBASE').length, 1);
    assert.deepEqual(
      known('infrahub', 'log', 'Database up-to-date (v79), no migration to execute.\nUpgrade complete SUCCESS'),
      [],
    );
  });

  it('with Infrahub: a server that does not reach its database, and one that does not accept its configuration', () => {
    const [start] = known(
      'infrahub',
      'log',
      "neo4j.exceptions.ServiceUnavailable: Couldn't connect to database:7687 (resolved to ())",
    );
    assert.equal(start, 'The server does not reach a service that it needs (database).');
    for (const [line, text] of [
      ['pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings', /release accepts\.$/],
      ['Configuration not valid, found 2 error(s)', /release accepts\.$/],
      [
        '  cache/port | Input should be a valid integer (int_parsing)',
        /accepts\. cache\/port: Input should be a valid/,
      ],
    ] as const)
      assert.match(known('infrahub', 'log', line)[0] ?? '', text);
    for (const line of ['infrahub-server-1 | started (pid 7)', 'infrahub-server-1 | GET /api/info (200)'])
      assert.deepEqual(known('infrahub', 'log', line), [], line);
  });

  it('with Infrahub: a Compose file without a version, and one that has a version', () => {
    for (const text of [
      'curl https://infrahub.opsmill.io > docker-compose.yml',
      'curl https://infrahub.opsmill.io -o docker-compose.yml',
      'curl "https://infrahub.opsmill.io/enterprise" > docker-compose.yml',
      'COMPOSE_URL=https://infrahub.opsmill.io',
    ])
      assert.match(known('infrahub', 'settings', text)[0] ?? '', /without a version/, text);
    for (const text of ['curl https://infrahub.opsmill.io/1.10.11 > docker-compose.yml', 'VERSION=1.10.11'])
      assert.deepEqual(known('infrahub', 'settings', text), [], text);
    assert.equal(known('infrahub', 'settings', 'infrahub-backup create --redact').length, 1);
    assert.equal(known('infrahub', 'settings', 'NEO4J_DOCKER_IMAGE=neo4j:5.20').length, 1);
  });

  it('with Mender: a service that finds an older database, a rollback of the chart alone, a tag that moves', () => {
    assert.deepEqual(
      known('mender', 'log', 'db needs migration: deployment_service has version 1.2.16, needs version 1.2.17', [
        '4.1.3',
      ]),
      ['deployment_service ended: its database is at 1.2.16, and this release needs 1.2.17.'],
    );
    assert.equal(known('mender', 'settings', 'run: helm rollback mender 8').length, 1);
    assert.equal(known('mender', 'settings', 'MENDER_IMAGE_TAG: main').length, 1);
    assert.deepEqual(known('mender', 'settings', 'MENDER_IMAGE_TAG=v4.1.3\nhelm upgrade --install mender'), []);
  });

  it('with Medplum: a start that is refused, and a lock or a change of the schema that failed', () => {
    const refused = `{"level":"ERROR","timestamp":"2026-03-01T02:14:09.120Z","msg":"Database schema migration error","error":"Error: Unable to run this version of Medplum server. Pending post-deploy migration v13 requires server at version 4.3.0 <= version < 4.4.0, but current server version is 4.4.3"}`;
    const [said] = known('medplum', 'log', refused, ['4.4.3']);
    assert.equal(
      said,
      '4.4.3 refuses to start: the data migration v13 is pending, and only a server with 4.3.0 <= version < 4.4.0 can run it.',
    );
    assert.match(known('medplum', 'log', 'Failed to acquire migration lock')[0] ?? '', /did not get the lock/);
    const failed = '{"msg":"Database schema migration error","error":"error: column \\"x\\" already exists"}';
    assert.match(known('medplum', 'log', failed)[0] ?? '', /ended while it changed the schema/);
    assert.deepEqual(known('medplum', 'log', '{"msg":"Server started"}'), []);
  });

  it('with Medplum: settings that look right and are not, in every form in which a server gets them', () => {
    const name = 'MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS';
    for (const text of [
      `${name}=false`,
      `${name}: "false"`,
      `"${name}": "no"`,
      `- { name: ${name}, value: "false" }`,
      `- name: ${name}\n  value: "0"`,
      JSON.stringify([{ name, value: 'false' }]),
    ]) {
      assert.match(known('medplum', 'settings', text, ['4.3.15'])[0] ?? '', /to a text that says no/, text);
      assert.deepEqual(known('medplum', 'settings', text, ['5.1.12']), [], `corrected in 5.1.1: ${text}`);
    }
    for (const text of [`${name}:`, `${name}: "true"`, `${name}=true`, `- { name: ${name}, value: "true" }`])
      assert.deepEqual(known('medplum', 'settings', text, ['4.3.15']), [], text);
    for (const text of ['"disablePostDeployMigrations": true', 'MEDPLUM_DATABASE_DISABLE_POST_DEPLOY_MIGRATIONS=true'])
      assert.match(known('medplum', 'settings', text, ['5.1.12'])[0] ?? '', /no server reads that/, text);
    assert.equal(known('medplum', 'settings', 'MEDPLUM_DATABASE_RUN_MIGRATIONS=false', ['4.3.15']).length, 1);
    for (const text of ['image: medplum/medplum-server:latest', '{ repository: medplum/medplum-server, tag: latest }'])
      assert.match(known('medplum', 'settings', text)[0] ?? '', /medplum-server:latest/, text);
    for (const text of ['"serverImage": "medplum/medplum-server:4.3.15"', 'medplum-server:${MEDPLUM_TAG:?}'])
      assert.deepEqual(known('medplum', 'settings', text), [], text);
  });
});
