import { compareNumbers } from '../sources/versions/version.ts';

/** The type of a fact's values, as a product declares it or as its rules compare it. */
export const factTypes = ['boolean', 'number', 'version', 'text'] as const;
export type FactType = (typeof factTypes)[number];

/** A fact as given: from YAML, or as text. */
export type FactValue = boolean | number | string;

export type FactReading =
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'version'; readonly value: readonly number[] }
  /** In lower case: texts are compared ignoring case. */
  | { readonly kind: 'text'; readonly value: string }
  /** Not given, or given as unknown. */
  | { readonly kind: 'not-known' }
  /** Given, but not a value of the type. */
  | { readonly kind: 'unreadable' };

const yes = ['true', 'yes', 'on', 'y', '1'];
const no = ['false', 'no', 'off', 'n', '0'];
const nothing = ['', 'unknown', 'null', '~'];

/** What a person may write for a value of the type. */
export const acceptedForms: Readonly<Record<FactType, string>> = {
  boolean: 'true, yes, on or 1; false, no, off or 0',
  number: 'a number, such as 3',
  version: 'a version in dotted numbers, such as 16.2',
  text: 'a word',
};

export function readFact(given: FactValue | undefined, type: FactType): FactReading {
  if (given === undefined) return { kind: 'not-known' };
  const text = String(given).trim().toLowerCase();
  if (nothing.includes(text)) return { kind: 'not-known' };
  switch (type) {
    case 'boolean':
      if (yes.includes(text)) return { kind: 'boolean', value: true };
      return no.includes(text) ? { kind: 'boolean', value: false } : { kind: 'unreadable' };
    case 'number':
      return /^[-+]?\d+(\.\d+)?$/.test(text) ? { kind: 'number', value: Number(text) } : { kind: 'unreadable' };
    case 'version':
      return /^v?\d+(\.\d+)*$/.test(text)
        ? { kind: 'version', value: text.replace(/^v/, '').split('.').map(Number) }
        : { kind: 'unreadable' };
    case 'text':
      return { kind: 'text', value: text };
  }
}

/** Below 0, 0 or above 0 where both have an order; undefined where they have none in common. */
export function compareFacts(a: FactReading, b: FactReading): number | undefined {
  if (a.kind === 'number' && b.kind === 'number') return a.value - b.value;
  if (a.kind === 'version' && b.kind === 'version') return compareNumbers(a.value, b.value);
  if (a.kind === 'boolean' && b.kind === 'boolean') return Number(a.value) - Number(b.value);
  if (a.kind === 'text' && b.kind === 'text') return a.value === b.value ? 0 : a.value < b.value ? -1 : 1;
  return undefined;
}
