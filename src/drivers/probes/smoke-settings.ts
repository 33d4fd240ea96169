import { z } from 'zod';
import type { PartContext } from '../../world/effects/kind.ts';

export const smokeName = z.string().min(1).describe('What the test shows, as people read it in the report.');

/** For messages: which of the tests it is. */
export function withinTest(context: PartContext, name: string): PartContext {
  return { ...context, where: `${context.where} "${name}"` };
}
