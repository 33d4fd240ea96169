import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storeFindings } from '../../../src/planning/checks/stores.ts';
import { shippedProducts } from '../../../src/products/registry.ts';

test('preflight warns about attachments that are in no backup, until a store can hold them', () => {
  const product = shippedProducts.find('medplum');
  assert.ok(product);
  const [finding] = storeFindings(product, [{ kind: 'postgres' }]);
  assert.equal(finding?.kind, 'warning');
  assert.match(`${finding.happened} ${finding.means}`, /in no backup.*answers 500 for every attachment/);
  assert.deepEqual(storeFindings(product, [{ kind: 'postgres' }, { kind: 'folder' }]), []);
});

test('preflight names a store of a product with one article', () => {
  const stores = shippedProducts.names.flatMap((name) => {
    const product = shippedProducts.find(name);
    return product === undefined ? [] : storeFindings(product, []);
  });
  assert.notEqual(stores.length, 0);
  for (const { subject } of stores) assert.match(subject, /^the (?!(?:the|a|an) )/);
});
