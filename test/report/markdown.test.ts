import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeMarkdown } from '../../src/report/markdown.ts';

test('an address with characters of Markdown can still be followed, and hides nothing else', () => {
  assert.equal(
    escapeMarkdown('*Open* https://github.com/acme/my_records/actions. Then wait_for_it.'),
    '\\*Open\\* <https://github.com/acme/my_records/actions>. Then wait\\_for\\_it.',
  );
  assert.equal(escapeMarkdown('See https://example.com/path.'), 'See https://example.com/path.');
  assert.equal(escapeMarkdown('https://a_b><script>'), '<https://a_b>\\>\\<script\\>');
});
