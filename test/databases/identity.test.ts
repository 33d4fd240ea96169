import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { Identity } from '../../src/databases/database.ts';
import { compareIdentities } from '../../src/databases/identity.ts';

const word = fc.constantFrom('one', 'two', 'three');
const identity: fc.Arbitrary<Identity> = fc
  .record({
    lineage: fc.record({ system: word, oid: word }, { requiredKeys: ['oid'] }),
    location: fc.record({ address: word, port: word }),
    startedAt: fc.option(word, { nil: undefined }),
    disposableMarker: fc.option(word, { nil: undefined }),
  })
  .map(({ lineage, location, startedAt, disposableMarker }) => ({
    kind: 'postgres',
    lineage: Object.fromEntries(
      Object.entries(lineage).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    ),
    location,
    ...(startedAt !== undefined && { startedAt }),
    ...(disposableMarker !== undefined && { disposableMarker }),
  }));

it('never calls one database different from itself, however it is reached, unless a marker was put there since', () => {
  fc.assert(
    fc.property(identity, fc.record({ address: word, port: word }), word, (production, location, startedAt) => {
      const again: Identity = { ...production, location, ...(production.startedAt !== undefined && { startedAt }) };
      assert.notEqual(compareIdentities(production, again).kind, 'different');
    }),
  );
});

it('lets nothing at production’s place be written without a marker of its own', () => {
  fc.assert(
    fc.property(identity, identity, (production, other) => {
      const { disposableMarker: _, ...unmarked } = other;
      const staging = { ...unmarked, location: production.location };
      assert.notEqual(compareIdentities(production, staging).kind, 'different');
    }),
  );
});

it('lets a marked physical copy on another server be written, and the same server never', () => {
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
    disposableMarker: 'a marker',
  };
  assert.equal(compareIdentities(production, copy).kind, 'different');
  assert.equal(compareIdentities(production, { ...copy, startedAt: '2026-01-01T00:00:00.000Z' }).kind, 'same');
  const { disposableMarker: _, ...unmarked } = copy;
  const unsure = compareIdentities(production, unmarked);
  assert.ok(unsure.kind === 'cannot-tell' && unsure.reason.includes('mark-disposable'));
  assert.equal(compareIdentities(production, { ...copy, kind: 'sqlite' }).kind, 'cannot-tell');
});
