import type { z } from 'zod';
import { nearest } from '../core/messages/nearest.ts';
import { quoted, shown } from '../world/secrets/shown.ts';
import { accepted } from './accepted.ts';
import { fixFor, fixForNothing } from './fix.ts';
import type { FoundMistake } from './mistake.ts';
import { optionsOf, shapeOf, tagsOf } from './schema-shape.ts';
import { isMapping, type Subject } from './subject.ts';

type Schema = z.core.$ZodType;
/** Why one form does not accept the value. */
type Against = (form: Schema, subject: Subject) => FoundMistake[];

/**
 * A value that fits none of its possible forms is reported against the one form that was meant: the complaints of all forms
 * together would bury the relevant one.
 */
export function explainChoice(subject: Subject, against: Against): FoundMistake[] {
  const { schema, value } = subject;
  if (schema === undefined) return [];
  const options = optionsOf(schema);
  const objects = options.filter((option) => shapeOf(option) !== undefined);
  if (!isMapping(value) || objects.length === 0) return notOfAnyForm(subject, options, against);
  const tags = tagsOf(objects);
  if (tags === undefined) return closest(objects, value).flatMap((form) => against(form, subject));
  const keys = Object.keys(value);
  const chosen = keys.filter((key) => tags.has(key));
  const [tag, ...others] = chosen;
  // If the key that distinguishes the forms was forgotten, a key that only one form has shows which is meant.
  const meant = objects.find((form) => keys.some((key) => isOnlyIn(form, key, objects)));
  if (tag === undefined && meant !== undefined) return against(meant, subject);
  if (tag === undefined) return [noKind(subject, [...tags.keys()], keys, objects)];
  if (others.length > 0) return [severalKinds(subject, chosen)];
  const form = tags.get(tag);
  return form ? against(form, subject) : [];
}

/** The form that a mapping has by its key, among several; undefined if none or more than one is meant. */
export function formOf({ schema, value }: Subject): Schema | undefined {
  if (schema === undefined || !isMapping(value)) return schema;
  const objects = optionsOf(schema).filter((option) => shapeOf(option) !== undefined);
  const [only, ...others] = objects;
  if (others.length === 0) return only;
  const tags = tagsOf(objects);
  const [tag, ...more] = Object.keys(value).filter((key) => tags?.has(key));
  return tag === undefined || more.length > 0 ? undefined : tags?.get(tag);
}

function notOfAnyForm(subject: Subject, options: readonly Schema[], against: Against): FoundMistake[] {
  const sameType = options.filter((option) => option._zod.def.type === typeOf(subject.value));
  const [only] = sameType;
  // A text that is not a valid name is still meant as one: report what is wrong with it, and nothing about whole definitions.
  if (only && sameType.length === 1) return against(only, subject);
  return [
    {
      path: subject.path,
      at: 'value',
      problem: subject.given
        ? `This is ${shown(subject.value, subject.path)}.`
        : `The key ${quoted(String(subject.path.at(-1)))} is missing.`,
      accepted: `${subject.schema ? accepted(subject.schema) : ''}.`,
      fix: kindFix(subject, options),
    },
  ];
}

function kindFix(subject: Subject, options: readonly Schema[]): string {
  const tags = tagsOf(options.filter((option) => shapeOf(option) !== undefined));
  if (typeof subject.value === 'string' && tags) {
    const near = nearest(subject.value, [...tags.keys()]);
    if (near) return `write { ${near}: … } with the settings of ${near}.`;
  }
  return subject.value === null
    ? fixForNothing(subject)
    : typeof subject.value === 'string'
      ? 'write it in the accepted form.'
      : fixFor(subject);
}

function noKind(
  subject: Subject,
  kinds: readonly string[],
  keys: readonly string[],
  objects: readonly Schema[],
): FoundMistake {
  const known = objects.flatMap((option) => Object.keys(shapeOf(option) ?? {}));
  const unknown = keys.filter((key) => !known.includes(key));
  const [key] = unknown;
  const place =
    key === undefined
      ? ({ path: subject.path, at: 'value' } as const)
      : ({ path: [...subject.path, key], at: 'key' } as const);
  const near = unknown.map((each) => nearest(each, kinds)).find((each) => each !== undefined);
  return {
    ...place,
    problem: key === undefined ? 'The kind is missing.' : `Unknown kind ${quoted(key)}.`,
    accepted: `${kinds.join(', ')}.`,
    fix: near ? `did you mean "${near}"?` : `use one of them as the key: { ${kinds[0]}: … }.`,
  };
}

function severalKinds(subject: Subject, chosen: readonly string[]): FoundMistake {
  const list = chosen.map((key) => quoted(key)).join(' and ');
  return {
    path: subject.path,
    at: 'value',
    problem: `Only one of ${list} may be here.`,
    fix: `keep one of ${list}.`,
  };
}

function isOnlyIn(form: Schema, key: string, objects: readonly Schema[]): boolean {
  const having = objects.filter((option) => Object.hasOwn(shapeOf(option) ?? {}, key));
  return having.length === 1 && having[0] === form;
}

/** The form with which the value shares the most keys. */
export function closest(objects: readonly Schema[], value: object): Schema[] {
  const keys = Object.keys(value);
  const shared = (option: Schema): number => keys.filter((key) => Object.hasOwn(shapeOf(option) ?? {}, key)).length;
  return [...objects].sort((a, b) => shared(b) - shared(a)).slice(0, 1);
}

/** In the schema's words. */
function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
