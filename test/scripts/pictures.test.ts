import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceOf } from '../../scripts/pictures/normal.ts';

test('two runs that differ only in time and speed are the same', () => {
  assert.equal(
    differenceOf(
      '<p>Data of 28 Nov 05:31 UTC, 12 min ago; took 1.2 s.</p>\n<pre>Deployed in 178\n  ms, as 20261128T053109123Z_x.</pre>',
      '<p>Data of 3 Dec 2027 15:01:09 UTC, just now; took under 1 s.</p> <pre>Deployed in 2 min 3 s, as 20271203T150109001Z_x.</pre>',
    ),
    undefined,
  );
});

test('the number of health checks during a deploy makes no difference, but their absence does', () => {
  const seen = (text: string) => `<p>deployed: to 1.1.4${text}</p>`;
  const kept = ' It kept serving: none of 4 health checks failed; they were answered in 3 ms (median), at most 9 ms.';
  const down =
    ' Not serving for 1.2 s: 3 of 9 health checks failed; the others were answered in 1 ms (median), at most 3 ms.';
  assert.equal(differenceOf(seen(kept), seen(down)), undefined);
  assert.equal(differenceOf(seen(', down for 0 ms</p><p>1 s'), seen('</p><p>2 min 3 s')), undefined);
  assert.equal(differenceOf(seen(', down for 1.2 s (3 of 9 health checks failed)'), seen('')), undefined);
  assert.notEqual(differenceOf(seen(kept), seen('')), undefined);
});

test('a changed word is found, and shown with the text around it', () => {
  const difference = differenceOf('<p>The rehearsal passed on staging.</p>', '<p>The rehearsal failed on staging.</p>');
  assert.match(
    difference ?? '',
    /recorded: …Therehearsalpassedonstaging\.…\n {2}now: {6}…Therehearsalfailedonstaging\.…/,
  );
});

test('a part that is missing at the end is a difference', () => {
  assert.ok(differenceOf('<p>One.</p><p>Two.</p>', '<p>One.</p>') !== undefined);
});
