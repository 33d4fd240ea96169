import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeFiles } from '../../src/config/file-changes.ts';
import { type FileKind, fileKinds } from '../../src/core/model/user-file.ts';
import { fileRequirementsOf } from '../../src/core/path/rules.ts';
import { hasStages } from '../../src/products/definition.ts';
import { shippedProducts } from '../../src/products/registry.ts';

/** What a shipped product requires of files for a step: what is missing, and the texts as `configure` would write them. */
function asked(name: string, id: string, files: Partial<Record<FileKind, string>>) {
  const product = shippedProducts.find(name);
  assert.ok(product !== undefined && 'path' in product && !hasStages(product));
  const requirements = fileRequirementsOf(product.path).get(id);
  assert.ok(requirements, id);
  const own = fileKinds.map((kind) => ({ path: kind, kind, text: files[kind] ?? '' }));
  const verdict = judgeFiles(requirements, own);
  assert.ok(verdict.show !== undefined);
  const texts = Object.fromEntries(verdict.edited.map(({ path, text }) => [path, text]));
  return { missing: verdict.show.kind === 'missing' ? verdict.show.missing.length : 0, texts };
}

describe('what Infrahub requires of files', () => {
  it('1.3 removes an image of Neo4j that is named by hand', () => {
    // https://docs.infrahub.app/release-notes/infrahub/release-1_3_0
    const { missing, texts } = asked('infrahub', 'compose-file-1.3', {
      env: 'VERSION=1.2.12\nNEO4J_DOCKER_IMAGE=neo4j:5.20.0-community\n',
    });
    assert.deepEqual([missing, texts], [1, { env: 'VERSION=1.2.12\n' }]);
    assert.equal(asked('infrahub', 'compose-file-1.3', { env: 'VERSION=1.3.9\n' }).missing, 0);
  });

  it('1.7 requires newer services, and uses the Compose file of 1.9 as it is published', () => {
    // https://docs.infrahub.app/release-notes/infrahub/release-1_7_0
    const of = (queue: string, cache: string, graph: string, tasks: string): string =>
      `services:\n  message-queue:\n    image: ${queue}\n  cache:\n    image: ${cache}\n  database:\n    image: ${graph}\n  task-manager-db:\n    image: ${tasks}\n`;
    const published = of(
      '${MESSAGE_QUEUE_DOCKER_IMAGE:-rabbitmq:4.2.1-management}',
      '${CACHE_DOCKER_IMAGE:-redis:8.4.0}',
      '${NEO4J_DOCKER_IMAGE:-neo4j:2025.10.1-community}',
      '"${POSTGRES_DOCKER_IMAGE:-postgres:18-alpine}"',
    );
    assert.equal(asked('infrahub', 'images-1.7', { compose: published }).missing, 0);
    const former = of('rabbitmq:3.13.7-management', 'redis:7.2.4', 'neo4j:2025.03.0-community', 'postgres:14-alpine');
    const { missing, texts } = asked('infrahub', 'images-1.7', { compose: former });
    assert.equal(missing, 4);
    assert.equal(
      texts.compose,
      of('rabbitmq:4.2.1-management', 'redis:8.4.0', 'neo4j:2025.10.1-community', 'postgres:18-alpine'),
    );
  });

  it('charts require the address of the cache, and no example', () => {
    const host = (value: string): string =>
      `infrahub:\n  prefect-server:\n    backgroundServices:\n      messaging:\n        redis:\n          host: ${value}\n`;
    assert.equal(asked('infrahub', 'chart-4-redis-host', { values: host('infrahub-cache-master') }).missing, 0);
    assert.deepEqual(asked('infrahub', 'chart-4-redis-host', { values: host('CHANGEME') }), {
      missing: 1,
      texts: { values: host('infrahub-cache-master') },
    });
    assert.equal(asked('infrahub', 'enterprise-chart-4.14-docket', { values: 'infrahub: {}\n' }).missing, 1);
  });
});

describe('what Mender requires of values', () => {
  it("4.0 moves the image, and requires the chart's own components to be enabled explicitly", () => {
    // https://docs.mender.io/4.0/server-installation/upgrading-from-previous-versions/upgrading-from-3.7-to-4.0
    const former = 'global:\n  image:\n    registry: registry.example.com\n  enterprise: true\ngui:\n  httpPort: 80\n';
    const { missing, texts } = asked('mender', 'values-4.0', { values: former });
    assert.equal(missing, 5, 'the image, three that are not said, and the port');
    assert.equal(texts.values, 'global:\n  enterprise: true\ndefault:\n  image:\n    registry: registry.example.com\n');
    const now = `${texts.values}mongodb:\n  enabled: false\nnats:\n  enabled: true\nredis:\n  enabled: false\n`;
    assert.equal(asked('mender', 'values-4.0', { values: now }).missing, 0);
  });

  it('3.7 serves its storage through the proxy', () => {
    const { texts } = asked('mender', 'storage-proxy-3.7', { values: 'api_gateway:\n  minio:\n    enabled: true\n' });
    assert.equal(texts.values, 'api_gateway:\n  minio:\n    enabled: false\n  storage_proxy:\n    enabled: true\n');
  });
});
