import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { report } from '../../../src/steps/report/report.ts';
import { virtualSystem } from '../../commands/virtual-system.ts';
import { hop } from '../../core/history/world.ts';

const here = { hop, environment: 'production' } as const;

/** A path of one hop that was deployed on production, reported into a file. */
async function saved(output: string, message = 'The disk is full.'): Promise<string> {
  const system = virtualSystem();
  const { id, from, to } = hop;
  const hops = [{ id, from, to, digest: system.hop.digest, manual: [] }];
  await system.record(
    { type: 'planned', current: from, target: to, hops },
    { ...here, type: 'deploying', release: 'to', version: to, deferred: true, applied: 'm6' },
    { ...here, type: 'deployed', release: 'to', version: to, deferred: true, milliseconds: 1 },
    { ...here, type: 'ended', command: 'smoke', outcome: 'failed', message },
  );
  await system.ask(report, { command: 'report', output }, 'path');
  const [text] = [...system.saved.values()];
  assert.ok(text !== undefined, 'nothing was saved');
  return text;
}

test('a file that ends in .html is one page that loads nothing and runs nothing', async () => {
  const page = await saved('report.html');
  assert.match(page, /^<!doctype html>\n<html lang="en">/);
  assert.doesNotMatch(page, /<script|<link|<img|<iframe|\bsrc=|url\(|@import|\bon\w+=/i);
  assert.match(
    page,
    /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/,
  );
  assert.match(page, /@media \(prefers-color-scheme: dark\)/);
  assert.match(page, /@media print/);
});

test('the page has the path, the steps with their times, and the whole journal', async () => {
  const page = await saved('report.HTML');
  assert.match(page, /<ol class="path"[\s\S]*1\.0\.2[\s\S]*class="current"><span>1\.1\.4/);
  assert.match(page, /deployed: 1\.1\.4, migrations deferred<\/td><td class="short">under 1 s<\/td>/);
  for (const sequence of [1, 2, 3, 4])
    assert.ok(page.includes(`<th scope="row" class="short">${sequence}</th>`), String(sequence));
});

test('its headings go down one level at a time, below one title', async () => {
  const page = await saved('report.html');
  const levels = [...page.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  assert.equal(levels[0], 1);
  for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1, levels.join());
});

test('anything that a server or the journal says is text on the page', async () => {
  const page = await saved('report.html', `</td><script>alert(1)</script> & "more"`);
  assert.doesNotMatch(page, /<script/);
  assert.match(page, /&#60;script&#62;alert\(1\)&#60;\/script&#62; &#38; &#34;more&#34;/);
});

test('no line breaks within a time, an option or the id of a hop, and nothing but text is touched', async () => {
  const long = `${'x'.repeat(40)}--y`;
  const page = await saved('report.html', `Go back: rollback --hop 1.0.2--1.1.4 or ${long}, until ✔ 3 Mar 05:31 UTC.`);
  const whole = (text: string): string => `<span class="short">${text}</span>`;
  assert.ok(
    page.includes(
      `rollback ${whole('--hop')} ${whole('1.0.2--1.1.4')} or ${long}, until ${whole('✔ 3 Mar 05:31 UTC')}.`,
    ),
  );
  assert.match(page, /<span class="short">2026-03-02 00:00:00Z<\/span>/);
  assert.match(page, /^ {2}--page: #ffffff;/m);
  assert.doesNotMatch(page, /<[^>]*<span/);
});

test('any other file gets the Markdown of the summary', async () => {
  const text = await saved('report.md');
  assert.match(text, /^<!-- Made by Staged Upgrade -->\n\n# 1\.0\.2 → 1\.1\.4\n/);
  assert.doesNotMatch(text, /<html/);
});

test('a report replaces a report, and no other file', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'saved-'));
  t.after(() => rm(folder, { recursive: true }));
  const system = virtualSystem({ directory: folder });
  const save = (name: string) => system.ask(report, { command: 'report', output: join(folder, name) }, 'path');
  for (const name of ['report.html', 'report.md']) {
    const file = join(folder, name);
    await save(name);
    const first = await readFile(file, 'utf8');
    await system.record({ ...here, type: 'ended', command: 'smoke', outcome: 'failed', message: `Seen for ${name}.` });
    await save(name);
    assert.notEqual(await readFile(file, 'utf8'), first, `${name} is made anew`);
    for (const content of ['name: Deploy\n', `${'-'.repeat(3000)}${first}`, '\0\0']) {
      await writeFile(file, content);
      await symlink(file, join(folder, `link-to-${name}`)).catch(() => undefined);
      for (const each of [name, `link-to-${name}`])
        await assert.rejects(save(each), /did not write.*Nothing was saved/s);
      assert.equal(await readFile(file, 'utf8'), content);
    }
    await writeFile(file, '');
    await save(name);
  }
  await assert.rejects(save('.'), /could not be written/);
});
