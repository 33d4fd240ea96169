import { z } from 'zod';
import { configurationFile } from '../../src/config/whole-file.ts';
import { partsByPlace } from './parts-by-place.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * Draft 7 is what editors' YAML support reads without exception.
 * @param reused `ref` has each shared part once, an eighth of what `inline` takes, which is read from the top down
 */
export function configurationSchema(reused: 'ref' | 'inline'): JsonSchema {
  const schema = z.toJSONSchema(configurationFile, { io: 'input', target: 'draft-7', reused });
  return { $id: 'urn:staged-upgrade:configuration', ...partsByPlace(schema) };
}
