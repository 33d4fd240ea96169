import { z } from 'zod';

/** The id by which a person acknowledges that a manual step is done. */
export const manualId = z
  .string()
  .regex(
    /^[a-z0-9]+([.-][a-z0-9]+)*(-\{to\})?$/,
    'lowercase letters, digits, dots and hyphens, such as code-for-v4; or with -{to} at its end, such as users-told-{to}',
  )
  .describe(
    'The id with which a person acknowledges that the step is done. With `-{to}` at its end it is acknowledged separately for each hop: `users-told-4.1.0`.',
  );
