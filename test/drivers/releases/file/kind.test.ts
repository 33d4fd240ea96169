import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { UserError } from '../../../../src/core/messages/errors.ts';
import { file } from '../../../../src/drivers/releases/file/kind.ts';
import { list } from '../../../../src/drivers/releases/list/kind.ts';
import { contextFor } from '../effects.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-releases-'));
  await mkdir(join(folder, 'product'));
});
after(() => rm(folder, { recursive: true }));

const listed = [
  '1.10',
  {
    version: 'v2.0.0',
    date: '2026-04-24',
    withdrawn: { reason: 'Corrupts attachments', url: 'https://example.com/a', 'fixed-in': '2.0.1' },
    notes: '# Changes\n',
    parts: { chart: '8.1.0' },
  },
  { version: '2.1.0', prerelease: true },
];
const tags = [
  { tag: '1.10' },
  {
    tag: 'v2.0.0',
    publishedAt: '2026-04-24',
    withdrawn: { reason: 'Corrupts attachments', url: 'https://example.com/a', fixedIn: '2.0.1' },
    notes: '# Changes\n',
    parts: { chart: '8.1.0' },
  },
  { tag: '2.1.0', prerelease: true },
];

async function read(name: string, text: string) {
  await writeFile(join(folder, name), text);
  return await file.part
    .parse({ file: name })
    .open(contextFor({ directory: folder }))
    .read();
}

test('a list means the same in the configuration, in JSON and in YAML', async () => {
  const inline = await list.part.parse({ list: listed }).open(contextFor()).read();
  assert.deepEqual(inline.tags, tags);
  assert.deepEqual((await read('a.json', JSON.stringify(listed))).tags, tags);
  const yaml = `releases:\n  - "1.10"\n  - { version: v2.0.0, date: 2026-04-24, notes: "# Changes\\n", parts: { chart: "8.1.0" }, withdrawn: { reason: Corrupts attachments, url: "https://example.com/a", fixed-in: 2.0.1 } }\n  - { version: 2.1.0, prerelease: true }\n`;
  assert.deepEqual((await read('b.yaml', yaml)).tags, tags);
});

test('the folder of the product definition comes before the working directory', async () => {
  await writeFile(join(folder, 'releases.yml'), '["1.0.0"]');
  const placeholders = { 'product-folder': join(folder, 'product') };
  const source = file.part.parse({ file: 'releases.yml' }).open(contextFor({ directory: folder, placeholders }));
  assert.deepEqual((await source.read()).tags, [{ tag: '1.0.0' }]);
  await writeFile(join(folder, 'product', 'releases.yml'), '["3.0.0"]');
  assert.deepEqual((await source.read()).tags, [{ tag: '3.0.0' }]);
});

test('mistakes in a file name the release, the key and the fix', async () => {
  const cases: [string, RegExp][] = [
    ['- 1.10\n', /release 1: a version in quotes, because YAML reads 1\.10/],
    ['- "1.0"\n- { version: 1.2.3, date: 2026-02-30 }\n', /release 2: date: a date such as/],
    ['- { version: 1.2.3, fixed: 2.0.0 }\n', /release 1: .*"fixed"/],
    ['- { version: 1.2.3, withdrawn: { url: "https://example.com" } }\n', /release 1: withdrawn\.reason/],
    ['releases: []\n', /the list is empty/],
    ['hello\n', /neither a list of releases nor a key "releases"/],
    ['- "1.0\n', /line 1|line 2/],
  ];
  for (const [text, expected] of cases) {
    await assert.rejects(read('wrong.yml', text), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.detail.happened, expected);
      assert.match(error.detail.happened, /wrong\.yml/);
      return true;
    });
  }
});

test('a missing file names every place that was searched', async () => {
  const placeholders = { 'product-folder': join(folder, 'product') };
  const source = file.part.parse({ file: 'none.yml' }).open(contextFor({ directory: folder, placeholders }));
  await assert.rejects(source.read(), /product.none\.yml" and ".*none\.yml" do not exist/);
});
