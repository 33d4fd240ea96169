import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { compareIdentities, namedPlace } from '../../../src/core/decisions/identity.ts';
import type { Identity } from '../../../src/core/model/identity.ts';

const word = fc.constantFrom('one', 'two', 'three');
const identity: fc.Arbitrary<Identity> = fc
  .record({
    lineage: fc.record({ system: word, oid: word }, { requiredKeys: ['oid'] }),
    location: fc.record({ address: word, port: word }),
    startedAt: fc.option(word, { nil: undefined }),
  })
  .map(({ lineage, location, startedAt }) => ({
    kind: 'postgres',
    lineage: Object.fromEntries(
      Object.entries(lineage).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
    location,
    ...(startedAt !== undefined && { startedAt }),
  }));

it('never calls a database different from itself, however it is reached', () => {
  fc.assert(
    fc.property(identity, fc.record({ address: word, port: word }), word, (production, location, startedAt) => {
      const again: Identity = { ...production, location, ...(production.startedAt !== undefined && { startedAt }) };
      assert.notEqual(compareIdentities(production, again).kind, 'different');
    }),
  );
});

it('calls nothing at production’s place different', () => {
  fc.assert(
    fc.property(identity, identity, (production, other) => {
      const staging = { ...other, location: production.location };
      assert.notEqual(compareIdentities(production, staging).kind, 'different');
    }),
  );
});

it('recognizes the same server by another address, and treats a physical copy as possibly production', () => {
  const production: Identity = {
    kind: 'postgres',
    lineage: { 'system-identifier': '7', 'database-oid': '16384' },
    location: { address: '10.0.0.5', port: '5432', database: 'records' },
    startedAt: '2026-01-01T00:00:00.000Z',
  };
  const copy: Identity = {
    ...production,
    location: { ...production.location, address: '10.0.0.9' },
    startedAt: '2026-01-05T00:00:00.000Z',
  };
  assert.equal(compareIdentities(production, copy).kind, 'cannot-tell');
  assert.equal(compareIdentities(production, { ...copy, startedAt: '2026-01-01T00:00:00.000Z' }).kind, 'same');
  assert.equal(compareIdentities(production, { ...copy, kind: 'sqlite' }).kind, 'cannot-tell');
  const other = { ...copy, lineage: { 'system-identifier': '8', 'database-oid': '16384' } };
  assert.equal(compareIdentities(production, other).kind, 'different');
});

it('a place is named once: what is no more than the name that a person types is left out', () => {
  const at = (location: Readonly<Record<string, string>>) => ({ kind: 'sqlite', lineage: {}, location });
  const file = '/srv/staging/records.sqlite';
  assert.equal(namedPlace(file, at({ host: 'vm', file })), `"${file}" (host "vm")`);
  assert.equal(
    namedPlace('records', at({ address: '10.0.0.5', port: '5432', database: 'records' })),
    '"records" (address "10.0.0.5", port "5432")',
  );
  assert.equal(namedPlace(file, at({ file })), `"${file}"`);
});
