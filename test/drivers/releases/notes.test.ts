import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Release } from '../../../src/core/model/release.ts';
import { versionScheme } from '../../../src/core/path/sources/versions/version-scheme.ts';
import { notesOf, notesOnTheWay } from '../../../src/drivers/releases/notes.ts';
import { plainText } from '../../../src/drivers/releases/plain-text.ts';
import { escapeMarkdown, writtenMarkdown } from '../../../src/world/writing/markdown.ts';

const scheme = versionScheme.parse({});

function release(version: string, notes: string, more: Partial<Release> = {}): Release {
  return { version, tag: `v${version}`, prerelease: false, notes, ...more };
}

const shown = (notes: string) =>
  notesOf(release('1.0.0', notes)).map(({ topic, heading, excerpt }) => [topic, heading, excerpt]);

test('sections are found by their headings, in every form that Markdown has', () => {
  const notes = `Thanks to everyone!

## What's new
- Faster lists

Breaking changes
----------------
The key \`a\` is **gone**.
Use [\`b\`](https://example.com/b).

### Storage ###
Buckets are *required*.

# Upgrading
Run the job first.

**Known issues**

None

## Deprecated
1. \`old-flag\`
2. \`older-flag\`
`;
  assert.deepEqual(shown(notes), [
    ['breaking', 'Breaking changes', 'The key a is gone. Use b.'],
    ['breaking', 'Breaking changes › Storage', 'Buckets are required.'],
    ['migration', 'Upgrading', 'Run the job first.'],
    ['deprecation', 'Upgrading › Deprecated', '• old-flag • older-flag'],
  ]);
});

test('a heading inside code is not a heading', () => {
  const notes =
    '```sh\n# Breaking: run this\n~~~\n## Migration\n```\n~~~~\n# Security\n~~~\n# Security\n~~~~\n## Fixes\nok';
  assert.deepEqual(shown(notes), []);
});

test('bullets that are marked as breaking are found wherever they are', () => {
  const notes =
    '## Changes\n* feat(api)!: drop v1\n* fix: a typo\n- **BREAKING**: new `PORT`\n- Breaking: older\n- fixes CVE-2026-1234\n- mentions a migration';
  assert.deepEqual(shown(notes), [
    ['breaking', 'Changes', 'feat(api)!: drop v1'],
    ['breaking', 'Changes', 'BREAKING: new PORT'],
    ['breaking', 'Changes', 'Breaking: older'],
    ['security', 'Changes', 'fixes CVE-2026-1234'],
  ]);
});

test('a heading whose text is all below further headings is not repeated', () => {
  const notes = '# Breaking changes\n\n## API\nGone.\n\n## UI\nNew.\n\n# Thanks\nAll.';
  assert.deepEqual(shown(notes), [
    ['breaking', 'Breaking changes › API', 'Gone.'],
    ['breaking', 'Breaking changes › UI', 'New.'],
  ]);
});

test('the notes of all releases on the way count, including withdrawn ones, but not prereleases', () => {
  const notes = '# Breaking\nx';
  const releases = [
    release('1.10.0', notes),
    release('1.2.0', notes),
    release('1.1.0', notes),
    release('1.9.0', notes, { withdrawn: { reason: 'broken' } }),
    release('1.10.0-rc.1', notes, { prerelease: true }),
    release('1.11.0', notes),
  ];
  const versions = notesOnTheWay(releases, '1.1.0', '1.10.0', scheme).map(({ version }) => version);
  assert.deepEqual(versions, ['1.2.0', '1.9.0', '1.10.0']);
  assert.equal(notesOnTheWay(releases, '1.9.0', '1.10.0-rc.1', scheme).length, 1);
  assert.deepEqual(notesOnTheWay(releases, 'latest', '1.10.0', scheme), []);
});

test('long notes are cut between words, and many are counted', () => {
  const long = notesOf(release('1.0.0', `# Breaking\n${'word '.repeat(500)}`))[0];
  assert.ok(long && [...long.excerpt].length <= 400 && long.excerpt.endsWith('word…'));
  const many = notesOf(release('1.0.0', '# Breaking a\nx\n'.repeat(25)));
  assert.equal(many.length, 21);
  assert.equal(many.at(-1)?.heading, '5 more');
});

test('the address of the notes cannot break out of a link', () => {
  const [note] = notesOf(release('1.0.0', '# Breaking\nx', { url: 'https://example.com/a) <img src=x>[b](c' }));
  assert.equal(note?.url, 'https://example.com/a%29%20%3Cimg%20src=x%3E%5Bb%5D%28c');
  const [script] = notesOf(release('1.0.0', '# Breaking\nx', { url: 'javascript:alert(1)' }));
  assert.equal(script?.url, undefined);
});

const hostile = [
  ['<script>alert(1)</script>text', 'alert(1) text'],
  ['<<b>script>alert(1)', '< script>alert(1)'],
  ['a <!-- hidden --> b', 'a b'],
  ['![pixel](https://evil.example/p.png)[click](javascript:alert(1))', 'pixelclick'],
  ['[a](b(c)d)', 'a'],
  ['see https://evil.example/x or <https://evil.example/y>', 'see evil.example/x or evil.example/y'],
  ['\u001b[31mred\u001b[0m \u202etxt.exe', '[31mred [0m txt.exe'],
] as const;

test('HTML, images, addresses, colours and reversed text are removed from what is shown', () => {
  for (const [text, expected] of hostile) assert.equal(plainText(text), expected);
});

test('whatever the notes say, in a report they notify nobody, link nowhere, and are text', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('@mona', '#12', 'acme/records#12', 'GH-12', '&commat;mona', '&#64;mona', '\\@mona', '\n', ' '),
    fc.constantFrom(
      '<b>',
      '</b>',
      '<img src=x onerror=y>',
      '<',
      '>',
      '<!--',
      '-->',
      '[a](b)',
      '![a](b)',
      '[',
      '](',
      '\\',
    ),
    fc.constantFrom(
      'https://evil.example',
      'www.evil.example',
      '://',
      'htt<b>ps://e',
      '::add-mask::x',
      '##[group]',
      '`',
      '|',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = plainText(pieces.join(''));
      const report = writtenMarkdown(escapeMarkdown(text), (plain) => plain);
      assert.doesNotMatch(text, /\p{Cc}/u);
      assert.doesNotMatch(report, /@\w|#\w|GH-\d|&[a-z#]+;?/i, 'a reference');
      assert.doesNotMatch(report, /:\/\/|www\./i, 'an address that is made a link');
      assert.doesNotMatch(text, /::|##\[/, "a command to GitHub's runner");
      assert.doesNotMatch(report.replace(/\\[\\<>[\]`|*_]/g, ''), /[<>[\]`|]/, 'markup');
    }),
    { numRuns: 2000 },
  );
});

test('no notes take long to read', () => {
  const size = 120_000;
  const bombs = [
    `# ${' '.repeat(size)}x`,
    '<'.repeat(size),
    '[a]('.repeat(size / 4),
    '<b'.repeat(size / 2),
    '<!--'.repeat(size / 4),
  ];
  const nested = `# Breaking\n${'<'.repeat(size / 2)}a${'>'.repeat(size / 2)}`;
  const started = process.cpuUsage();
  for (const bomb of [...bombs.map((text) => `# Breaking\n${text}`), ...bombs, nested]) notesOf(release('1.0.0', bomb));
  const took = process.cpuUsage(started).user / 1000;
  assert.ok(took < 2000, `${took} ms of the processor`);
});
