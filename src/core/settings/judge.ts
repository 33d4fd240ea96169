import { z } from 'zod';
import { template } from './scalars.ts';

/** What the output of a command must say, and what it must not. */
export const judgeKeys = {
  expect: z
    .array(template)
    .default([])
    .describe('Texts that must all be in its output. Colours and line breaks in between do not matter.'),
  forbid: z.array(template).default([]).describe('Texts none of which may be in its output.'),
};

export const judge = z
  .strictObject(judgeKeys)
  .refine(({ expect, forbid }) => expect.length + forbid.length > 0, 'at least one text in "expect" or "forbid"')
  .describe(
    'For a command whose exit code does not say whether it did what was asked: what its output must say, and must not.',
  );
