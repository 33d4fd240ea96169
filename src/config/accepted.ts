import { z } from 'zod';
import { isTagged, optionsOf, requiredKeys, shapeOf, tagsOf } from './schema-shape.ts';

/** What a schema accepts, in words. Without a full stop. */
export function accepted(schema: z.core.$ZodType): string {
  // Its lists and mappings contain the same again: nobody wants to read further.
  if (isJson(schema)) return 'a text, a finite number, true, false, null, or a list or mapping of these';
  const options = optionsOf(schema);
  const alone = ofOneOrSeveral(options);
  if (alone !== undefined) return `${accepted(alone)}; or a list of these`;
  const tags = isTagged(schema) ? tagsOf(options) : undefined;
  if (tags?.size === 1) return `{ ${[...tags.keys()].join()}: … }`;
  if (tags) return `one of the kinds ${[...tags.keys()].join(', ')}, such as { ${[...tags.keys()][0]}: … }`;
  return [...new Set(options.map((option) => (options.length > 1 ? shortly(option) : acceptedByOne(option))))].join(
    ', or ',
  );
}

/** For what may be written alone or as a list: what each element is. */
function ofOneOrSeveral(options: readonly z.core.$ZodType[]): z.core.$ZodType | undefined {
  const [list, ...others] = options.filter((option) => option instanceof z.core.$ZodArray);
  if (list === undefined || others.length > 0 || options.length === 1) return undefined;
  const { element } = list._zod.def;
  const single = options.filter((option) => option !== list);
  return optionsOf(element).every((option) => single.includes(option)) ? element : undefined;
}

function isJson(schema: z.core.$ZodType): boolean {
  return schema instanceof z.core.$ZodLazy && optionsOf(schema).some((option) => containsItself(option, schema));
}

function containsItself(option: z.core.$ZodType, whole: z.core.$ZodLazy): boolean {
  const inside =
    option instanceof z.core.$ZodArray
      ? option._zod.def.element
      : option instanceof z.core.$ZodRecord
        ? option._zod.def.valueType
        : undefined;
  return inside instanceof z.core.$ZodLazy && inside._zod.innerType === whole._zod.innerType;
}

/** Among other forms, a mapping is identified by the keys that it must have. */
function shortly(schema: z.core.$ZodType): string {
  const required = requiredKeys(shapeOf(schema) ?? {});
  return required.length === 0 ? acceptedByOne(schema) : `a mapping with at least ${required.join(', ')}`;
}

function acceptedByOne(schema: z.core.$ZodType): string {
  const values = schema._zod.values;
  if (values && (schema instanceof z.core.$ZodEnum || schema instanceof z.core.$ZodLiteral)) {
    return values.size === 1 ? `${[...values].map(String).join()}` : `one of ${[...values].map(String).join(', ')}`;
  }
  const shape = shapeOf(schema);
  if (shape) return `a mapping with the keys ${Object.keys(shape).join(', ')}`;
  if (schema instanceof z.core.$ZodString) return patternWords(schema) ?? 'a text';
  if (schema instanceof z.core.$ZodBoolean) return 'true or false';
  if (schema instanceof z.core.$ZodNumber) return schema._zod.def.checks?.length ? 'a whole number' : 'a finite number';
  if (schema instanceof z.core.$ZodNull) return 'nothing';
  if (schema instanceof z.core.$ZodArray) return `a list; each item is ${accepted(schema._zod.def.element)}`;
  if (schema instanceof z.core.$ZodTuple) return 'a list of texts with at least one item, such as [program, argument]';
  if (schema instanceof z.core.$ZodRecord)
    return `a mapping of names; each value is ${accepted(schema._zod.def.valueType)}`;
  return 'another value';
}

/** The error message of a pattern: zod shows it only for a text that does not match. */
function patternWords(schema: z.core.$ZodString): string | undefined {
  const result = z.safeParse(schema, '\u0000');
  const issue = result.success ? undefined : result.error.issues.find((each) => each.code === 'invalid_format');
  if (issue?.code !== 'invalid_format') return undefined;
  if (issue.format === 'url') return 'a URL such as https://example.com';
  return issue.message.startsWith('Invalid') ? undefined : issue.message;
}
