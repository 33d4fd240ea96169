import { z } from 'zod';

const conditions = z.registry<{ readonly isMeant: (value: unknown) => boolean }>();

/**
 * A schema that is made when there is a value that it is meant for: of all kinds of everything, a configuration names a few, and
 * to make the schemas of all takes as long as all else of a start. `z.lazy` makes its own to learn whether it may be left out; this one
 * may not, unless what is around it says so.
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

/** Whether a value is one that the schema may be meant for, which is known without making it. */
export function mayBeMeant(schema: z.core.$ZodType, value: unknown): boolean {
  return conditions.get(schema)?.isMeant(value) ?? true;
}

function isGiven(value: unknown): boolean {
  return value !== undefined;
}
