/** Anything that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A schema of OpenAPI 3.0 as JSON Schema: `nullable` becomes a choice with null, what only explains is left out.
 * https://spec.openapis.org/oas/v3.0.3#schema-object
 */
export function jsonSchemaOf(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(jsonSchemaOf);
  if (!isObject(schema)) return schema;
  const { nullable, example, examples, discriminator, externalDocs, xml, ...rest } = schema;
  const converted = Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => !key.startsWith('x-'))
      .map(([key, value]) => [key, key === 'properties' ? propertiesOf(value) : jsonSchemaOf(value)]),
  );
  return nullable === true ? { anyOf: [converted, { type: 'null' }] } : converted;
}

/** The names of properties may be those of keywords: `example` is a fine name. */
function propertiesOf(properties: Json): Json {
  if (!isObject(properties)) return properties;
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, jsonSchemaOf(schema)]));
}
