import { z } from 'zod';
import { lineExpression } from '../../core/path/sources/versions/regular-expression.ts';

/** How far a command is, by what it prints. */
export const progressKey = {
  progress: z
    .array(lineExpression)
    .default([])
    .describe(
      'Regular expressions that show how far it is: a group `at` finds the number that it has come to, a group `of` the last one, as in `Migration: (?<at>\\d+)`.',
    ),
};
