import type { z } from 'zod';
import type { Path } from '../core/settings/place.ts';

/** The part of a configuration that a message is about. */
export interface Subject {
  readonly schema: z.core.$ZodType | undefined;
  readonly value: unknown;
  readonly path: Path;
  /** False for a key that does not exist. */
  readonly given: boolean;
  readonly written: Written;
}

/** A scalar as it was written in the file, by its place: `1.10` where YAML reads the number 1.1. */
export type Written = (path: Path) => string | undefined;

export function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, part) => child(inner, part), value);
}

export function hasAt(value: unknown, path: Path): boolean {
  const last = path.at(-1);
  if (last === undefined) return true;
  const parent = valueAt(value, path.slice(0, -1));
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, last);
}

/** Own properties only: a configuration may well say `constructor:` or `__proto__:`. */
function child(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** Every text of a document with its place. */
export function* texts(value: unknown, path: Path = []): Generator<{ readonly text: string; readonly path: Path }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* texts(item, [...path, index]);
  else if (isMapping(value)) for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, key]);
}
