import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  type Pair,
  type ParsedNode,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';

export type YamlPath = readonly string[];

/** The text with one change in it: everything else stays as it was written. */
export type YamlEdit =
  | { readonly kind: 'edited'; readonly text: string }
  /** As a phrase about the file: `is not YAML`. */
  | { readonly kind: 'impossible'; readonly reason: string };

type Block = YAMLMap.Parsed;
type BlockPair = Pair<ParsedNode, ParsedNode | null>;
type Plain = Record<string, unknown>;

const otherForm: YamlEdit = { kind: 'impossible', reason: 'writes it in a form that only a person should change' };

/** The value there, with merge keys and aliases followed; undefined if there is none, or the text is not YAML. */
export function yamlValue(text: string, path: YamlPath): unknown {
  const document = parsed(text);
  return document.errors.length > 0 ? undefined : valueIn(document.toJS(), path);
}

export function isYaml(text: string): boolean {
  return parsed(text).errors.length === 0;
}

/** Sets a key to a value; missing maps around it are added. */
export function withYamlValue(text: string, path: YamlPath, value: unknown): YamlEdit {
  const document = parsed(text);
  if (document.errors.length > 0) return { kind: 'impossible', reason: 'is not YAML' };
  return checked(text, setIn(text, document, path, value), (plain) => setPlain(plain, path, value));
}

/** Removes a key, and the maps around it that contain nothing else. */
export function withoutYamlKey(text: string, path: YamlPath): YamlEdit {
  const document = parsed(text);
  if (document.errors.length > 0) return { kind: 'impossible', reason: 'is not YAML' };
  return checked(text, removeIn(text, document, path), (plain) => removePlain(plain, path));
}

function parsed(text: string): Document.Parsed {
  return parseDocument(text, { keepSourceTokens: true, logLevel: 'error', merge: true });
}

function setIn(text: string, document: Document.Parsed, path: YamlPath, value: unknown): string | undefined {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  if (document.contents === null || isNull(document.contents))
    return `${withLastLine(text, ending)}${lines(nested(path, value), 0, 2, ending)}`;
  const indent = indentOf(text);
  let at: ParsedNode | null = document.contents;
  for (const [depth, name] of path.entries()) {
    if (!isBlock(at)) return undefined;
    const pair = pairOf(at, name);
    const column = columnOf(text, at);
    if (pair === undefined) {
      const end = endOfMap(text, at);
      if (column === undefined || end === undefined) return undefined;
      return inserted(text, end, lines(nested(path.slice(depth), value), column, indent, ending), ending);
    }
    if (depth === path.length - 1) return replaced(text, pair, value);
    const below = pair.value;
    if (below === null || isNull(below) || isEmptyFlow(below)) {
      const rest = lines(nested(path.slice(depth + 1), value), (column ?? 0) + indent, indent, ending);
      return belowKey(text, pair, rest, ending);
    }
    at = below;
  }
  return undefined;
}

function removeIn(text: string, document: Document.Parsed, path: YamlPath): string | undefined {
  let at: ParsedNode | null = document.contents;
  let widest: BlockPair | undefined;
  for (const name of path) {
    if (!isBlock(at)) return undefined;
    const pair = pairOf(at, name);
    if (pair === undefined) return undefined;
    // Without it, its map would be a key without a value, which means something else.
    widest = at.items.length === 1 ? (widest ?? pair) : pair;
    at = pair.value;
  }
  if (widest === undefined) return undefined;
  const start = lineStart(text, widest.key.range[0]);
  const end = lineEnd(text, endOf(widest));
  return text.slice(start, widest.key.range[0]).trim() === '' ? text.slice(0, start) + text.slice(end) : undefined;
}

/** Only a scalar, in the quotes that it has. */
function replaced(text: string, { key, value }: BlockPair, wanted: unknown): string | undefined {
  if (typeof wanted === 'object') return undefined;
  const written = stringify(wanted, { lineWidth: 0 }).trimEnd();
  if (value === null || isNull(value)) {
    const colon = text.indexOf(':', key.range[1]);
    const source = value === null ? '' : text.slice(value.range[0], value.range[1]);
    const start = source.trim() === '' ? colon + 1 : (value?.range[0] ?? 0);
    return `${text.slice(0, start)}${source.trim() === '' ? ' ' : ''}${written}${text.slice(start + (source.trim() === '' ? 0 : source.length))}`;
  }
  if (!isScalar(value) || isAlias(value)) return undefined;
  const token = value.srcToken;
  if (token === undefined || !('source' in token) || token.type === 'block-scalar') return undefined;
  const quote = /^["']/.exec(token.source)?.[0];
  const isSimple = quote !== undefined && typeof wanted === 'string' && !/["'\\\n]/.test(wanted);
  return `${text.slice(0, token.offset)}${isSimple ? `${quote}${wanted}${quote}` : written}${text.slice(token.offset + token.source.length)}`;
}

/** Puts lines below a key that has no value, or an empty one. */
function belowKey(text: string, { key, value }: BlockPair, rest: string, ending: string): string | undefined {
  const colon = text.indexOf(':', key.range[1]) + 1;
  const end = value === null ? colon : Math.max(colon, value.range[1]);
  const newline = text.indexOf('\n', end);
  const after = text.slice(end, newline < 0 ? undefined : newline);
  if (after.trim() !== '' && !after.trim().startsWith('#')) return undefined;
  const head = `${text.slice(0, colon)}${after.trimEnd()}`;
  return `${head}${ending}${newline < 0 ? rest.trimEnd() : rest}${newline < 0 ? '' : text.slice(newline + 1)}`;
}

/** No edit is trusted: the text is parsed again, and must say exactly what was meant. */
function checked(before: string, after: string | undefined, change: (plain: Plain) => void): YamlEdit {
  if (after === undefined) return otherForm;
  const document = parsed(after);
  // What an anchor shares is a separate value at each place: a change at one must not change the others.
  const wanted: unknown = JSON.parse(JSON.stringify(parsed(before).toJS() ?? {}));
  if (document.errors.length > 0 || !isPlain(wanted)) return otherForm;
  change(wanted);
  const isSame = sorted(document.toJS() ?? {}) === sorted(wanted);
  return isSame ? { kind: 'edited', text: after } : otherForm;
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

function setPlain(plain: Plain, [name = '', ...rest]: YamlPath, value: unknown): void {
  if (rest.length === 0) plain[name] = value;
  else {
    const below = plain[name];
    const next = isPlain(below) ? below : {};
    plain[name] = next;
    setPlain(next, rest, value);
  }
}

function removePlain(plain: Plain, [name = '', ...rest]: YamlPath): void {
  const below = plain[name];
  if (rest.length > 0 && isPlain(below)) removePlain(below, rest);
  if (rest.length === 0 || (isPlain(below) && Object.keys(below).length === 0)) delete plain[name];
}

function valueIn(plain: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (at, name) => (isPlain(at) && Object.hasOwn(at, name) ? at[name] : undefined),
    plain ?? undefined,
  );
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBlock(node: ParsedNode | null): node is Block {
  return isMap(node) && node.flow !== true;
}

function isEmptyFlow(node: ParsedNode): boolean {
  return isMap(node) && node.flow === true && node.items.length === 0;
}

function isNull(node: ParsedNode): boolean {
  return isScalar(node) && node.value === null;
}

function pairOf(map: Block, name: string): BlockPair | undefined {
  return map.items.find(({ key }) => isScalar(key) && String(key.value) === name);
}

function columnOf(text: string, map: Block): number | undefined {
  const start = map.items[0]?.key.range[0];
  return start === undefined ? undefined : start - lineStart(text, start);
}

function endOf({ key, value }: BlockPair): number {
  return value === null ? key.range[1] : value.range[1];
}

function endOfMap(text: string, map: Block): number | undefined {
  const last = map.items.at(-1);
  return last === undefined ? undefined : lineEnd(text, endOf(last));
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line after this position starts. */
function lineEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

function inserted(text: string, at: number, added: string, ending: string): string {
  return `${withLastLine(text.slice(0, at), ending)}${added}${text.slice(at)}`;
}

function withLastLine(text: string, ending: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}${ending}`;
}

function nested(path: YamlPath, value: unknown): unknown {
  return path.reduceRight<unknown>((below, name) => ({ [name]: below }), value);
}

function lines(value: unknown, column: number, indent: number, ending: string): string {
  return stringify(value, { lineWidth: 0, indent })
    .trimEnd()
    .split('\n')
    .map((line) => `${' '.repeat(column)}${line}${ending}`)
    .join('');
}

/** Determined by the first indented line. */
function indentOf(text: string): number {
  const [, spaces = '  '] = /^( +)[^\s#-]/m.exec(text) ?? [];
  return Math.min(Math.max(spaces.length, 2), 8);
}
