import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, inEnvironment, latest, ofHop } from '../../../src/core/history/entries.ts';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { readChain } from '../../../src/journal/chain.ts';
import { checked, completed, deployed, hop, storedChain } from '../../journal/fixtures.ts';

const restored = {
  type: 'restored',
  hop,
  environment: 'staging',
  backup: 'b1',
  proved: true,
  tables: 2,
  rows: 9,
  milliseconds: 1,
} as const;
const entriesOf = (events: readonly JournalEvent[]) => readChain(storedChain(events), 'records', 'here');
const typesOf = (entries: readonly { readonly event: { readonly type: string } }[]) =>
  entries.map(({ event }) => event.type);

test('what was done under another digest, or for another hop, does not belong to this hop', () => {
  const changed = { ...checked, hop: { ...hop, digest: 'e'.repeat(64) } };
  const other = { ...checked, hop: { ...hop, id: '1.1.4--1.2.0' } };
  const planned: JournalEvent = { type: 'planned', current: '1.0.2', target: '2.1.3', hops: [] };
  const entries = ofHop(entriesOf([planned, changed, other, deployed, completed]), hop);
  assert.deepEqual(
    entries.map(({ sequence }) => sequence),
    [4, 5],
  );
});

test('the latest is the last in the journal, whatever the clocks said', () => {
  const [first, second] = entriesOf([
    { ...checked, version: '1.0.2' },
    { ...checked, version: '1.1.4' },
  ]);
  assert(first && second);
  const swapped = [
    { ...first, at: second.at },
    { ...second, at: first.at },
  ];
  assert.equal(latest(swapped, 'checked')?.event.version, '1.1.4');
  assert.equal(latest(swapped, 'deployed'), undefined);
});

test('an environment only has its own events, and an entry is followed by what comes after it in the journal', () => {
  const onProduction = { ...deployed, environment: 'production' } as const;
  const entries = entriesOf([deployed, restored, onProduction, deployed, completed]);
  assert.deepEqual(typesOf(inEnvironment(entries, 'production')), ['deployed']);
  assert.deepEqual(typesOf(after(entries, entries[3] ?? assert.fail())), ['completed']);
});
