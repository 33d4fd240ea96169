import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type Known, Oracle, type WrittenRule } from './oracle.ts';
import { plan, situation } from './situations.ts';

/** A rule, or a withdrawn release, by the text of its reason. */
interface ObstacleInRules {
  readonly says: string;
  readonly rule?: number;
  readonly label?: string;
}

/** Each with a reason of its own, so that it can be recognized in the planner's message. */
function marked(rules: readonly WrittenRule[]): WrittenRule[] {
  return rules.map((rule, place) =>
    Object.fromEntries(
      Object.entries(rule).map(([name, settings]) => [name, { ...settings, reason: `Rule ${place}.` }]),
    ),
  );
}

function obstaclesOf(known: readonly Known[], rules: readonly WrittenRule[]): ObstacleInRules[] {
  return [
    ...rules.flatMap((rule, place) => (rule.allowed === undefined ? [{ says: `Rule ${place}.`, rule: place }] : [])),
    ...known.filter(({ isWithdrawn }) => isWithdrawn).map(({ label }) => ({ says: `${label} was withdrawn`, label })),
  ];
}

function oracleWithout(
  known: readonly Known[],
  rules: readonly WrittenRule[],
  gone: readonly ObstacleInRules[],
): Oracle {
  return new Oracle(
    known.map((one) => (gone.some(({ label }) => label === one.label) ? { ...one, isWithdrawn: false } : one)),
    rules.filter((_, place) => !gone.some(({ rule }) => rule === place)),
  );
}

function subsets<Item>(items: readonly Item[]): Item[][] {
  const [first, ...others] = items;
  if (first === undefined) return [[]];
  return subsets(others).flatMap((one) => [one, [first, ...one]]);
}

test('without a path, the named obstacles are enough to open one, and no smaller set is', () => {
  let shown = 0;
  fc.assert(
    fc.property(situation, ({ known, rules: raw, current, target }) => {
      const rules = marked(raw);
      const result = plan(known, rules, current, target);
      fc.pre(result.kind === 'no-path');
      const things = obstaclesOf(known, rules);
      const opening = subsets(things).filter((gone) => oracleWithout(known, rules, gone).best(current, target));
      const least = Math.min(...opening.map(({ length }) => length));
      if (least > 3) {
        assert.equal(result.cut, undefined);
        return;
      }
      assert.ok(result.cut !== undefined, `${least} things open a path, and none is named`);
      const named = result.cut.reasons.map(({ text }) => things.find(({ says }) => text.includes(says)));
      assert.equal(named.length, least);
      const gone = named.flatMap((one) => one ?? []);
      assert.equal(new Set(gone).size, least, result.cut.reasons.map(({ text }) => text).join(' | '));
      assert.deepEqual(result.cut.opened.slice(1), oracleWithout(known, rules, gone).best(current, target));
      for (const { text } of result.cut.reasons) assert.ok(result.message.means.includes(text));
      shown++;
    }),
    { numRuns: 600 },
  );
  assert.ok(shown > 100);
});

test('an exception that the message suggests is accepted, and opens the path', () => {
  let followed = 0;
  fc.assert(
    fc.property(situation, ({ known, rules, current, target }) => {
      const result = plan(known, rules, current, target);
      fc.pre(result.kind === 'no-path' && result.cut !== undefined);
      const written = [...result.message.next.matchAll(/`(- allowed: [^`]*)`/g)].map(([, yaml = '']) => yaml);
      fc.pre(written.length > 0);
      const exceptions: unknown[] = written.flatMap((yaml) => parse(yaml));
      const isWithdrawn = (label: string) =>
        !result.cut?.reasons.some(({ text }) => text.startsWith(`${label} was withdrawn`));
      const healed = known.map((one) => ({ ...one, isWithdrawn: one.isWithdrawn && isWithdrawn(one.label) }));
      assert.equal(plan(healed, [...rules, ...exceptions], current, target).kind, 'path', result.message.next);
      followed++;
    }),
    { numRuns: 400 },
  );
  assert.ok(followed > 50);
});
