import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { evaluate, expression } from '../../../src/drivers/probes/expression.ts';
import { expressionProgram } from '../../../src/drivers/probes/expression-program.ts';
import { parseJson } from '../../../src/drivers/probes/json-value.ts';
import { databaseEffects } from '../../support/database-effects.ts';
import { eventually } from '../../support/until.ts';

const expressions = expressionProgram();
after(() => expressions.close());
const context = { effects: { ...databaseEffects(), expressions }, where: 'probe', placeholders: {} };
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
  test(`the reason why ${text} cannot be evaluated contains no value of the answer`, async () => {
    const seen = await read(text, answer);
    assert.ok(seen.kind === 'failed');
    assert.doesNotMatch(seen.reason, /Ada|ller|19.?500.?319/);
    assert.match(seen.reason, /cannot be evaluated/);
  });
}

test("the message of an expression's own error is the reason", async () => {
  const seen = await read('$count(jobs) = 0 ? $error("the list of jobs is empty")', {});
  assert.match(seen.kind === 'failed' ? seen.reason : '', /: the list of jobs is empty$/);
});

test('an expression that would run an answer, or search in it endlessly, is refused', () => {
  const refusal = (text: string): string => expression.safeParse(text).error?.issues[0]?.message ?? 'accepted';
  assert.match(refusal('$eval(rule)'), /\$eval would run what a server answers/);
  assert.match(refusal('rules ~> $map($eval)'), /\$eval/);
  assert.match(refusal('{ "all": jobs[$match(name, /^(\\w+\\s?)*$/)] }'), /its regular expression .* may not end/);
  assert.match(refusal('$replace(text, /(a|aa)+$/i, "")'), /its regular expression .* may not end/);
  for (const fine of ['$match(name, /^v(\\d+)$/i)', 'jobs.%.name', '$split(version, /[.-]/)[[0..2]].$number()'])
    assert.equal(refusal(fine), 'accepted');
});

/** What makes the library parse an expression again and again, or deeply: each fills the maximum length. */
const repeated: readonly (readonly [start: string, repeated: string, end: string])[] = [
  ['', 'a.', 'a'],
  ['', '`a`.', 'a'],
  ['', 'a#$x.', 'a'],
  ['', 'a@$x.', 'a'],
  ['a', '[%]', ''],
  ['a.b.c.d', '[%.%.%]', ''],
  [`a${'.b'.repeat(1_200)}[`, '%.', 'c]'],
  ['', '(', 'a'],
  ['', 'a.(%.', 'b'],
  ['', 'function(){', '1'],
  ['', 'a?b:', 'c'],
  ['', '"a"&', '1'],
  ['/', '\\\\', '/'],
  ['function($x)<', 'a<', '>{1}'],
  ['"', '\\u0041', '"'],
];

for (const [start, unit, end] of repeated) {
  test(`an expression is parsed quickly, however often it has ${unit}`, () => {
    const times = Math.floor((5_000 - start.length - end.length) / unit.length);
    const before = process.threadCpuUsage();
    expression.safeParse(`${start}${unit.repeat(times)}${end}`);
    assert.ok(process.threadCpuUsage(before).user < 1_000_000);
  });
}

test('an expression that is too long or nested too deeply is refused in these words', () => {
  const refusal = (text: string): string => expression.safeParse(text).error?.issues[0]?.message ?? 'accepted';
  assert.match(refusal(`${'a.'.repeat(2_500)}a`), /<=5000 characters/);
  assert.match(refusal(`${'('.repeat(2_400)}a${')'.repeat(2_400)}`), /which this is not: it is nested too deeply/);
  assert.equal(refusal(`${'a.'.repeat(2_400)}a`), 'accepted');
});

test('distinct values are found among very many', async () => {
  const many = Array.from({ length: 200_000 }, (_, index) => ({ id: index % 150_000 }));
  assert.deepEqual(await read('$count($distinct(list))', { list: many }), { kind: 'json', value: 150_000 });
});

test('distinct values keep their order; a selection of one gives that one', async () => {
  const list = [{ n: 'b' }, { n: 'a' }, { n: 'b' }, { n: null }];
  assert.deepEqual(await read('$distinct(list.n)', { list }), { kind: 'json', value: ['b', 'a', null] });
  assert.deepEqual(await read('$distinct(list.n)', { list: [{ n: 1 }, { n: 1 }] }), { kind: 'json', value: 1 });
  assert.deepEqual(await read('$distinct(list)', { list: [1, 1] }), { kind: 'json', value: [1] });
  assert.deepEqual(await read('$distinct(list)', {}), { kind: 'json', value: undefined });
});

test('an endlessly nested answer is not read', () => {
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  assert.deepEqual(parseJson(nested(100_000)), {
    kind: 'not-json',
    reason: 'is JSON with more than 500 levels, which is not read',
  });
  assert.equal(parseJson(nested(400)).kind, 'json');
});

const within = (milliseconds: number) => {
  const limited = expressionProgram({ milliseconds, bytes: 1024 * 1024 });
  after(() => limited.close());
  return async (text: string, json: unknown = {}) =>
    await evaluate(text, json, {}, { ...context, effects: { ...context.effects, expressions: limited } });
};

/** Each takes for ever, or all memory, within one step of the library, which checks no limit of its own there. */
const unbounded = [
  '[1e300..1e300]',
  '$uppercase($pad("ß", 1.5e8, "ß"))',
  '$match(long, /^(\\w+)*-/)',
  '$split($pad("a", 1e8), "")',
];

for (const text of unbounded) {
  test(`${text} is stopped, the message names it, and everything else continues in the meantime`, async () => {
    let beats = 0;
    const heart = setInterval(() => {
      beats += 1;
    }, 1);
    const seen = await within(1_500)(text, { long: 'a'.repeat(50_000) });
    clearInterval(heart);
    assert.ok(seen.kind === 'failed');
    assert.ok(seen.reason.includes(`its JSONata expression "${text}"`), seen.reason);
    assert.match(seen.reason, /(takes too long|needs too much memory) and was stopped: let it filter and count/);
    assert.ok(beats >= 10, `${beats} beats`);
  });
}

test('the output of an expression is limited, and the next one is evaluated', async () => {
  const evaluated = within(600_000);
  const [stopped, next] = await Promise.all([evaluated('$pad("a", 2000000)'), evaluated('1 + 1')]);
  assert.match(stopped.kind === 'failed' ? stopped.reason : '', /needs too much memory/);
  assert.deepEqual(next, { kind: 'json', value: 2 });
});

test('an expression with endless recursion is a mistake with its place', async () => {
  const seen = await read('($f := function($n) { $f($n + 1) + 1 }; $f(1))', {});
  assert.match(seen.kind === 'failed' ? seen.reason : '', /at character \d+: Stack overflow/);
});

test('an evaluation can be cancelled', async () => {
  const stop = new AbortController();
  const effects = { ...context.effects, signal: stop.signal };
  const asked = evaluate('[1e300..1e300]', {}, {}, { ...context, effects });
  setTimeout(() => stop.abort(new Error('Ctrl-C')), 100);
  await assert.rejects(asked, /Ctrl-C/);
  assert.deepEqual(await read('2 + 2', {}), { kind: 'json', value: 4 });
});

/** By what the system says of each process; its name, in parentheses, may hold anything. */
function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [, ppid] = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return Number(ppid) === parent;
      } catch {
        return false;
      }
    });
}

test('an endless evaluation ends with a process that is killed', {
  skip: !existsSync('/proc/self/stat'),
}, async () => {
  const file = new URL('../../../src/drivers/probes/expression-program.ts', import.meta.url);
  const asks = `
    const { expressionProgram } = await import(${JSON.stringify(file.href)});
    const program = expressionProgram();
    const ask = (text) => program.ask(JSON.stringify({ text, json: 'a'.repeat(50000), answers: {}, now: 0 }), new AbortController().signal);
    await ask('1');
    void ask('$match($, /^(a+)*-/)');
    setTimeout(() => process.stdout.write('asked'), 200);`;
  const asking = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', asks]);
  await once(asking.stdout, 'data');
  const [program = 0] = childrenOf(asking.pid ?? 0);
  assert.ok(program > 0);
  asking.kill('SIGKILL');
  await once(asking, 'exit');
  await eventually(() => !existsSync(`/proc/${program}`));
});
