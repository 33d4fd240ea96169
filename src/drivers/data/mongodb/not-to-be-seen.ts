import { z } from 'zod';

const coded = z.looseObject({ code: z.number() });

/** Unauthorized, CommandNotFound, CommandNotSupported. */
export function isNotToBeSeen(cause: unknown): boolean {
  const read = coded.safeParse(cause);
  return read.success && [13, 59, 115].includes(read.data.code);
}
