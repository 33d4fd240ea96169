import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Path, Position } from '../core/settings/place.ts';
import { duplicateKeys } from '../world/yaml/duplicate-keys.ts';
import { maxLevels, tooDeepAt } from '../world/yaml/nesting.ts';
import { loneReturn } from '../world/yaml/read-yaml.ts';
import type { FoundMistake, Mistake } from './mistake.ts';

/** A configuration file as plain data, which remembers where each part of it was written. */
export interface WrittenSource {
  /** Plain data, `${NAME}` unresolved. */
  readonly data: unknown;
  locate(finding: FoundMistake): Mistake;
  /** A scalar as it was written, without quotes: `1.10` where the data says 1.1. Undefined for maps and lists. */
  written(path: Path): string | undefined;
}

export type ParsedSource =
  | { readonly kind: 'source'; readonly source: WrittenSource }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/**
 * Far above any configuration; what is larger is something else, and reading it would look like a hang. All of them are
 * in the reference of the configuration.
 */
export const limits = {
  fileKilobytes: 256,
  lines: 6_000,
  /** Of one text, or one key. */
  textCharacters: 10_000,
  /** In one mapping, or one list. */
  items: 1_000,
  /** In the whole file, including what aliases repeat. */
  values: 10_000,
  levels: maxLevels,
} as const;

/** Reads YAML 1.2. Anchors and aliases are followed, merge keys (`<<`) are not: what a key gets must be visible where it is. */
export function parseSource(text: string): ParsedSource {
  if (text.length > limits.fileKilobytes * 1024) {
    const problem = `The file is larger than ${limits.fileKilobytes} KiB.`;
    return oneMistake(problem, 'name the configuration file, not another one.');
  }
  const lines = text.split('\n').length;
  if (lines > limits.lines) {
    const problem = `The file has ${lines} lines; ${limits.lines} is the most that is read.`;
    return oneMistake(problem, 'leave out what is not configuration.', limits.lines + 1);
  }
  const alone = loneReturn(text);
  if (alone !== undefined)
    return oneMistake(
      'A line ends with only a carriage return, as on old Macintoshes.',
      'save the file with Unix or Windows line breaks.',
      alone,
    );
  const deep = tooDeepAt(text);
  if (deep !== undefined)
    return oneMistake(
      'The file is nested too deeply to be read.',
      'write it flatter.',
      text.slice(0, deep).split('\n').length,
    );
  try {
    return parsed(text);
  } catch (error) {
    // The parser and the alias resolver recurse; these are their errors for nesting or aliases that nobody wrote by hand.
    if (error instanceof RangeError)
      return oneMistake('The file is nested too deeply to be read.', 'write it flatter.');
    if (error instanceof ReferenceError) {
      return oneMistake('Aliases (`*name`) multiply too often.', 'write the values out.');
    }
    throw error;
  }
}

function parsed(text: string): ParsedSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    stringKeys: true,
    uniqueKeys: false,
  });
  const mistakes = [
    ...withoutFollowing([...document.errors, ...document.warnings]).map((error) => ({
      ...syntaxFinding(error),
      ...position(lines, error.pos[0]),
    })),
    ...keysWrittenTwice(document, text).map(({ offset, finding }) => ({ ...finding, ...position(lines, offset) })),
    ...wrongAliases(document).map(({ offset, finding }) => ({ ...finding, ...position(lines, offset) })),
  ];
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
  const tooMuch = beyondLimits(document);
  if (tooMuch.length > 0) {
    return {
      kind: 'mistakes',
      mistakes: tooMuch.map(({ offset, finding }) => ({ ...finding, ...position(lines, offset) })),
    };
  }
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  if (isTooDeep(data)) return tooDeep;
  if (valuesIn(data) > limits.values) return tooMany;
  const locate = (finding: FoundMistake): Mistake => ({ ...finding, ...position(lines, offsetOf(document, finding)) });
  const written = (path: Path): string | undefined => {
    const node = nodeAt(document, path);
    return isScalar(node) ? node.source : undefined;
  };
  return { kind: 'source', source: { data, locate, written } };
}

function position(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Errors of a text that the parser could still parse; every other error makes it misread what follows. */
const independent: readonly ErrorCode[] = ['NON_STRING_KEY', 'TAG_RESOLVE_FAILED'];

/** After the first place that cannot be parsed, further complaints are only about the parser's own confusion. */
function withoutFollowing(errors: readonly YAMLError[]): YAMLError[] {
  const stumbled = errors.filter((error) => !independent.includes(error.code)).sort((a, b) => a.pos[0] - b.pos[0])[0];
  return errors.filter(
    (error) =>
      error === stumbled || (independent.includes(error.code) && !(stumbled && error.pos[0] > stumbled.pos[0])),
  );
}

function keysWrittenTwice(
  document: Document.Parsed,
  text: string,
): { readonly offset: number; readonly finding: FoundMistake }[] {
  const stumbled = Math.min(
    ...document.errors.filter(({ code }) => !independent.includes(code)).map(({ pos }) => pos[0]),
  );
  return duplicateKeys(document)
    .filter((offset) => offset < stumbled)
    .map((offset) => {
      const key = /^[\w.-]+/.exec(text.slice(offset, offset + limits.textCharacters))?.[0];
      const problem = `The key ${key ? `"${key}" ` : ''}is written twice in the same place.`;
      return { offset, finding: { path: [], at: 'value', problem, fix: 'keep one of the two.' } };
    });
}

const noAnchor: FoundMistake = {
  path: [],
  at: 'value',
  problem: 'This alias (`*name`) has no anchor (`&name`) before it.',
  fix: 'if a text starts with *, put it in quotes; otherwise write the value out.',
};

const containsItself: FoundMistake = {
  path: [],
  at: 'value',
  problem: 'This alias (`*name`) is inside what it refers to.',
  fix: 'write the value out.',
};

function wrongAliases(document: Document): { readonly offset: number; readonly finding: FoundMistake }[] {
  const wrong: { readonly offset: number; readonly finding: FoundMistake }[] = [];
  visit(document, {
    Alias: (_key, alias, ancestors) => {
      const offset = alias.range?.[0] ?? 0;
      const target = alias.resolve(document);
      if (target === undefined) wrong.push({ offset, finding: noAnchor });
      else if (ancestors.includes(target)) wrong.push({ offset, finding: containsItself });
    },
  });
  return wrong;
}

/** Texts, mappings and lists that are longer than what anybody configures, with their places. */
function beyondLimits(document: Document): { readonly offset: number; readonly finding: FoundMistake }[] {
  const found: { readonly offset: number; readonly finding: FoundMistake }[] = [];
  const add = (node: Node, problem: string, fix: string): void => {
    found.push({ offset: node.range?.[0] ?? 0, finding: { path: [], at: 'value', problem, fix } });
  };
  visit(document, {
    Scalar: (_key, scalar) => {
      const length = scalar.source?.length ?? 0;
      if (length <= limits.textCharacters) return;
      const problem = `This text has ${length} characters; ${limits.textCharacters} is the most that is read.`;
      add(scalar, problem, 'put a long script or document into its own file, and name the file.');
    },
    Collection: (_key, { items, range }) => {
      if (items.length <= limits.items) return;
      const problem = `There are ${items.length} values here; ${limits.items} is the most that is read in one place.`;
      found.push({
        offset: range?.[0] ?? 0,
        finding: { path: [], at: 'value', problem, fix: 'leave out what is not configuration.' },
      });
    },
  });
  return found;
}

/** Whether data without cycles is nested more deeply than any configuration is. */
function isTooDeep(data: unknown, levels: number = limits.levels): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return levels === 0 || Object.values(data).some((child) => isTooDeep(child, levels - 1));
}

/** The parser's own messages may quote the text, and so a secret: those that do are replaced. */
function syntaxFinding(error: YAMLError): FoundMistake {
  const base = { path: [], at: 'value' } as const;
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { ...base, problem: 'A tab is used to indent.', fix: 'indent with spaces.' };
    case 'TAG_RESOLVE_FAILED':
      return {
        ...base,
        problem: 'This tag (`!name`) means nothing here.',
        fix: 'if a text starts with !, put it in quotes; otherwise leave out the tag.',
      };
    case 'MULTIPLE_DOCS':
      return {
        ...base,
        problem: 'The file contains a second document, after `---`.',
        fix: 'keep one configuration in a file.',
      };
    case 'RESOURCE_EXHAUSTION':
      return { ...base, problem: 'The file is nested too deeply to be read.', fix: 'write it flatter.' };
    case 'NON_STRING_KEY':
      return { ...base, problem: 'A key must be a text.', fix: 'put the key in quotes.' };
    case 'BAD_INDENT':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return {
        ...base,
        problem: 'This line does not fit the lines around it (YAML).',
        fix: 'indent it like its neighbours; close every bracket and quote; put a text that contains ": " or " #" in quotes.',
      };
    default:
      return {
        ...base,
        problem: `This cannot be read as YAML (${error.code.toLowerCase().replaceAll('_', ' ')}).`,
        fix: 'look for a missing quote, bracket or colon here or on the line before; put a text that starts with { or [ or @ or % in quotes.',
      };
  }
}

function oneMistake(problem: string, fix: string, line = 1): ParsedSource {
  return { kind: 'mistakes', mistakes: [{ path: [], at: 'value', problem, fix, line, column: 1 }] };
}

/** The number of values, counted up to the limit: aliases may turn a few into many. */
function valuesIn(data: unknown, from = 0): number {
  if (from > limits.values || typeof data !== 'object' || data === null) return from + 1;
  return Object.values(data).reduce<number>(
    (count, child) => (count > limits.values ? count : valuesIn(child, count)),
    from + 1,
  );
}

const tooMany = oneMistake(
  `The file contains more than ${limits.values} values, including those that aliases (\`*name\`) repeat.`,
  'leave out what is not configuration.',
);

const tooDeep = oneMistake('The file is nested too deeply to be read.', 'write it flatter.');

function offsetOf(document: Document, finding: FoundMistake): number {
  if (finding.at === 'value') {
    const node = nodeAt(document, finding.path);
    if (node?.range) return node.range[0];
  }
  // A missing value has no place of its own; the nearest key above it has.
  for (let length = finding.path.length; length > 0; length--) {
    const offset = keyOffset(document, finding.path.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: Path): number | undefined {
  const parent = nodeAt(document, path.slice(0, -1));
  if (!isMap(parent)) return undefined;
  const key = parent.items.find((item) => keyText(item.key) === String(path.at(-1)))?.key;
  return isNode(key) ? key.range?.[0] : undefined;
}

function nodeAt(document: Document, path: Path): Node | undefined {
  let node = followed(document, document.contents);
  for (const part of path) {
    if (isMap(node)) node = followed(document, node.items.find((item) => keyText(item.key) === String(part))?.value);
    else if (isSeq(node)) node = followed(document, node.items[Number(part)]);
    else return undefined;
  }
  return node;
}

function followed(document: Document, node: unknown): Node | undefined {
  if (isAlias(node)) return node.resolve(document);
  if (isPair(node)) return undefined;
  return isNode(node) ? node : undefined;
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}
