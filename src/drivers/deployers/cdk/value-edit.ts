import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';

export type ValueEdit =
  | { readonly kind: 'edited'; readonly text: string }
  /** As a phrase about the key. */
  | { readonly kind: 'impossible'; readonly reason: string };

interface Asked {
  /** `rdsInstances`, or with dots below other keys: `database.instances`. */
  readonly key: string;
  /** Undefined: the key is removed. */
  readonly value: string | undefined;
}

/**
 * Sets, adds or removes one key in the text of a JSON or YAML file; everything else stays exactly as it is. A value keeps
 * the type of the present one; for a new key, whole numbers and true or false get their own types.
 */
export function withValue(text: string, { key, value }: Asked): ValueEdit {
  const document = parseDocument(text, { keepSourceTokens: true, logLevel: 'error', uniqueKeys: true });
  if (document.errors.length > 0) return impossible('is in a file that is neither JSON nor YAML');
  const path = key.split('.');
  const last = path.at(-1) ?? key;
  const above = path.slice(0, -1);
  const map = above.length === 0 ? document.contents : document.getIn(above, true);
  if (!isMap(map)) return impossible(`needs ${above.length === 0 ? 'a file' : `"${above.join('.')}"`} with keys`);
  const pairs: readonly Pair<unknown, unknown>[] = map.items;
  const index = pairs.findIndex((pair) => isScalar(pair.key) && pair.key.value === last);
  if (index < 0) return value === undefined ? { kind: 'edited', text } : added(text, map, last, value);
  return value === undefined ? removed(text, map, index) : replaced(text, pairs[index], value);
}

function impossible(reason: string): ValueEdit {
  return { kind: 'impossible', reason };
}

function replaced(text: string, pair: Pair<unknown, unknown> | undefined, value: string): ValueEdit {
  const node = pair?.value;
  if (!isScalar(node) || node.range == null) return impossible('has no single value');
  const [start, end] = node.range;
  const source = text.slice(start, end);
  const typed = typedAs(node.value, value);
  if (typed === undefined) return impossible(`holds ${source}, and ${JSON.stringify(value)} is of another type`);
  // A text without quotes in YAML stays without them if it can.
  const isQuoted = source.startsWith('"') || source.startsWith("'");
  const written =
    typeof typed === 'string' && !isQuoted && plainText.test(typed)
      ? typed
      : source.startsWith("'") && typeof typed === 'string' && !typed.includes("'")
        ? `'${typed}'`
        : JSON.stringify(typed);
  return { kind: 'edited', text: `${text.slice(0, start)}${written}${text.slice(end)}` };
}

/** What YAML reads as the same text without quotes, and as nothing else. */
const plainText = /^[A-Za-z][A-Za-z0-9_./-]*$(?<!^(?:true|false|null|yes|no|on|off))/i;
const wholeNumber = /^-?(?:0|[1-9]\d{0,14})$/;

function typedAs(current: unknown, value: string): string | number | boolean | undefined {
  if (typeof current === 'string') return value;
  if (typeof current === 'number') return wholeNumber.test(value) ? Number(value) : undefined;
  if (typeof current === 'boolean') return value === 'true' ? true : value === 'false' ? false : undefined;
  return likely(value);
}

function likely(value: string): string | number | boolean {
  if (wholeNumber.test(value)) return Number(value);
  return value === 'true' || value === 'false' ? value === 'true' : value;
}

function added(text: string, map: YAMLMap, key: string, value: string): ValueEdit {
  const written = JSON.stringify(likely(value));
  const ends = map.items.map((pair) => placeOf(pair));
  const last = ends.at(-1);
  if (map.flow !== true) {
    if (last === undefined) return impossible('has no place in the file');
    const indent = text.slice(text.lastIndexOf('\n', last.start - 1) + 1, last.start);
    if (indent.trim() !== '') return impossible('has no place in the file');
    return { kind: 'edited', text: `${text.slice(0, last.end)}\n${indent}${key}: ${written}${text.slice(last.end)}` };
  }
  const own = `${JSON.stringify(key)}: ${written}`;
  const open = (map.range?.[0] ?? 0) + 1;
  if (last === undefined) return { kind: 'edited', text: `${text.slice(0, open)}${own}${text.slice(open)}` };
  // The gap between the last two is repeated between the last and this one.
  const before = ends.at(-2);
  const gap = before === undefined ? `,${text.slice(open, last.start)}` : text.slice(before.end, last.start);
  const separator = /^\s*,\s*$/.test(gap) ? gap : ', ';
  return { kind: 'edited', text: `${text.slice(0, last.end)}${separator}${own}${text.slice(last.end)}` };
}

function removed(text: string, map: YAMLMap, index: number): ValueEdit {
  const places = map.items.map((pair) => placeOf(pair));
  const [before, own, after] = [places[index - 1], places[index], places[index + 1]];
  if (own === undefined) return impossible('was not found');
  if (map.flow !== true) {
    const start = text.lastIndexOf('\n', own.start - 1) + 1;
    const line = text.indexOf('\n', own.end);
    return { kind: 'edited', text: `${text.slice(0, start)}${line < 0 ? '' : text.slice(line + 1)}` };
  }
  // With the comma before it; the first one takes the comma after it.
  const [start, end] =
    before !== undefined
      ? [before.end, own.end]
      : after !== undefined
        ? [own.start, after.start]
        : [own.start, own.end];
  return { kind: 'edited', text: `${text.slice(0, start)}${text.slice(end)}` };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** From the start of the key to the end of the value. */
function placeOf({ key, value }: Pair<unknown, unknown>): Place {
  const start = rangeOf(key)?.[0] ?? 0;
  return { start, end: rangeOf(value)?.[1] ?? rangeOf(key)?.[1] ?? start };
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  return Array.isArray(node.range) ? [Number(node.range[0]), Number(node.range[1]), Number(node.range[2])] : undefined;
}
