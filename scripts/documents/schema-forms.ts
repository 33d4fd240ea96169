import type { JsonSchema } from './configuration-schema.ts';

/** The forms that a value can have. */
export type Choice =
  /** Kinds, each told by its key. */
  | {
      readonly kind: 'tagged';
      readonly tags: readonly { readonly tag: string; readonly option: JsonSchema; readonly settings: JsonSchema }[];
    }
  | { readonly kind: 'forms'; readonly options: readonly JsonSchema[] };

export function choiceOf(schema: JsonSchema): Choice {
  const options = variants(schema);
  const tags = options.flatMap((option) => {
    const [tag, ...others] = Object.entries(option.properties ?? {});
    const isKind = tag !== undefined && others.length === 0 && option.required?.includes(tag[0]) === true;
    return isKind && typeof tag[1] === 'object' ? [{ tag: tag[0], option, settings: tag[1] }] : [];
  });
  return tags.length === options.length ? { kind: 'tagged', tags } : { kind: 'forms', options };
}

/** All forms of a value; nested choices are one choice. */
export function variants(schema: JsonSchema): JsonSchema[] {
  const options = schema.anyOf ?? schema.oneOf;
  if (!options) return [schema];
  return options.flatMap((option) => (typeof option === 'object' ? variants(option) : []));
}

export function objectOptions(schema: JsonSchema): JsonSchema[] {
  return variants(schema).filter(isMappingOfKeys);
}

/** A mapping whose keys are known. */
export function isMappingOfKeys(schema: JsonSchema): boolean {
  return Object.keys(schema.properties ?? {}).length > 0;
}
