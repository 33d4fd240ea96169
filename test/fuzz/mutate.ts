import type { Random } from './random.ts';

type Texts = readonly [string, ...string[]];
type Mutation = (text: string, random: Random, seeds: Texts) => string;

/** Values that are read as something else than they look like, or that people forget. */
const words: Texts = [
  ...([
    '.nan',
    '.inf',
    '-.inf',
    'null',
    '~',
    'true',
    'yes',
    'on',
    '""',
    "''",
    '{}',
    '[]',
    '[{}]',
    '- ',
    '0',
    '-0',
  ] as const),
  ...([
    '-1',
    '1e999',
    '1e-7',
    '0x1F',
    '0o17',
    '9007199254740993',
    '99999999999999999999',
    '1.10',
    '2026-02-30',
  ] as const),
  ...([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'length',
    '<<',
    '*a',
    '&a',
    '&a [*a]',
    '!!binary x',
  ] as const),
  ...([
    '!!set {a}',
    '!!timestamp 2026-01-01',
    '!!float',
    '!x y',
    '? a',
    '---',
    '...',
    '|',
    '>-',
    '#',
    '%YAML 1.1',
  ] as const),
  ...([
    '${',
    '${X}',
    '$${X}',
    '${HOME}',
    '{version}',
    '{',
    '}',
    '{{',
    '{x',
    '{access.admin}',
    '{parts.chart}',
  ] as const),
  ...(['2026-01-01T00:00:00Z', '0000-00-00', '24:00', '25:61', '400d', '0s', '1s', '-5m', '99999999999d'] as const),
  ...([
    'http://',
    'http://[::1',
    'https://user:password@example.com/',
    'file:///etc/passwd',
    '../../x',
    '/',
    '\\',
  ] as const),
  ...([
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '\ud800',
    '\ufeff',
    '\u2028',
    'İ',
    'ß',
    '👩‍👩‍👧',
    '\t',
    '\r',
    '\r\n',
    '\n',
  ] as const),
  ...([
    '>=',
    '>=1 <0',
    '||',
    '1 || ',
    '*',
    '1.2.3-',
    '1.2.3+x',
    'v',
    '01.02.03',
    '(a+)+$',
    '(?<version>',
    '^(?<version>.*)*$',
  ] as const),
];

const mutations: readonly [Mutation, ...Mutation[]] = [
  (text, random) => replaceToken(text, random, random.pick(words)),
  (text, random) => replaceToken(text, random, random.pick(words)),
  (text, random) => insert(text, random, random.pick(words)),
  (text, random) => insert(text, random, String.fromCharCode(random.below(random.next() < 0.9 ? 128 : 65_536))),
  (text, random) => cutOut(text, random, 1 + random.below(8)),
  (text, random) => cutOut(text, random, 1 + random.below(text.length)),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => onLines(text, random, (lines, at) => lines.toSpliced(at, 1)),
  (text, random) =>
    onLines(text, random, (lines, at) => lines.toSpliced(at, 0, lines[random.below(lines.length)] ?? '')),
  (text, random) => onLines(text, random, (lines, at) => lines.toSpliced(at, 0, ...manyKeys(random, lines[at] ?? ''))),
  (text, random) =>
    onLines(text, random, (lines, at) => lines.toSpliced(at, 1, `${' '.repeat(random.below(9))}${lines[at]?.trim()}`)),
  (text, random) => replaceToken(text, random, token(text, random)),
  (text, random) => replaceToken(text, random, long(token(text, random), random)),
  (text, random) => replaceToken(text, random, nested(random)),
  (text, random) => insert(text, random, long(random.pick(words), random)),
  (text, random, seeds) => {
    const other = random.pick(seeds);
    return text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1));
  },
];

/** One of the seeds with one to four changes. */
export function mutated(seeds: Texts, random: Random): string {
  let text = random.pick(seeds);
  for (let changes = 1 + random.below(4); changes > 0; changes--) text = random.pick(mutations)(text, random, seeds);
  return text;
}

const tokens = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s{}[\]:,"']+/g;

function token(text: string, random: Random): string {
  const all = [...text.matchAll(tokens)];
  return all[random.below(all.length)]?.[0] ?? '';
}

function replaceToken(text: string, random: Random, by: string): string {
  const all = [...text.matchAll(tokens)];
  const one = all[random.below(all.length)];
  return one === undefined ? by : text.slice(0, one.index) + by + text.slice(one.index + one[0].length);
}

function insert(text: string, random: Random, what: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}

function cutOut(text: string, random: Random, length: number): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + text.slice(at + length);
}

function onLines(text: string, random: Random, change: (lines: string[], at: number) => string[]): string {
  const lines = text.split('\n');
  return change(lines, random.below(lines.length)).join('\n');
}

function long(text: string, random: Random): string {
  const length = random.pick([100, 2_000, 40_000]);
  return (text || 'x').repeat(Math.ceil(length / (text.length || 1))).slice(0, length);
}

/** As many keys, or items, as no person writes, at the indentation of a line. */
function manyKeys(random: Random, like: string): string[] {
  const count = random.pick([20, 300, 4_000]);
  const indent = /^\s*/.exec(like)?.[0] ?? '';
  const item = random.next() < 0.5;
  return Array.from({ length: count }, (_, index) => (item ? `${indent}- k${index}` : `${indent}k${index}: v`));
}

function nested(random: Random): string {
  const depth = random.pick([10, 150, 5_000]);
  const [open, close] = random.pick([
    ['[', ']'],
    ['{a: ', '}'],
    ['{"a":', '}'],
  ]);
  return `${open.repeat(depth)}1${close.repeat(depth)}`;
}
