import type { z } from 'zod';
import { malformedResponse } from './http-failure.ts';
import type { Reply } from './http-retry.ts';

/** Parses an answer's JSON by its schema. @throws SystemFailure if it is not JSON or of another shape */
export function readJson<Shape extends z.ZodType>(
  shape: Shape,
  reply: Reply,
  from: { readonly source: string; readonly url: URL },
): z.output<Shape> {
  const json = parse(reply.body);
  if (json === undefined) throw malformedResponse(from.source, from.url, 'is not JSON');
  const read = shape.safeParse(json.value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') || 'the whole';
  throw malformedResponse(from.source, from.url, `has another shape than expected (${place}: ${issue?.message ?? ''})`);
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
