import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { configurationPage } from '../../scripts/documents/configuration-page.ts';
import { configurationSchema } from '../../scripts/documents/configuration-schema.ts';
import { anchor } from '../../scripts/documents/markdown.ts';
import { withBlocks } from '../../scripts/documents/marked.ts';

const schema = configurationSchema('inline');
const valid = readFileSync(join(import.meta.dirname, '../config/valid.yml'), 'utf8');

describe('the JSON Schema for editors', () => {
  const asAnEditorReadsIt = z.fromJSONSchema(schema);

  it('accepts a configuration as it is written, with durations as text', () => {
    assert.ok(asAnEditorReadsIt.safeParse(parse(`${valid}budget: 90m\n`)).success);
  });

  it('underlines what the loader refuses', () => {
    for (const [from, to] of [
      ['disposable: true', 'disposable: "true"'],
      ['postgres:', 'postgress:'],
      ['system: flags', 'system: Our Flags'],
      ['backup:', 'backups:'],
    ] as const) {
      assert.ok(!asAnEditorReadsIt.safeParse(parse(valid.replace(from, to))).success, to);
    }
  });
});

describe('the reference page', () => {
  const page = configurationPage(schema, []);

  it('has a section for each of its links, and no two sections of one name', () => {
    const headings = [...page.matchAll(/^#+ (.+)$/gm)].map((match) => anchor(match[1] ?? ''));
    assert.equal(new Set(headings).size, headings.length);
    const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map((match) => match[1]);
    assert.deepEqual(
      links.filter((link) => link === undefined || !headings.includes(link)),
      [],
    );
  });

  it('names every key of the configuration', () => {
    const unnamed = keysOf(schema).filter((key) => !page.includes(`\`${key}\``));
    assert.deepEqual(unnamed, []);
  });
});

it('a marked table is replaced, and a mark without a generator is an error', () => {
  const readme = 'Before\n<!-- generated: inputs -->\nold\n<!-- /generated -->\nAfter';
  assert.equal(withBlocks(readme, { inputs: 'new' }, 'README.md'), readme.replace('old', 'new'));
  assert.throws(
    () => withBlocks(readme, { outputs: 'new' }, 'README.md'),
    /README.md asks for the generated block "inputs"/,
  );
});

/** Every key below `properties`, at any depth. */
function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'properties' && typeof child === 'object' && child !== null
      ? [...Object.keys(child), ...Object.values(child).flatMap(keysOf)]
      : keysOf(child),
  );
}
