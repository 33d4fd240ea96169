import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitSummary } from '../../../src/entries/action/summary.ts';

test('a summary always fits, leaves no fence open, and says when it was cut', () => {
  const line = fc.oneof(fc.constant('```'), fc.constant('| ä | 漢 | 🪜 |'), fc.string());
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), fc.integer({ min: 300, max: 800 }), (lines, limit) => {
      const text = lines.join('\n');
      const { markdown, cut } = fitSummary(text, limit);
      assert.ok(Buffer.byteLength(markdown) <= limit);
      if (!cut) return assert.equal(markdown, text);
      assert.match(markdown, /This summary is cut off here/);
      assert.ok(!markdown.includes('\ufffd') || text.includes('\ufffd'));
      const fences = markdown.split('\n').filter((each) => each.trimStart().startsWith('```')).length;
      assert.equal(fences % 2, 0);
    }),
  );
});
