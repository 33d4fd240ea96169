import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathFor, stopsOf } from './planned.ts';

/** Published to npm as `unleash-server`. */
const tags = ['4.19.5', '5.0.0', '5.12.8', '6.0.0', '6.10.1', '7.6.5', '8.0.0-beta.1', '8.1.0', '8.2.0'];

// https://docs.getunleash.io/deploy/upgrading-unleash: from major to major, with the guide of each.
test('Unleash goes through the newest release of each major, and says what each asks for', () => {
  const path = pathFor('unleash', tags, ['4.19.5', '8.1.0']);
  assert.deepEqual(stopsOf(path), ['5.12.8', '6.10.1', '7.6.5', '8.1.0']);
  const notes = path.steps.map(({ notes: said }) => said.map(({ text }) => text).join());
  for (const [index, major] of ['5', '6', '7', '8'].entries())
    assert.match(notes[index] ?? '', new RegExp(`[Vv]ersion ${major}`));
});

test('Unleash within a major goes straight to the target', () => {
  assert.deepEqual(stopsOf(pathFor('unleash', tags, ['5.0.0', '5.12.8'])), ['5.12.8']);
});
