import { jsonDepth } from '../../world/json-depth.ts';

/**
 * Reads a dotted path (`rows.done`, `0.version`) in parsed JSON. Undefined if any part is missing: an answer of another
 * shape makes the result unknown, it is never an error of its own.
 */
export function valueAt(json: unknown, path: string): unknown {
  let value = json;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return value;
}

export type ParsedJson =
  | { readonly kind: 'json'; readonly value: unknown }
  /** A phrase: `is not JSON`. */
  | { readonly kind: 'not-json'; readonly reason: string };

/** The most deeply nested answers of servers have a fraction of it, and code that walks through values can handle it. */
const deepest = 500;

/** The parsed JSON, or the reason: an HTML error page is not an empty object. */
export function parseJson(text: string): ParsedJson {
  if (jsonDepth(text) > deepest)
    return { kind: 'not-json', reason: `is JSON with more than ${deepest} levels, which is not read` };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'not-json', reason: 'is not JSON' };
  }
}

/** Text for a value that a person may read: numbers and strings as they are, nothing for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** Some servers, and every command, write a number as a text: `12`, `0.25`, `1.5e-05`. */
export function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The same JSON with another value at an existing dotted path. */
export function withValueAt(json: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.');
  if (typeof json !== 'object' || json === null) return json;
  const inner = (each: unknown): unknown => (rest.length === 0 ? value : withValueAt(each, rest.join('.'), value));
  if (Array.isArray(json)) return json.map((each: unknown, index) => (String(index) === key ? inner(each) : each));
  return Object.fromEntries(Object.entries(json).map(([name, each]) => [name, name === key ? inner(each) : each]));
}
