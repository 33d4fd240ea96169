import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { releaseSource } from '../../src/drivers/releases.ts';
import { contextFor } from './releases/effects.ts';

test('every kind and each of its settings is described for editors', () => {
  const schema = z.toJSONSchema(releaseSource, { io: 'input' });
  const bare: string[] = [];
  const kinds = new Set<string>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      visit(child, `${path}/${key}`);
      if (key !== 'properties') continue;
      for (const [name, property] of Object.entries(child)) {
        if (path.split('properties').length === 1) kinds.add(name);
        if (!('description' in Object(property))) bare.push(`${path}: ${name}`);
      }
    }
  };
  visit(schema, '');
  assert.deepEqual(bare, []);
  assert.ok(kinds.has('list') && kinds.has('combined'), 'the kinds are where they are looked for');
});

test('several sources are read as one, in which each is named', async () => {
  const part = releaseSource.parse({ combined: [{ list: ['3.7.11'] }, { list: ['v4.0.0', 'v4.0.1'] }] });
  assert.equal(part.kind, 'combined');
  const { source, tags } = await part.open(contextFor()).read();
  assert.deepEqual(
    tags.map(({ tag }) => tag),
    ['3.7.11', 'v4.0.0', 'v4.0.1'],
  );
  assert.equal(source, 'the list in releases.combined.0.list and the list in releases.combined.1.list');
});

test('if one of several sources cannot be read, no list is returned', async () => {
  const part = releaseSource.parse({ combined: [{ list: ['3.7.11'] }, { file: 'none.yml' }] });
  await assert.rejects(part.open(contextFor()).read(), /none\.yml/);
});
