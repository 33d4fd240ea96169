import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { type LoadedConfiguration, loadConfiguration } from '../../src/config/load.ts';
import { hasVersions, productDefinition } from '../../src/products/definition.ts';
import { shippedProducts as products, resolveProduct } from '../../src/products/registry.ts';
import { families } from '../config/kind-names.ts';

const configuration = (product: string): string => `
system: records
product: ${product}
environments:
  production:
    url: https://records.example.com
    access: { admin-token: "\${PRODUCTION_TOKEN}" }
    data: { sqlite: { file: /srv/production/records.sqlite } }
    deploy: { command: { run: [./deploy.sh, "{version}"] } }
  staging:
    disposable: true
    url: https://staging.example.com
    access: { admin-token: "\${STAGING_TOKEN}" }
    data: { sqlite: { file: /srv/staging/records.sqlite } }
    deploy: { command: { run: [./deploy.sh, "{version}"] } }
backup: { store: { folder: { path: /srv/backups } } }
`;

const load = (product: string): LoadedConfiguration => loadConfiguration(configuration(product), 'c.yml', products);

const productOf = (product: string) => {
  const { value, document } = load(product);
  return resolveProduct(value.product, document);
};

describe('the shipped products', () => {
  it('are all that are in the folder, each under its own name', () => {
    const folders = readdirSync(join(import.meta.dirname, '../../src/products'), { withFileTypes: true });
    assert.deepEqual(
      folders.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort(),
      products.names.toSorted(),
    );
    for (const name of products.names) assert.equal(products.find(name)?.name, name);
    assert.equal(products.find('unlaesh'), undefined);
  });

  it('each have a proposal for init, and a test that plans what the vendor documents', () => {
    const expected = products.names.flatMap((name) => [
      `src/products/${name}/init.yml`,
      `test/products/${name}.test.ts`,
    ]);
    const missing = expected.filter((file) => !existsSync(join(import.meta.dirname, '../..', file)));
    assert.deepEqual(missing, [], 'CONTRIBUTING.md says what a product consists of');
  });

  it('name kinds of data that exist, where they say which do not hold a store', () => {
    const kinds = families.get('data') ?? [];
    for (const name of products.names) {
      const named = products.find(name)?.stores.flatMap(({ besides }) => besides) ?? [];
      assert.deepEqual(
        named.filter((kind) => !kinds.includes(kind)),
        [],
        name,
      );
    }
  });

  it('pass every check that a written-out definition must pass: a start does not repeat them', () => {
    for (const name of products.names) {
      const text = readFileSync(join(import.meta.dirname, `../../src/products/${name}/product.yml`), 'utf8');
      const found = productDefinition.safeParse(parse(text));
      assert.ok(found.success, `${name}: ${found.error?.message}`);
    }
  });

  it('can be extended: the given keys replace the shipped ones, the others stay', () => {
    const shipped = productOf('sample');
    const own = productOf('{ extends: sample, title: Our records, smoke: [] }');
    assert.equal(own.definition.title, 'Our records');
    assert.deepEqual(own.definition.smoke, []);
    assert.ok(hasVersions(own.definition) && hasVersions(shipped.definition));
    const said = ({ path }: typeof own.definition) => path.map(({ name, reason }) => [name, reason]);
    assert.deepEqual(said(own.definition), said(shipped.definition));
    assert.deepEqual(own.document, { ...shipped.document, title: 'Our records', smoke: [] });
  });

  it('keep their credentials when other keys are replaced', () => {
    assert.throws(
      () =>
        loadConfiguration(
          configuration('{ extends: sample, title: Our records }').replace('admin-token', 'token'),
          'c.yml',
          products,
        ),
      /admin-token/,
    );
  });

  it('are asked for by names that exist, and extended by keys that exist', () => {
    assert.throws(() => load('sampel'), /c\.yml:3:10.*sampel.*sample/s);
    assert.throws(() => load('{ extends: sampel }'), /c\.yml:3:21.*sampel.*sample/s);
    assert.throws(() => load('{ extends: sample, smokee: [] }'), /c\.yml:3:29.*smokee.*smoke/s);
  });
});
