import type { PartContext } from '../../../world/effects/kind.ts';
import { textOf, valueAt } from '../json-value.ts';

/** The JSON of earlier requests, by name. */
export type Earlier = Readonly<Record<string, unknown>>;

interface Writing {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly variables?: unknown;
}

const answerPlace = /(?<!\{)\{(answers\.[^{}]+)\}/g;

/** The texts of a request in which placeholders are filled in. */
export function textsOf({ path, headers, body, variables }: Writing): string[] {
  return [path, ...Object.values(headers), ...leaves(body), ...leaves(variables)];
}

function leaves(body: unknown): string[] {
  if (typeof body === 'string') return [body];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(leaves) : [];
}

export type AnswerPlaceholders =
  | { readonly kind: 'found'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'missing'; readonly reason: string };

/** What each `{answers.<name>.<path>}` of a request stands for. A missing value makes the result unknown. */
export function answerPlaceholders(request: Writing, earlier: Earlier): AnswerPlaceholders {
  const values: Record<string, string> = {};
  for (const text of textsOf(request)) {
    for (const [, place = ''] of text.matchAll(answerPlace)) {
      const found = textOf(earlierValue(place, earlier));
      if (found === undefined) return { kind: 'missing', reason: missing(place) };
      values[place] = found;
    }
  }
  return { kind: 'found', values };
}

function missing(place: string): string {
  const [, name = '', ...path] = place.split('.');
  return `the answer of the earlier request "${name}" has no "${path.join('.')}" that is a text or a number`;
}

function earlierValue(place: string, earlier: Earlier): unknown {
  const [, name = '', ...path] = place.split('.');
  return Object.hasOwn(earlier, name) ? valueAt(earlier[name], path.join('.')) : undefined;
}

/** In an address, a server's answer is a value, never a part of the address. */
export function forAddress(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)]));
}

/**
 * A body with its placeholders filled in. Only credentials and earlier answers are placeholders there, since GraphQL and
 * other languages have braces of their own; a text that consists only of an earlier answer keeps that answer's type.
 */
export function filledBody(body: unknown, earlier: Earlier, { effects, where, placeholders }: PartContext): unknown {
  const fillText = (text: string): unknown => {
    const [whole] = /^\{answers\.[^{}]+\}$/.exec(text) ?? [];
    if (whole !== undefined) return earlierValue(whole.slice(1, -1), earlier);
    return text.replace(/\$\$\{|\$\{[^}]*\}|\{(access|answers)\.[^{}]+\}/g, (part) =>
      effects.variables.fill(part, `${where}.body`, placeholders),
    );
  };
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return fillText(value);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fill(each)]));
  };
  return fill(body);
}
