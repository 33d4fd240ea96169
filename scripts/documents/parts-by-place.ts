import { createHash } from 'node:crypto';
import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const prefix = '#/definitions/';

/**
 * Names the shared parts of a schema by the places at which they are first used. The library numbers them, so a setting or a
 * kind that is added would rename every part after it, and nobody could read what has changed.
 */
export function partsByPlace(schema: JsonSchema): JsonSchema {
  const { definitions: numbered = {}, ...top } = structuredClone(schema);
  const definitions = z.record(z.string(), z.unknown()).parse(numbered);
  const names = new Map<string, string>();
  const parts: [name: string, part: unknown][] = [];

  const nameOf = (number: string, place: string): string => {
    const known = names.get(number);
    if (known !== undefined) return known;
    const name = createHash('sha256').update(place).digest('hex').slice(0, 12);
    names.set(number, name);
    parts.push([name, definitions[number]]);
    visit(definitions[number], `${place}/part`);
    return name;
  };

  const visit = (node: unknown, place: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      // A kind that is added among others leaves their places as they are.
      for (const [index, each] of node.entries()) visit(each, `${place}/${titleOf(each) ?? index}`);
      return;
    }
    if ('$ref' in node && typeof node.$ref === 'string')
      node.$ref = `${prefix}${nameOf(node.$ref.slice(prefix.length), place)}`;
    for (const [key, value] of Object.entries(node)) visit(value, `${place}/${key}`);
  };

  const titleOf = (node: unknown): string | undefined => {
    if (typeof node !== 'object' || node === null) return undefined;
    if ('title' in node && typeof node.title === 'string') return node.title;
    return '$ref' in node && typeof node.$ref === 'string'
      ? titleOf(definitions[node.$ref.slice(prefix.length)])
      : undefined;
  };

  visit(top, '');
  if (new Set(parts.map(([name]) => name)).size !== parts.length)
    throw new Error('two parts of the schema have one name');
  return parts.length === 0 ? top : { ...top, definitions: Object.fromEntries(parts) };
}
