import { z } from 'zod';
import { configuration } from '../../src/config/schema.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * Draft 7 is what editors' YAML support reads without exception.
 * @param reused `ref` has each shared part once, an eighth of what `inline` takes, which is read from the top down
 */
export function configurationSchema(reused: 'ref' | 'inline'): JsonSchema {
  return {
    $id: 'urn:staged-upgrade:configuration',
    ...z.toJSONSchema(configuration, { io: 'input', target: 'draft-7', reused }),
  };
}
