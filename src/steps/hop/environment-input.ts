import type { InputsOf } from '../../core/interface/inputs.ts';
import { UserError } from '../../core/messages/errors.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';

/** For commands that work on either environment: it is never guessed. */
export function environmentOf({ environment }: InputsOf<'environment'>, command: string): EnvironmentName {
  if (environment !== undefined) return environment;
  throw new UserError({
    happened: 'The input "environment" is missing.',
    means: `"${command}" would not know what to act on. Nothing was done.`,
    next: 'Say "staging" or "production".',
  });
}
