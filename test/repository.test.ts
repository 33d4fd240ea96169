import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import manifest from '../package.json' with { type: 'json' };
import { anchor } from '../scripts/documents/markdown.ts';
import { ownRepository } from '../src/init/render/pins.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: root }).filter((file) => !file.endsWith('config.yml'));

test('the package names the repository that publishes it: npm refuses provenance otherwise', () => {
  assert.equal(manifest.repository.url, `git+https://github.com/${ownRepository}.git`);
});

test('every test file that a command, a workflow, a page or a list names is there', () => {
  const naming = globSync(
    ['package.json', '.ci/*', '.github/**/*.{yml,md}', 'scripts/**/*.{ts,sh}', '*.md', 'docs/*.md', 'test/**/*.json'],
    { cwd: root },
  );
  const named = naming.flatMap((file) =>
    [...read(file).matchAll(/(?<![\w./*-])test\/[\w./-]+\.test\.ts\b/g)].map(([path]) => ({ file, path })),
  );
  assert.ok(
    named.some(({ file }) => file === 'package.json'),
    'the ladder names its files',
  );
  assert.ok(named.length > 20);
  assert.deepEqual(
    named.filter(({ path }) => !existsSync(join(root, path))),
    [],
  );
});

test('no action is used at two versions, and each pin names its version', () => {
  const pins = new Map<string, string>();
  for (const file of globSync('.github/workflows/*.yml', { cwd: root })) {
    for (const [, action = '', pin = ''] of read(file).matchAll(/uses: ([^@\s]+)@(.*)$/gm)) {
      assert.match(pin, /^[0-9a-f]{40} # v\d+\.\d+\.\d+$/, `${file}: ${action}`);
      assert.equal(pins.get(action) ?? pin, pin, `${file}: ${action}`);
      pins.set(action, pin);
    }
  }
  assert.ok(pins.size >= 4);
});

test('Dependabot can read its file: actions have no cooldown by kind of version', () => {
  const shape = z.object({
    updates: z.array(z.object({ 'package-ecosystem': z.string(), cooldown: z.record(z.string(), z.number()) })),
  });
  const { updates } = shape.parse(parse(read('.github/dependabot.yml')));
  const cooldowns = Object.fromEntries(updates.map((each) => [each['package-ecosystem'], Object.keys(each.cooldown)]));
  assert.deepEqual(cooldowns['github-actions'], ['default-days']);
});

const form = z.object({
  body: z.array(z.object({ id: z.string().optional(), attributes: z.object({ label: z.string().optional() }) })),
});

for (const file of forms) {
  test(`GitHub shows ${file}: no two of its fields share an id or a label`, () => {
    const { body } = form.parse(parse(read(file)));
    for (const names of [body.map(({ id }) => id), body.map(({ attributes }) => attributes.label)]) {
      const given = names.filter((name) => name !== undefined);
      assert.ok(given.length > 0);
      assert.equal(new Set(given).size, given.length);
    }
  });
}

test('links in the files of .github and in the project pages lead to existing files', () => {
  const files = [
    ...globSync('.github/**/*.{yml,md}', { cwd: root }),
    ...['CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ];
  const links = files.flatMap((file) => {
    const text = read(file);
    const here = new RegExp(`https://github\\.com/${ownRepository}/blob/main/([^\\s)#]+)(?:#([^\\s)]+))?`, 'g');
    const relative = /\]\((?!https:)([^\s)#]+)(?:#([^\s)]+))?\)/g;
    return [...text.matchAll(here), ...text.matchAll(relative)].map(([, page = '', part]) => ({ file, page, part }));
  });
  assert.ok(links.length > 3);
  for (const { file, page, part } of links) {
    assert.ok(existsSync(join(root, page)), `${file} links to ${page}`);
    if (part === undefined) continue;
    const headings = [...read(page).matchAll(/^#+ (.+)$/gm)].map((match) => anchor(match[1] ?? ''));
    assert.ok(headings.includes(part), `${file} links to ${page}#${part}`);
  }
});
