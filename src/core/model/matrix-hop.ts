import { z } from 'zod';
import { type Hop, hopId, isLabel } from './hop.ts';
import { hopParts } from './parts.ts';

const label = z.string().refine(isLabel);

/**
 * A hop as it travels through a matrix: what identifies it in the journal, and no free text. If an output contains a
 * word that is a secret somewhere, GitHub drops the whole output, so reasons and manual steps are looked up by the id.
 */
const matrixHop = z.lazy(() =>
  z
    .strictObject({
      id: z.string(),
      index: z.int().min(1),
      count: z.int().min(1),
      from: label,
      to: label,
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      parts: hopParts.unwrap().strict().exactOptional(),
      releases: z.strictObject({ from: label, to: label }).readonly().exactOptional(),
    })
    .refine(({ id, from, to }) => id === hopId(from, to)),
);

export type MatrixHop = z.output<typeof matrixHop>;

/** GitHub starts at most 256 jobs of one matrix: https://docs.github.com/en/actions/reference/limits */
export const longestMatrix = 256;

/** Far more than any hop needs. */
const longestText = 10_000;

export function matrixHopOf({ id, index, count, from, to, digest, parts, releases }: Hop): MatrixHop {
  const more = { ...(parts === undefined ? {} : { parts }), ...(releases === undefined ? {} : { releases }) };
  return { id, index, count, from, to, digest, ...more };
}

/** The hop as a leg of the matrix passes it on. */
export function matrixJson(hop: Hop): string {
  return JSON.stringify(matrixHopOf(hop));
}

export type MatrixHopReading =
  | { readonly kind: 'read'; readonly hop: MatrixHop }
  /** `because` is a clause. */
  | { readonly kind: 'wrong'; readonly because: string };

export function readMatrixHop(text: string): MatrixHopReading {
  if (text.length > longestText) return { kind: 'wrong', because: `it is longer than ${longestText} characters` };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'wrong', because: 'it starts like JSON but cannot be read as JSON' };
  }
  const parsed = matrixHop.safeParse(json);
  if (parsed.success) return { kind: 'read', hop: parsed.data };
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  if (place !== '') return { kind: 'wrong', because: `its "${place}" is not what "plan" writes` };
  return {
    kind: 'wrong',
    because:
      issue?.code === 'custom' ? 'its id does not match its versions' : 'its keys are not those that "plan" writes',
  };
}
