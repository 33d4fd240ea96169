import { UserError } from '../../core/messages/errors.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';
import type { Invocation } from '../../core/model/invocation.ts';

/** For commands that work on either environment: it is never guessed. */
export function environmentOf(invocation: Invocation): EnvironmentName {
  if (invocation.environment !== undefined) return invocation.environment;
  throw new UserError({
    happened: 'The input "environment" is missing.',
    means: `"${invocation.command}" would not know what to act on. Nothing was done.`,
    next: 'Say "staging" or "production".',
  });
}
