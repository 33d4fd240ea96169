import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse, parseDocument } from 'yaml';
import { z } from 'zod';
import { loadConfiguration } from '../../src/config/load.ts';
import { shippedProducts } from '../../src/products/registry.ts';

/* Each block of the page is inserted into the configuration of the example, at the place that it shows, and loaded with it. */

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const blocks = [...read('docs/infrahub.md').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) =>
  // What the reader writes there.
  text.replaceAll('…', 'f'.repeat(64)),
);
const mapping = z.record(z.string(), z.unknown());

/** Down to which level mappings are merged: a deploy of another kind, or other data, replaces what is there. */
const isOpen = (path: readonly string[]): boolean =>
  [
    '',
    'environments',
    'environments.production',
    'environments.staging',
    'environments.production.deploy.compose',
  ].includes(path.join('.'));

function withBlock(block: string): string {
  const configuration = parseDocument(read('examples/infrahub-compose/.github/staged-upgrade.yml'));
  const put = (value: unknown, path: readonly string[]): void => {
    if (isOpen(path)) for (const [key, below] of Object.entries(mapping.parse(value))) put(below, [...path, key]);
    else configuration.setIn(path, configuration.createNode(value));
  };
  const shown = mapping.parse(parse(block));
  const base = ['environments', 'production'];
  if ('deploy' in shown) put(shown.deploy, [...base, 'deploy']);
  else if ('strategy' in shown) put(shown, [...base, 'deploy', 'compose']);
  else put(shown, []);
  // The page shows production's; staging has the same of its own.
  const { data } = mapping.parse(mapping.parse(mapping.parse(shown.environments ?? {}).production ?? {}));
  if (data !== undefined)
    put(parse(JSON.stringify(data).replaceAll(/PRODUCTION|production/g, asStaging)), [
      'environments',
      'staging',
      'data',
    ]);
  return configuration.toString();
}

function asStaging(name: string): string {
  return name === 'production' ? 'staging' : 'STAGING';
}

test('what the page on Infrahub shows is accepted unchanged', () => {
  assert.ok(blocks.length >= 6);
  for (const block of blocks) {
    const loaded = loadConfiguration(withBlock(block), 'staged-upgrade.yml', shippedProducts);
    assert.equal(loaded.kind, 'configuration', block);
  }
});

test('the components that run separately are data of their own: Neo4j, PostgreSQL and a bucket', () => {
  const block = blocks.find((each) => each.includes('neo4j:')) ?? assert.fail('the page does not show Neo4j');
  const { value } = loadConfiguration(withBlock(block), 'staged-upgrade.yml', shippedProducts);
  assert.deepEqual(
    value.environments.production.data.map(({ kind, name }) => [kind, name]),
    [
      ['neo4j', 'graph'],
      ['postgres', 'tasks'],
      ['s3-bucket', 'objects'],
    ],
  );
});
