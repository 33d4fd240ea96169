import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { hasTopology, hasVersions } from '../../src/products/definition.ts';
import { resolveProduct, shippedProducts } from '../../src/products/registry.ts';
import type { Part } from '../../src/world/effects/kind.ts';
import { databaseEffects } from '../support/database-effects.ts';
import { readFrom, recordedAnswers } from '../support/recorded-answers.ts';

/* Each product ships answers of its servers, good and bad; its definition must interpret them correctly. */
for (const name of shippedProducts.names) {
  const product = shippedProducts.find(name);
  assert.ok(product);
  // The answers of a provider and a database have tests of their own.
  if (hasTopology(product) || (product.smoke.length > 0 && product.smoke.every(isUnrecorded))) continue;
  const all = recordedAnswers(name);
  if (all === undefined) {
    it(`${name} has recorded answers`, () =>
      assert.fail(
        `src/products/${name}/answers.yml is missing: record what its servers answer, good and bad, with the keys of test/support/recorded-answers.ts`,
      ));
    continue;
  }

  describe(`${name} reads, in recorded answers,`, () => {
    for (const recorded of all) {
      it(recorded.title, async () => {
        const read = await readFrom(product, recorded);
        const { serving, version, migrations, smoke } = recorded.expect;
        const chosen = {
          ...(serving === undefined ? {} : { serving: read.serving }),
          ...(version === undefined ? {} : { version: read.version }),
          ...(migrations === undefined ? {} : { migrations: chosenKeys(read.migrations, migrations) }),
          ...(smoke === undefined ? {} : { smoke: chosenKeys(read.smoke, smoke) }),
        };
        assert.deepEqual(chosen, recorded.expect);
      });
    }
  });

  describe(`the recorded answers of ${name}`, () => {
    const expected = all.map(({ expect }) => expect);
    const has = (what: string, good: boolean, bad: boolean) =>
      it(`show ${what} if it is good and if it is not`, () =>
        assert.deepEqual({ good, bad }, { good: true, bad: true }));
    // Stages may have no probe of it: then every stage that is reached counts as serving.
    if (product.probes.health !== undefined)
      has(
        'health',
        expected.some(({ serving }) => serving === 'yes'),
        expected.some(({ serving }) => serving !== undefined && serving !== 'yes'),
      );
    has(
      'the version',
      expected.some(({ version }) => version !== undefined && version !== 'unknown'),
      expected.some(({ version }) => version === 'unknown'),
    );
    // The kind of the probe itself knows the states of databases.
    if (hasVersions(product) && product.probes.migrations !== undefined && product.probes.migrations.kind !== 'mongodb')
      it('show migrations in every state that the definition knows, and unknown', () => {
        const kinds = new Set(expected.flatMap(({ migrations }) => migrations?.kind ?? []));
        assert.deepEqual([...kinds].sort(), [...statesOfMigrations(name), 'unknown'].sort());
      });
    for (const test of product.smoke) {
      const result = test.open({ effects: databaseEffects(), where: name, placeholders: {} }).name;
      has(
        `the smoke test "${result}"`,
        expected.some(({ smoke }) => smoke?.[result] === 'passed'),
        expected.some(({ smoke }) => smoke?.[result] === 'failed'),
      );
    }
  });
}

/** A file of answers has those of servers and of commands, and none of these. */
function isUnrecorded({ kind }: Pick<Part<unknown>, 'kind'>): boolean {
  return ['sql', 'rds-engine'].includes(kind);
}

const words = z.array(z.unknown()).optional();
const writtenProbe = z.looseObject({
  state: z.looseObject({ done: words, pending: words, running: words, failed: words }),
  jobs: z.looseObject({ state: z.looseObject({ queued: words, running: words, failed: words }) }).optional(),
});
const written = z.looseObject({
  probes: z.looseObject({
    migrations: z.union([z.looseObject({ http: writtenProbe }), z.looseObject({ command: writtenProbe })]),
  }),
});

/** As the definition is written: an opened probe does not say which states it knows. */
function statesOfMigrations(name: string): readonly string[] {
  const { migrations } = written.parse(resolveProduct(name, {}).document).probes;
  const { state, jobs } = 'http' in migrations ? writtenProbe.parse(migrations.http) : migrations.command;
  const known = {
    done: [state.done],
    pending: [state.pending],
    running: [state.running, jobs?.state.queued, jobs?.state.running],
    failed: [state.failed, jobs?.state.failed],
  };
  return Object.entries(known).flatMap(([kind, lists]) => (lists.some((list) => list !== undefined) ? [kind] : []));
}

function chosenKeys(read: Readonly<Record<string, unknown>>, expected: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(expected).map((key) => [key, read[key]]));
}
