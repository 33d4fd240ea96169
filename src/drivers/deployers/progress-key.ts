import { z } from 'zod';
import { lineExpression } from '../../core/path/sources/versions/regular-expression.ts';

/** The progress of a command, read from its output. */
export const progressKey = {
  progress: z
    .array(lineExpression)
    .default([])
    .describe(
      'Regular expressions that show its progress: the group `at` matches the current number, the group `of` the last one, as in `Migration: (?<at>\\d+)`.',
    ),
};
