import { z } from 'zod';
import { configuration } from '../../src/config/schema.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Draft 7 is what editors' YAML support reads without exception. */
export function configurationSchema(): JsonSchema {
  return {
    $id: 'urn:staged-upgrade:configuration',
    ...z.toJSONSchema(configuration, { io: 'input', target: 'draft-7' }),
  };
}
