import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Document, folded, list, paragraph, table } from '../../src/report/document.ts';
import { htmlOf } from '../../src/report/document-html.ts';
import { markdownOf } from '../../src/report/document-markdown.ts';
import { masks } from '../../src/world/secrets/masks.ts';
import { asItIs } from '../../src/world/writing/draft.ts';
import { penWith } from '../../src/world/writing/pen.ts';
import { penWithoutSecrets } from '../support/pen.ts';

const secret = 'Zr7-kQ<9"&wX2pL';

function written(document: Document): { html: string; markdown: string } {
  const secrets = masks(() => undefined);
  secrets.add(secret);
  const pen = penWith(secrets);
  return { html: pen.html(htmlOf(document, 1)), markdown: pen.markdown(markdownOf(document)) };
}

const everywhere = (text: string): Document => [
  { kind: 'heading', level: 2, text },
  paragraph(text, { strong: text }, { code: text }, { link: 'source', url: text }),
  ...list([text, { text, ticked: true }]),
  ...table([text, 'b'], [[text, { code: text }]]),
  { kind: 'box', tone: 'warning', text },
  ...folded(text, [paragraph(text)]),
];

test('no text of others becomes an element, an attribute or a script', () => {
  const attack = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
  const { html, markdown } = written(everywhere(attack));
  assert.doesNotMatch(html, /<script|<img|onerror=alert\(1\)>/);
  assert.doesNotMatch(html, /aria-label="[^"]*'[^"]*>[^<]*<script/);
  assert.doesNotMatch(markdown.replaceAll(/`[^`]*`/g, ''), /(?<!\\)<(script|img)/);
});

test('a secret is removed before it is escaped, wherever it is', () => {
  const { html, markdown } = written(everywhere(`before ${secret} after`));
  for (const text of [html, markdown]) {
    assert.ok(text.includes('before *') || text.includes('before \\*'));
    assert.doesNotMatch(text, /Zr7|wX2pL/);
  }
});

test('an address that is not a page is not a link', () => {
  const { html } = written([paragraph({ link: 'source', url: 'javascript:alert(1)' })]);
  assert.doesNotMatch(html, /href/);
  assert.match(html, /source: javascript:alert\(1\)/);
  assert.match(
    written([paragraph({ link: 'source', url: 'https://a.example/?a=1&b="2"' })]).html,
    /<a href="https:\/\/a\.example\/\?a=1&#38;b=&#34;2&#34;" rel="noreferrer">source<\/a>/,
  );
});

test('invisible characters are made visible in both', () => {
  const { html, markdown } = written([paragraph('a\u202eb\u0007c', { code: 'd\u202ee' })]);
  for (const text of [html, markdown]) assert.ok(!text.includes('\u202e') && !text.includes('\u0007'));
});

test('code in a cell ends neither the cell nor the code', () => {
  const { markdown } = written(table(['a', 'b'], [[{ code: 'x | y `z` \n w' }, 'last']]));
  assert.equal(markdown.split('\n')[2], '| `x / y z w` | last |');
});

test('a table has headers that a screen reader announces, and can be scrolled by the keyboard', () => {
  const { html } = written(table(['step', 'took'], [[{ strong: 'Backup' }, '✔ 1 s']]));
  assert.match(html, /<section class="scroll" tabindex="0" aria-label="step, took">/);
  assert.match(html, /<th scope="col">step<\/th>/);
  assert.match(html, /<th scope="row" class="short"><strong>Backup<\/strong><\/th><td class="good short">✔ 1 s<\/td>/);
});

test('any text stays text on a page, and reads back as the same text', () => {
  const { pen } = penWithoutSecrets();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const html = pen.html(asItIs(text));
      assert.doesNotMatch(html, /[<>"']|&(?!#\d+;)/);
      const read = html.replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)));
      assert.equal(read, pen.text(text.replace(/[\ufdd0\ufdd1]/g, '')));
    }),
  );
});
