import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeMarkdown, markdownLink, markdownTable, writtenMarkdown } from '../../../src/world/writing/markdown.ts';

const written = (draft: string): string => writtenMarkdown(draft, (text) => text);

test('an address with characters of Markdown can still be followed, and hides nothing else', () => {
  const shown = (text: string): string => written(escapeMarkdown(text));
  assert.equal(
    shown('*Open* https://github.com/acme/my_records/actions. Then wait_for_it.'),
    '\\*Open\\* <https://github.com/acme/my_records/actions>. Then wait\\_for\\_it.',
  );
  assert.equal(shown('See https://example.com/path.'), 'See https://example.com/path.');
  assert.equal(shown('https://a_b><script>'), '<https://a_b>\\>\\<script\\>');
});

test('a text cannot end its own part of a report', () => {
  assert.equal(written(`**${escapeMarkdown('a\ufdd1*b*\ufdd0c')}**`), '**a\\*b\\*c**');
});

test('an address cannot end its link', () => {
  assert.equal(
    markdownLink('source', 'https://a.example/x) <img src=y>'),
    '[source](https://a.example/x%29%20%3Cimg%20src=y%3E)',
  );
});

test('a cell of a table is one line of text', () => {
  assert.equal(written(markdownTable(['a'], [['one | two\nthree']])), '| a |\n|---|\n| one \\| two three |');
});
