import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasStages } from '../../src/products/definition.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { databaseEffects } from '../support/database-effects.ts';
import { readFrom, recordedAnswers } from '../support/recorded-answers.ts';

/* Each product ships answers of its servers, good and bad; its definition must read in them what they mean. */
for (const name of shippedProducts.names) {
  const product = shippedProducts.find(name);
  assert.ok(product);
  const all = recordedAnswers(name);

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
      it(`show ${what} where it is good and where it is not`, () =>
        assert.deepEqual({ good, bad }, { good: true, bad: true }));
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
    if (!hasStages(product) && product.probes.migrations !== undefined)
      it('show migrations in every state, and unknown', () => {
        const kinds = new Set(expected.flatMap(({ migrations }) => migrations?.kind ?? []));
        assert.deepEqual([...kinds].sort(), ['done', 'failed', 'pending', 'running', 'unknown']);
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

function chosenKeys(read: Readonly<Record<string, unknown>>, expected: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(expected).map((key) => [key, read[key]]));
}
