import { z } from 'zod';

const conditions = z.registry<{ readonly isMeant: (value: unknown) => boolean }>();

/**
 * A schema that is made only once there is a value for it. Of all kinds, a configuration names a few, and making the schemas
 * of all would take as long as the rest of the start. `z.lazy` makes its schema to find out whether it is optional; this one is
 * not, unless the schema around it says so.
 * @param isMeant false only for what the schema refuses
 */
export function onDemand<Schema extends z.ZodType>(
  make: () => Schema,
  isMeant: (value: unknown) => boolean = isGiven,
): z.ZodLazy<Schema> {
  const schema = z.lazy(make);
  const required = { value: undefined };
  Object.defineProperties(schema._zod, { optin: required, optout: required });
  const { run } = schema._zod;
  schema._zod.run = (payload, context) => {
    if (isMeant(payload.value)) return run(payload, context);
    payload.issues.push({ code: 'invalid_type', expected: 'nonoptional', input: payload.value, inst: schema });
    return payload;
  };
  conditions.add(schema, { isMeant });
  return schema;
}

/** The same for one option of a `z.discriminatedUnion`, which has the text `tag` at `key`. */
export function optionOnDemand<Schema extends z.ZodType>(
  key: string,
  tag: string,
  make: () => Schema,
): z.ZodLazy<Schema> {
  const schema = z.lazy(make);
  Object.defineProperty(schema._zod, 'propValues', { value: { [key]: new Set([tag]) } });
  return schema;
}

/** Whether a value may be meant for the schema, decided without making the schema. */
export function mayMatch(schema: z.core.$ZodType, value: unknown): boolean {
  return conditions.get(schema)?.isMeant(value) ?? true;
}

function isGiven(value: unknown): boolean {
  return value !== undefined;
}
