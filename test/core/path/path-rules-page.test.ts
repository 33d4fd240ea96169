import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { ruleKinds } from '../../../src/core/path/rules.ts';
import { listedRelease, publishedTagFrom } from '../../../src/drivers/releases/listed.ts';
import { pathOf } from './product-cases.ts';

const example = z.strictObject({
  versions: z.unknown().optional(),
  releases: z.array(listedRelease.transform(publishedTagFrom)),
  path: z.array(z.record(z.string(), z.unknown())),
  facts: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])).optional(),
  parts: z.record(z.string(), z.string()).optional(),
  current: z.string(),
  target: z.string(),
  steps: z.array(z.string()),
  manual: z.record(z.string(), z.array(z.string())).optional(),
});

const page = await readFile(new URL('../../../docs/path-rules.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/^```yaml\n(?<text>.*?)^```$/gms)].map((match) =>
  example.parse(parse(match.groups?.text ?? '')),
);

test('every example on the page of the path rules gives the path shown there', () => {
  for (const { current, target, steps, manual, facts = {}, parts = {}, ...vendor } of examples) {
    const path = pathOf(vendor, current, target, { facts, parts });
    assert.deepEqual(
      path.steps.map(({ to }) => to),
      steps,
      JSON.stringify(vendor.path),
    );
    for (const [release, ids] of Object.entries(manual ?? {})) {
      const step = path.steps.find(({ to }) => to === release);
      assert.deepEqual(
        step?.manual.map(({ id }) => id),
        ids,
      );
    }
  }
});

test('the page shows every kind of rule', () => {
  const shown = new Set(examples.flatMap(({ path }) => path.flatMap((rule) => Object.keys(rule))));
  const missing = ruleKinds.filter(({ name }) => !shown.has(name));
  assert.deepEqual(
    missing.map(({ name }) => `docs/path-rules.md has no example of ${name}`),
    [],
  );
});

test('the rules of each example matter: without them the path would differ', () => {
  for (const { current, target, steps, path, facts = {}, parts = {}, manual, ...vendor } of examples) {
    // What a rule asks of a person does not make another path.
    if (manual !== undefined && !path.some((rule) => 'listed-upgrades' in rule)) continue;
    const free = pathOf({ ...vendor, path: [] }, current, target, { facts, parts });
    assert.notDeepEqual(
      free.steps.map(({ to }) => to),
      steps,
      JSON.stringify(path),
    );
  }
});
