import { kindTitle } from '../../src/world/effects/kind.ts';
import type { JsonSchema } from './configuration-schema.ts';

/** One kind of a part, identified by its key. */
export interface Kind {
  readonly tag: string;
  readonly settings: JsonSchema;
}

/** All forms of a value; nested choices are one choice. */
export function variants(schema: JsonSchema): JsonSchema[] {
  const options = schema.anyOf ?? schema.oneOf;
  if (!options) return [schema];
  return options.flatMap((option) => (typeof option === 'object' ? variants(option) : []));
}

/** The kinds among which a value chooses, alone or in a list; undefined if it has other forms. */
export function kindsOf(schema: JsonSchema): Kind[] | undefined {
  const options = variants(schema).filter((option) => !isListOfKinds(option));
  const kinds = options.flatMap(kindOf);
  return kinds.length === options.length && kinds.length > 0 ? kinds : undefined;
}

export function isListOfKinds({ items }: JsonSchema): boolean {
  return typeof items === 'object' && !Array.isArray(items) && kindsOf(items) !== undefined;
}

/** For one that also has a name, the key that is not `name`. */
function kindOf(schema: JsonSchema): Kind[] {
  const [only, ...others] = Object.entries(schema.properties ?? {}).filter(([key]) => key !== 'name');
  if (only === undefined || others.length > 0 || schema.title !== kindTitle(only[0])) return [];
  return typeof only[1] === 'object' ? [{ tag: only[0], settings: only[1] }] : [];
}

/** A mapping whose keys are known. */
export function isMappingOfKeys(schema: JsonSchema): boolean {
  return Object.keys(schema.properties ?? {}).length > 0;
}

/** The required keys that distinguish a form from the other forms of the same value. */
export function distinguishing(option: JsonSchema, options: readonly JsonSchema[]): string[] {
  const others = options.filter((each) => each !== option);
  return (option.required ?? []).filter((key) => !others.every((other) => other.required?.includes(key)));
}
