import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkPath } from '../../../src/core/path/check-path.ts';
import { pathRules } from '../../../src/core/path/rules.ts';
import { versionScheme } from '../../../src/core/path/sources/versions/version-scheme.ts';
import { Oracle } from './oracle.ts';
import { releasesOf } from './product-cases.ts';
import { plan, situation } from './situations.ts';

test('the path equals that of an exhaustive search, for any releases and rules', () => {
  fc.assert(
    fc.property(situation, ({ known, rules, current, target }) => {
      const oracle = new Oracle(known, rules);
      const best = oracle.best(current, target);
      const result = plan(known, rules, current, target);
      if (result.kind === 'path') {
        assert.deepEqual(
          result.steps.map(({ to }) => to),
          best,
        );
        for (const step of result.steps) assert.ok(step.reasons.length > 0, `no reason for ${step.to}`);
      } else {
        assert.equal(best, undefined);
      }
    }),
    { numRuns: 3000 },
  );
});

test('without a path, the nearest target is the highest that can be reached, and a rule is named', () => {
  fc.assert(
    fc.property(situation, ({ known, rules, current, target }) => {
      const result = plan(known, rules, current, target);
      fc.pre(result.kind === 'no-path');
      const oracle = new Oracle(known, rules);
      assert.equal(result.nearest?.target, oracle.nearest(current, target));
      assert.ok(result.obstacle.reasons.length > 0);
      assert.ok(!oracle.mayGo(result.obstacle.from, result.obstacle.to));
    }),
    { numRuns: 400 },
  );
});

test('planning twice, from releases in any order, gives the same result', () => {
  fc.assert(
    fc.property(situation, fc.infiniteStream(fc.nat()), ({ known, rules, current, target }, keys) => {
      const shuffled = known.map((one) => ({ one, key: keys.next().value ?? 0 })).toSorted((a, b) => a.key - b.key);
      const first = plan(known, rules, current, target);
      assert.deepEqual(plan(known, rules, current, target), first);
      assert.deepEqual(
        plan(
          shuffled.map(({ one }) => one),
          rules,
          current,
          target,
        ),
        first,
      );
    }),
    { numRuns: 300 },
  );
});

test('a planned path passes the check of given paths, and one that the rules forbid does not', () => {
  fc.assert(
    fc.property(situation, fc.array(fc.nat()), ({ known, rules, current, target }, picks) => {
      const between = known.map(({ label }) => label).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
      const inner = between.slice(between.indexOf(current) + 1, between.indexOf(target));
      const path = [...inner.filter((_, index) => (picks[index] ?? 0) % 2 === 0), target];
      const oracle = new Oracle(known, rules);
      const isSound =
        path.every((label, index) => oracle.mayGo(index === 0 ? current : (path[index - 1] ?? ''), label)) &&
        inner.filter((label) => path.includes(label)).every((label) => oracle.isStop(label)) &&
        oracle.best(current, target) !== undefined;
      const check = checkPath({
        current,
        path,
        target,
        rules: pathRules.parse(rules),
        releases: releasesOf(
          ...known.map(({ label, isWithdrawn }) => ({
            tag: label,
            ...(isWithdrawn ? { withdrawn: { reason: 'Broken' } } : {}),
          })),
        ),
        scheme: versionScheme.parse({}),
        now: new Date('2026-01-01'),
      });
      assert.equal(check.kind, isSound ? 'sound' : 'faulty');
    }),
    { numRuns: 1000 },
  );
});
