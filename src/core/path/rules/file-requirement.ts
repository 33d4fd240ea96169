import { z } from 'zod';
import { fileKinds } from '../../model/user-file.ts';
import { onDemand } from '../../settings/on-demand.ts';
import { lineExpression } from '../sources/versions/regular-expression.ts';

const key = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe('`redis.host`, or `[annotations, "example.com/host"]` where a name has dots; the name of a variable.');
const place = {
  in: z
    .enum(fileKinds)
    .describe('The Compose file, the env file, or the values of a chart: the deployer knows which files these are.'),
  key,
};
/** A key of one of the user's own files. */
export const filePlace = onDemand(() => z.strictObject(place));
export type FilePlace = z.output<typeof filePlace>;

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const forms = ['set', 'value', 'moved-from', 'remove'] as const;

export const fileRequirement = onDemand(() =>
  z
    .strictObject({
      ...place,
      set: z
        .strictObject({
          propose: scalar
            .optional()
            .describe('What `configure` writes if there is nothing. If it is left out, a person must write it.'),
          not: z
            .array(lineExpression)
            .default([])
            .describe('Regular expressions: a value that matches one is an example, and counts as not set.'),
        })
        .optional()
        .describe('It must be set, to whatever is right for this installation.'),
      value: scalar.optional().describe('It must have this value.'),
      accept: lineExpression.optional().describe('With `value`: other values that match this are also right.'),
      'where-set': z.literal(true).optional().describe('With `value`: only if the key is set at all.'),
      'moved-from': key.optional().describe('What this key was called before; `configure` moves what is there.'),
      remove: z.literal(true).optional().describe('It must not be there any more.'),
    })
    .refine((change) => forms.filter((form) => change[form] !== undefined).length === 1, {
      error: `exactly one of ${forms.join(', ')}`,
    })
    .describe("What one of the user's own files must say before the hop."),
);
export type FileRequirement = z.output<typeof fileRequirement>;
