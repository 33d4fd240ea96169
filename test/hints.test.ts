import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Command } from 'commander';
import { parse } from 'yaml';
import { loadConfiguration } from '../src/config/load.ts';
import { terminalCommands } from '../src/entries/commands.ts';
import { terminalProgram } from '../src/entries/terminal/program.ts';
import { shippedProducts } from '../src/products/registry.ts';

/*
 * What a message tells a tired person to write or to type is accepted when they do: every hint in the sources that prints
 * configuration is loaded by the real loader, and every one that prints a command is parsed by the real parser.
 */

const root = join(import.meta.dirname, '..');

interface Said {
  readonly file: string;
  readonly text: string;
}

/** Replaces an expression of a template, where the usual hop's id would not fit. */
const expressions: Readonly<Record<string, string>> = {
  gate: 'production',
  markCommand: 'staged-upgrade mark-disposable',
};
const hop = '1.0.2--1.1.4';

async function textsOfSources(): Promise<readonly Said[]> {
  const files = (await readdir(join(root, 'src'), { recursive: true })).filter((name) => name.endsWith('.ts'));
  const each = files.map(async (name) => {
    const source = withoutExpressions(await readFile(join(root, 'src', name), 'utf8'));
    return source.split('\n').flatMap((line) => literalsOf(line).map((text) => ({ file: `src/${name}`, text })));
  });
  return (await Promise.all(each)).flat();
}

/** The texts of a template replace its expressions, the innermost first. */
function withoutExpressions(source: string): string {
  const filled = source.replaceAll(/\$\{([^{}]*)\}/g, (_, expression: string) => expressions[expression] ?? hop);
  return filled === source ? source : withoutExpressions(filled);
}

/** The texts between quotes; no message spans more than one line of the sources. */
function literalsOf(line: string): string[] {
  const literals: string[] = [];
  let quote = '';
  let text = '';
  for (let at = 0; at < line.length; at++) {
    const letter = line[at] ?? '';
    if (quote === '') {
      if (letter === '/' && line[at + 1] === '/') break;
      if (`'"\``.includes(letter)) quote = letter;
    } else if (letter === quote) {
      literals.push(text);
      quote = text = '';
    } else {
      if (letter === '\\') at++;
      text += line[at] ?? '';
    }
  }
  return literals;
}

async function textsOfDocuments(): Promise<readonly Said[]> {
  const pages = (await readdir(join(root, 'docs')))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name));
  return await Promise.all(
    ['README.md', ...pages].map(async (file) => ({ file, text: await readFile(join(root, file), 'utf8') })),
  );
}

interface Hint extends Said {
  /** `environments.staging.hooks.scrub`. */
  readonly place: readonly string[];
  readonly value: unknown;
}

const keys =
  'environments|journal|gates|validate|rehearsal|backup|lock|windows|restore-point|rollback-window|smoke|facts';
const placed = new RegExp(`(?<![\\w.-])((?:${keys})(?:\\.[a-z-]+)*): (?=[{[])`, 'g');

function hintsIn({ file, text }: Said): Hint[] {
  return [...text.matchAll(placed)].map((match) => {
    const value = balanced(text.slice(match.index + match[0].length));
    return { file, text: `${match[1]}: ${value}`, place: (match[1] ?? '').split('.'), value: parse(value) };
  });
}

/** Up to the bracket that closes the first one. */
function balanced(text: string): string {
  let depth = 0;
  for (const [index, letter] of [...text].entries()) {
    if ('{['.includes(letter)) depth++;
    if ('}]'.includes(letter)) depth--;
    if (depth === 0) return [...text].slice(0, index + 1).join('');
  }
  throw new Error(`no bracket closes: ${text}`);
}

/** Inserts a value into a configuration at its place; a mapping with one key names a kind, and replaces another. */
function put(document: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    document[key] = value;
    return;
  }
  const inner: Record<string, unknown> = { ...Object(document[key] ?? {}) };
  document[key] = inner;
  put(inner, rest, value);
}

test('every hint that prints configuration is accepted by the schema', async () => {
  const valid = await readFile(join(root, 'examples/unleash/.github/staged-upgrade.yml'), 'utf8');
  // What init writes is loaded by its own tests.
  const sources = (await textsOfSources()).filter(({ file }) => !file.startsWith('src/init/render/'));
  const hints = sources.flatMap(hintsIn);
  for (const { file, text, place, value } of hints) {
    const document: Record<string, unknown> = parse(valid);
    put(document, place, value);
    assert.doesNotThrow(
      () => loadConfiguration(JSON.stringify(document), 'staged-upgrade.yml', shippedProducts),
      `${file} tells people to write: ${text}`,
    );
  }
  assert(hints.length >= 8, `only ${hints.length} hints were found`);
  const refused = hintsIn({ file: '', text: 'or use journal: { git: {} } instead' });
  const document: Record<string, unknown> = parse(valid);
  for (const { place, value } of refused) put(document, place, value);
  assert.throws(() => loadConfiguration(JSON.stringify(document), 'staged-upgrade.yml', shippedProducts));
});

/** The words of a command from after the program's name to the end of its options. */
function commandsIn({ text }: Said, program: Command): (readonly string[])[] {
  return [...text.matchAll(/(?<![\w/@.[-])staged-upgrade (?=[a-z])/g)].flatMap((match) => {
    const words = text.slice(match.index + match[0].length).match(/"[^"\n]*"|\S+/g) ?? [];
    const name = plain(words[0] ?? '');
    const command = program.commands.find((each) => each.name() === name);
    // A word of a sentence and not a command, unless it is where only a command can be.
    if (command === undefined) return /[`$] ?$|npx $/.test(text.slice(0, match.index)) ? [[name]] : [];
    const taken = [name];
    for (let at = 1; at < words.length && !ends(words[at - 1] ?? ''); at++) {
      const word = words[at] ?? '';
      if (!word.startsWith('--')) break;
      taken.push(plain(word));
      const option = command.options.find(({ long }) => long === plain(word));
      if (option?.required === true && !ends(word)) taken.push(plain(words[++at] ?? ''));
    }
    return [taken];
  });
}

function ends(word: string): boolean {
  return /[.,;:)`"']$/.test(word) && !/^"[^"]*"$/.test(word);
}

function plain(word: string): string {
  return word.replace(/^"|[.,;:)`"'…]+$/g, '');
}

async function parsed(words: readonly string[]): Promise<string> {
  let called = '';
  const program = terminalProgram(
    terminalCommands,
    async ({ name }) => {
      called = name;
    },
    '1.0.0',
  );
  const quiet = { writeOut: () => undefined, writeErr: () => undefined };
  for (const each of [program, ...program.commands]) each.exitOverride().configureOutput(quiet);
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return called;
}

test('every command in a message or on a page is accepted by the parser', async () => {
  const program = terminalProgram(terminalCommands, async () => undefined, '1.0.0');
  const names = terminalCommands.map(({ name }) => name);
  const said = [...(await textsOfSources()), ...(await textsOfDocuments())];
  let count = 0;
  for (const each of said) {
    for (const words of commandsIn(each, program)) {
      count++;
      const called = await parsed(words);
      assert(
        [...names, '(outputHelp)'].includes(called),
        `${each.file} prints: staged-upgrade ${words.join(' ')}, and the parser says: ${called}`,
      );
    }
  }
  assert(count >= 30, `only ${count} commands were found`);
  const [wrong = []] = commandsIn({ file: '', text: 'run staged-upgrade rollback --hopp 1.0.2--1.1.4.' }, program);
  assert.match(await parsed(wrong), /unknown option '--hopp'/);
});
