import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate, expression } from '../../../src/drivers/probes/expression.ts';
import { parseJson } from '../../../src/drivers/probes/json-value.ts';
import { databaseEffects } from '../../support/database-effects.ts';

const context = { effects: databaseEffects(), where: 'probe', placeholders: {} };
const read = async (text: string, json: unknown) => await evaluate(text, json, {}, context);

const patient = 'Ada "A" Müller';
const answer = { name: patient, list: [patient, 'b', 3], one: { name: patient }, number: 19_500_319 };

/** Each fails on the answer, where the library, the language or the expression itself quotes a value. */
const failing = [
  '$number(name)',
  '-name',
  'name + 1',
  'name < number',
  '$sum(list)',
  '$toMillis(name)',
  '[name..2]',
  'list^($)',
  '$ ~> |name|{"seen": true}|',
  '$ ~> |one|name|',
  '$error(name)',
  '$error("no job of " & name)',
  '$assert(false, name)',
  '$power(number, number)',
  'name(1)',
];

for (const text of failing) {
  test(`the reason why ${text} cannot be evaluated has no value of the answer`, async () => {
    const seen = await read(text, answer);
    assert.ok(seen.kind === 'failed');
    assert.doesNotMatch(seen.reason, /Ada|ller|19.?500.?319/);
    assert.match(seen.reason, /cannot be evaluated/);
  });
}

test('what an expression says itself, in its own words, is the reason', async () => {
  const seen = await read('$count(jobs) = 0 ? $error("the list of jobs is empty")', {});
  assert.match(seen.kind === 'failed' ? seen.reason : '', /: the list of jobs is empty$/);
});

test('an expression is refused that would run an answer, or search in it without an end', () => {
  const refusal = (text: string): string => expression.safeParse(text).error?.issues[0]?.message ?? 'accepted';
  assert.match(refusal('$eval(rule)'), /\$eval would run what a server answers/);
  assert.match(refusal('rules ~> $map($eval)'), /\$eval/);
  assert.match(refusal('{ "all": jobs[$match(name, /^(\\w+\\s?)*$/)] }'), /its regular expression .* may not end/);
  assert.match(refusal('$replace(text, /(a|aa)+$/i, "")'), /its regular expression .* may not end/);
  for (const fine of ['$match(name, /^v(\\d+)$/i)', 'jobs.%.name', '$split(version, /[.-]/)[[0..2]].$number()'])
    assert.equal(refusal(fine), 'accepted');
});

test('different values are found among very many', async () => {
  const many = Array.from({ length: 200_000 }, (_, index) => ({ id: index % 150_000 }));
  assert.deepEqual(await read('$count($distinct(list))', { list: many }), { kind: 'json', value: 150_000 });
});

test('different values keep their order; of what is selected, a single one is that one', async () => {
  const list = [{ n: 'b' }, { n: 'a' }, { n: 'b' }, { n: null }];
  assert.deepEqual(await read('$distinct(list.n)', { list }), { kind: 'json', value: ['b', 'a', null] });
  assert.deepEqual(await read('$distinct(list.n)', { list: [{ n: 1 }, { n: 1 }] }), { kind: 'json', value: 1 });
  assert.deepEqual(await read('$distinct(list)', { list: [1, 1] }), { kind: 'json', value: [1] });
  assert.deepEqual(await read('$distinct(list)', {}), { kind: 'json', value: undefined });
});

test('an answer that is nested without an end is not read', () => {
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  assert.deepEqual(parseJson(nested(100_000)), {
    kind: 'not-json',
    reason: 'is JSON with more than 500 levels, which is not read',
  });
  assert.equal(parseJson(nested(400)).kind, 'json');
});
