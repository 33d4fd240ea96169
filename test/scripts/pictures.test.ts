import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceOf } from '../../scripts/pictures/normal.ts';

test('two runs that say the same at another time, on a faster machine, are the same', () => {
  assert.equal(
    differenceOf(
      '<p>Data of 28 Nov 05:31 UTC, 12 min ago; took 1.2 s.</p>\n<pre>Deployed in 178\n  ms, as 20261128T053109123Z_x.</pre>',
      '<p>Data of 3 Dec 2027 15:01:09 UTC, just now; took under 1 s.</p> <pre>Deployed in 2 min 3 s, as 20271203T150109001Z_x.</pre>',
    ),
    undefined,
  );
});

test('a word that changed is found, and shown with what stands around it', () => {
  const difference = differenceOf('<p>The rehearsal passed on staging.</p>', '<p>The rehearsal failed on staging.</p>');
  assert.match(
    difference ?? '',
    /recorded: …Therehearsalpassedonstaging\.…\n {2}now: {6}…Therehearsalfailedonstaging\.…/,
  );
});

test('a part that is missing at the end is a difference', () => {
  assert.ok(differenceOf('<p>One.</p><p>Two.</p>', '<p>One.</p>') !== undefined);
});
