import { z } from 'zod';
import { mayMatch } from '../core/settings/on-demand.ts';
import type { Path } from '../core/settings/place.ts';
import { kindTitle } from '../world/effects/kind.ts';

type Schema = z.core.$ZodType;

/** The form that a person writes, underneath everything that fills in, transforms or describes it. */
export function written(schema: Schema): Schema {
  if (
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodPrefault ||
    schema instanceof z.core.$ZodNullable ||
    schema instanceof z.core.$ZodReadonly
  ) {
    return written(schema._zod.def.innerType);
  }
  if (schema instanceof z.core.$ZodPipe) return written(schema._zod.def.in);
  if (schema instanceof z.core.$ZodLazy) return written(schema._zod.innerType);
  return schema;
}

/**
 * The schemas among which a value chooses; a single one if there is no choice. Nested choices are one choice.
 * @param value if it is known: schemas that cannot be meant are left out
 */
export function optionsOf(schema: Schema, value?: unknown): readonly Schema[] {
  if (value !== undefined && !mayMatch(schema, value)) return [];
  const inner = written(schema);
  return inner instanceof z.core.$ZodUnion
    ? inner._zod.def.options.flatMap((option) => optionsOf(option, value))
    : [inner];
}

/** The keys of an object with fixed keys; undefined for everything else. */
export function shapeOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  const inner = written(schema);
  return inner instanceof z.core.$ZodObject ? inner._zod.def.shape : undefined;
}

export function requiredKeys(shape: Readonly<Record<string, Schema>>): string[] {
  return Object.keys(shape).filter((key) => shape[key]?._zod.optin === undefined);
}

/** The schema for the part of a value at `path`, through every choice; undefined if the schema has none. */
export function schemaAt(schema: Schema, path: Path): Schema | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return schema;
  // Only one kind is examined: the schemas of the others need not be made.
  for (const option of optionsOf(schema, { [first]: undefined })) {
    const child = childOf(option, first);
    const found = child && schemaAt(child, rest);
    if (found) return found;
  }
  return undefined;
}

function childOf(schema: Schema, key: string | number): Schema | undefined {
  const shape = shapeOf(schema);
  if (shape) return Object.hasOwn(shape, key) ? shape[key] : undefined;
  if (schema instanceof z.core.$ZodRecord) return schema._zod.def.valueType;
  if (schema instanceof z.core.$ZodArray) return schema._zod.def.element;
  if (schema instanceof z.core.$ZodTuple)
    return schema._zod.def.items[Number(key)] ?? schema._zod.def.rest ?? undefined;
  return undefined;
}

/**
 * The key that distinguishes each option of a choice: the one that it requires and not all of them do.
 * Undefined if no key distinguishes the options: `true` or a text, a name or a whole definition.
 */
export function tagsOf(options: readonly Schema[]): ReadonlyMap<string, Schema> | undefined {
  const required = options.map((option) => requiredKeys(shapeOf(option) ?? {}));
  const common =
    options.length > 1 ? (required[0] ?? []).filter((key) => required.every((keys) => keys.includes(key))) : [];
  const tags = new Map<string, Schema>();
  for (const [index, option] of options.entries()) {
    const [tag, ...others] = (required[index] ?? []).filter((key) => !common.includes(key));
    if (tag === undefined || others.length > 0 || tags.has(tag)) return undefined;
    tags.set(tag, option);
  }
  return tags;
}

/** Whether a part has several kinds, each of which is identified by its key. */
export function isTagged(schema: Schema): boolean {
  const inner = withoutDefault(schema);
  return inner instanceof z.core.$ZodUnion ? tagsOf(optionsOf(inner)) !== undefined : isOneKind(inner);
}

/**
 * A part with only one kind so far, whether or not its registry writes that as a choice. The mapping of that
 * kind itself is not such a part: once the kind is chosen, it is a mapping like every other.
 */
export function isOneKind(schema: Schema): boolean {
  if (withoutDefault(schema) instanceof z.core.$ZodObject) return false;
  const [only, ...others] = optionsOf(schema);
  const [key] = Object.keys((only && shapeOf(only)) ?? {});
  return (
    only !== undefined &&
    others.length === 0 &&
    key !== undefined &&
    z.globalRegistry.get(only)?.title === kindTitle(key)
  );
}

function withoutDefault(schema: Schema): Schema {
  if (
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodPrefault
  ) {
    return withoutDefault(schema._zod.def.innerType);
  }
  return schema;
}

export function descriptionOf(schema: Schema): string | undefined {
  const own = z.globalRegistry.get(schema)?.description;
  if (own !== undefined) return own;
  const inner = withoutDefault(schema);
  if (inner !== schema) return descriptionOf(inner);
  return schema instanceof z.core.$ZodPipe ? descriptionOf(schema._zod.def.in) : undefined;
}
